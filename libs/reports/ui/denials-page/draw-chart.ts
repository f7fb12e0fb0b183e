import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { DenialGroup } from './group-denials';

echarts.use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

export interface DrawnChart {
  draw(groups: readonly DenialGroup[], upright: boolean, chosen: string | null): void;
  resize(): void;
  dispose(): void;
}

const most = 12;

/** A chart in this element; its colours are the page's own, as they are at that moment. */
export function drawChart(element: HTMLElement, onChoose: (key: string) => void): DrawnChart {
  const chart = echarts.init(element, null, { renderer: 'svg' });
  let keys: readonly string[] = [];
  chart.on('click', ({ dataIndex }) => {
    const key = keys[dataIndex];
    if (key !== undefined) onChoose(key);
  });
  return {
    draw(groups, upright, chosen) {
      const shown = upright ? groups : groups.slice(0, most).toReversed();
      keys = shown.map(({ key }) => key);
      chart.setOption(optionsOf(element, shown, upright, chosen), { notMerge: true });
    },
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
  };
}

function optionsOf(
  element: HTMLElement,
  groups: readonly DenialGroup[],
  upright: boolean,
  chosen: string | null,
) {
  const ink = colour(element, '--st-ink-muted');
  const line = colour(element, '--st-line');
  const accent = colour(element, '--st-accent');
  const names = {
    type: 'category' as const,
    data: groups.map(({ name }) => name),
    axisLabel: upright
      ? { color: ink, rotate: groups.length > 6 ? 30 : 0 }
      : { color: ink, width: 176, overflow: 'truncate' as const },
    axisLine: { lineStyle: { color: line } },
    axisTick: { show: false },
  };
  const numbers = {
    type: 'value' as const,
    minInterval: 1,
    axisLabel: { color: ink },
    splitLine: { lineStyle: { color: line } },
  };
  return {
    animation: false,
    // By name: labels are measured before they are drawn, and “inherit” measures as another font.
    textStyle: { fontFamily: getComputedStyle(element).fontFamily },
    grid: { left: upright ? 48 : 200, right: 40, top: upright ? 24 : 8, bottom: upright ? 56 : 28 },
    tooltip: {
      backgroundColor: colour(element, '--st-surface-raised'),
      borderColor: line,
      textStyle: { color: colour(element, '--st-ink') },
    },
    xAxis: upright ? names : numbers,
    yAxis: upright ? numbers : names,
    series: [
      {
        type: 'bar' as const,
        name: 'Denials',
        barMaxWidth: 28,
        cursor: 'pointer',
        label: {
          show: !upright || groups.length <= most,
          position: upright ? ('top' as const) : ('right' as const),
          color: ink,
        },
        data: groups.map(({ key, denials }) => ({
          value: denials,
          itemStyle: {
            color: accent,
            borderRadius: 3,
            opacity: chosen === null || chosen === key ? 1 : 0.35,
          },
        })),
      },
    ],
  };
}

/** What a design token is right now: light or dark. */
function colour(element: HTMLElement, token: string): string {
  const probe = element.ownerDocument.createElement('i');
  probe.style.color = `var(${token})`;
  element.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
}
