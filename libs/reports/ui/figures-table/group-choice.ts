import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { type MetricDimension, dimensionWords, isReasonDimension, metricDimensions } from '@stipple/domain';
import { dimensionLabels } from '../report/dimension-labels';
import { ReportView } from '../report/report-view';

/** Whose, by whom, for what, when: what every figure can be told apart by. */
const ofEvery = metricDimensions.filter((one) => one !== 'level' && !isReasonDimension(one));

/** What the table of a card is grouped by; where a page has several, all of them together. */
@Component({
  selector: 'st-group-choice',
  template: `
    <label
      ><span class="st-hidden">Group by</span>
      <select class="st-control" [title]="words[by()]" (change)="choose($any($event.target).value)">
        @for (one of choices(); track one) {
          <option [value]="one" [selected]="one === by()">By {{ labels[one].toLowerCase() }}</option>
        }
      </select></label
    >
  `,
  styles: `
    select {
      width: auto;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GroupChoice {
  readonly choices = input<readonly MetricDimension[]>(ofEvery);
  /** What in the address is said of the old groups, and goes with them. */
  readonly forgets = input<readonly string[]>([]);
  private readonly view = inject(ReportView);
  protected readonly labels = dimensionLabels;
  protected readonly words = dimensionWords;
  protected readonly by = (): MetricDimension => this.view.address().by;

  protected choose(by: string): void {
    const forgotten = this.forgets().map((name) => [name, null]);
    this.view.go({ by: by === 'payer' ? null : by, ...Object.fromEntries(forgotten) });
  }
}
