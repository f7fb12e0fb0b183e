import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { MetricFigure } from '@stipple/contracts';
import { dimensionWords, metricOf } from '@stipple/domain';
import { ReportView } from '../report/report-view';
import { DefinitionMark } from './definition-mark';
import { figureGround, figureValue, isFew } from './figure-words';

/** One figure in a line: its name with what it counts, how much, of how many. Pressed, it lists its cases. */
@Component({
  selector: 'st-figure-line',
  imports: [DefinitionMark],
  template: `
    @let one = figure();
    <span class="name">{{ name() }}<st-definition-mark [metric]="one.metric" /></span>
    <span class="told">
      @if (one.whole > 0) {
        <button type="button" class="value" [class.few]="few(one)" (click)="look()">
          <span class="st-hidden">{{ name() }}:&ngsp;</span>{{ words() ?? value(one) }}
        </button>
      } @else {
        <span class="value none">–</span>
      }
      <span class="st-small st-muted">{{ ground(one) }}<ng-content /></span>
    </span>
    @if (leftOut(); as words) {
      <span class="st-small st-muted">Not narrowed by {{ words }}.</span>
    }
  `,
  styles: `
    :host {
      display: grid;
      align-content: start;
      justify-items: start;
      gap: var(--st-1);
    }
    .name {
      display: inline-flex;
      align-items: center;
      gap: var(--st-1);
      font-weight: 560;
    }
    .told {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--st-3);
    }
    .value {
      min-height: 1.75rem;
      padding: 0;
      border: 0;
      background: none;
      color: var(--st-accent);
      font-size: var(--st-size-title);
      font-weight: 650;
      font-variant-numeric: tabular-nums;
      text-align: start;
      cursor: pointer;
    }
    button.value:hover {
      text-decoration: underline;
      text-underline-offset: 0.15em;
    }
    .few,
    .none {
      color: var(--st-ink-muted);
    }
    .few {
      font-style: italic;
    }
    .none {
      cursor: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FigureLine {
  readonly figure = input.required<MetricFigure>();
  /** Where the page says it otherwise than the figure itself: as a part of a sum. */
  readonly words = input<string>();
  private readonly view = inject(ReportView);
  protected readonly value = figureValue;
  protected readonly ground = figureGround;
  protected readonly few = isFew;
  protected readonly name = computed(() => metricOf(this.figure().metric).name);
  protected readonly leftOut = computed(() =>
    this.figure()
      .leftOut.map((one) => dimensionWords[one].toLowerCase())
      .join(', '),
  );

  protected look(): void {
    const { metric, mode } = this.figure();
    this.view.drill([], metric, mode);
  }
}
