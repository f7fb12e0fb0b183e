import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  DOCUMENT,
  ElementRef,
  afterNextRender,
  effect,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Preferences } from '@stipple/ui';
import type { DrawnChart } from './draw-chart';
import type { DenialGroup, Grouping } from './group-denials';

/**
 * The same numbers as the table, for people who would rather look than read. Its library weighs more than the page, so
 * it is loaded when it comes into sight.
 */
@Component({
  selector: 'st-denials-chart',
  template: `<div
    #place
    class="chart"
    [style.height.px]="height()"
    role="img"
    [attr.aria-label]="summary()"
  ></div>`,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    .chart {
      width: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DenialsChart {
  readonly groups = input.required<readonly DenialGroup[]>();
  readonly by = input.required<Grouping>();
  /** In pixels. */
  readonly height = input.required<number>();
  readonly chosen = input<string | null>(null);
  readonly summary = input.required<string>();
  readonly choose = output<string>();
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly theme = inject(Preferences).all;
  private readonly chart = signal<DrawnChart | null>(null);
  /** Counts changes of the system's own light and dark. */
  private readonly shade = signal(0);

  constructor() {
    const dark = inject(DOCUMENT).defaultView?.matchMedia('(prefers-color-scheme: dark)');
    const shaded = () => this.shade.update((count) => count + 1);
    dark?.addEventListener('change', shaded);
    let gone = false;
    let watch: ResizeObserver | null = null;
    inject(DestroyRef).onDestroy(() => {
      gone = true;
      dark?.removeEventListener('change', shaded);
      watch?.disconnect();
      this.chart()?.dispose();
    });
    afterNextRender(async () => {
      const { drawChart } = await import('./draw-chart');
      if (gone) return;
      const element = this.place().nativeElement;
      const chart = drawChart(element, (key) => this.choose.emit(key));
      watch = new ResizeObserver(() => chart.resize());
      watch.observe(element);
      this.chart.set(chart);
    });
    effect(() => {
      this.theme();
      this.shade();
      this.chart()?.draw(this.groups(), this.by() === 'month', this.chosen());
    });
  }
}
