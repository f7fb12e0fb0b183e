import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { MetricKey } from '@stipple/domain';
import { Preferences, mediaSignal } from '@stipple/ui';
import type { DrawnTrend } from './draw-trend';
import type { TrendPoint } from './trend-points';

/**
 * The months for people who would rather look than read; the table beside it says the same. Its library weighs more than
 * the page, so it is loaded when the chart comes into sight.
 */
@Component({
  selector: 'st-trend-chart',
  template: `<div #place role="img" [attr.aria-label]="summary()"></div>`,
  styles: `
    div {
      width: 100%;
      height: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrendChart {
  readonly points = input.required<readonly TrendPoint[]>();
  readonly metric = input.required<MetricKey>();
  readonly summary = input.required<string>();
  /** The month that was pressed. */
  readonly choose = output<string>();
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly theme = inject(Preferences).all;
  private readonly dark = mediaSignal('(prefers-color-scheme: dark)');
  private readonly chart = signal<DrawnTrend | null>(null);

  constructor() {
    let gone = false;
    let watch: ResizeObserver | null = null;
    inject(DestroyRef).onDestroy(() => {
      gone = true;
      watch?.disconnect();
      this.chart()?.dispose();
    });
    afterNextRender(async () => {
      const { drawTrend } = await import('./draw-trend');
      if (gone) return;
      const element = this.place().nativeElement;
      const chart = drawTrend(element, (month) => this.choose.emit(month));
      watch = new ResizeObserver(() => chart.resize());
      watch.observe(element);
      this.chart.set(chart);
    });
    effect(() => {
      // Another theme is other colours.
      this.theme();
      this.dark();
      this.chart()?.draw(this.points(), this.metric());
    });
  }
}
