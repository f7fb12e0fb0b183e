import { type BarSeriesOption, BarChart, LineChart, type LineSeriesOption } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { metricOf, type MetricKey } from '@stipple/domain';
import { axisWords, figureGround, figureNumber, figureValue, isFew } from '../figures/figure-words';
import type { TrendPoint } from './trend-points';

echarts.use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

export interface DrawnTrend {
  draw(points: readonly TrendPoint[], metric: MetricKey): void;
  resize(): void;
  dispose(): void;
}

/** A chart in this element; its colours are the page's own, as they are at that moment. */
export function drawTrend(element: HTMLElement, onChoose: (month: string) => void): DrawnTrend {
  const chart = echarts.init(element, null, { renderer: 'svg' });
  let months: readonly string[] = [];
  // Anywhere above a month is near enough: a point is a small thing to hit.
  chart.getZr().on('click', ({ offsetX, offsetY }) => {
    if (!chart.containPixel('grid', [offsetX, offsetY])) return;
    const month = months[Math.round(chart.convertFromPixel({ xAxisIndex: 0 }, offsetX))];
    if (month !== undefined) onChoose(month);
  });
  return {
    draw(points, metric) {
      months = points.map(({ month }) => month);
      chart.setOption(optionsOf(element, points, metric), { notMerge: true });
    },
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
  };
}

function optionsOf(element: HTMLElement, points: readonly TrendPoint[], metric: MetricKey) {
  const colour = (token: string) => colourOf(element, token);
  const [ink, line] = [colour('--st-ink-muted'), colour('--st-line')];
  return {
    animation: false,
    // By name: labels are measured before they are drawn, and “inherit” measures as another font.
    textStyle: { fontFamily: getComputedStyle(element).fontFamily },
    grid: { left: 12, right: 16, top: 16, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis' as const,
      // Drawn, not written: our content security policy refuses styles in markup.
      renderMode: 'richText' as const,
      confine: true,
      backgroundColor: colour('--st-surface-raised'),
      borderColor: line,
      textStyle: { color: colour('--st-ink') },
      formatter: (shown: unknown) => tooltipOf(points, shown),
    },
    xAxis: {
      type: 'category' as const,
      data: points.map(({ words }) => words),
      axisLabel: { color: ink, hideOverlap: true },
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value' as const,
      min: 0,
      axisLabel: { color: ink, formatter: (value: number) => axisWords(metric, value) },
      splitLine: { lineStyle: { color: line } },
    },
    series:
      metricOf(metric).unit === 'share'
        ? lineAndBand(points, colour('--st-accent'), ink)
        : [bars(points, colour('--st-accent'), ink)],
  };
}

/** The share of each month, and around it where the true one may lie: a band on top of an unseen one. */
function lineAndBand(points: readonly TrendPoint[], accent: string, grey: string): LineSeriesOption[] {
  const band = (data: (number | null)[], opacity: number): LineSeriesOption => ({
    type: 'line',
    stack: 'interval',
    stackStrategy: 'all',
    silent: true,
    symbol: 'none',
    lineStyle: { opacity: 0 },
    areaStyle: { color: accent, opacity },
    data,
  });
  const reach = ({ told }: TrendPoint) =>
    told?.low == null || told.high === null ? null : told.high - told.low;
  return [
    band(
      points.map(({ told }) => told?.low ?? null),
      0,
    ),
    band(points.map(reach), 0.16),
    {
      type: 'line',
      symbol: 'circle',
      symbolSize: 9,
      cursor: 'pointer',
      lineStyle: { color: accent, width: 2 },
      data: points.map(({ told }) => ({
        value: told && figureNumber(told),
        itemStyle: { color: told && isFew(told) ? grey : accent },
      })) as LineSeriesOption['data'],
    },
  ];
}

function bars(points: readonly TrendPoint[], accent: string, grey: string): BarSeriesOption {
  return {
    type: 'bar',
    barMaxWidth: 36,
    cursor: 'pointer',
    data: points.map(({ told }) => ({
      value: told && figureNumber(told),
      itemStyle: { color: told && isFew(told) ? grey : accent, borderRadius: 3 },
    })) as BarSeriesOption['data'],
  };
}

function tooltipOf(points: readonly TrendPoint[], shown: unknown): string {
  const [first] = Array.isArray(shown) ? (shown as { dataIndex: number }[]) : [];
  const point = points[first?.dataIndex ?? -1];
  if (point === undefined) return '';
  if (point.told === null) return `${point.words}\nNothing counted`;
  return [point.words, figureValue(point.told), figureGround(point.told)].filter(Boolean).join('\n');
}

/** What a design token is right now: light or dark. */
function colourOf(element: HTMLElement, token: string): string {
  const probe = element.ownerDocument.createElement('i');
  probe.style.color = `var(${token})`;
  element.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
