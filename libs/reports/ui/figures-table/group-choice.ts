import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { type MetricDimension, dimensionWords, isReasonDimension, metricDimensions } from '@stipple/domain';
import { dimensionLabels } from '../report/dimension-labels';
import { ReportView } from '../report/report-view';

/** Whose, by whom, for what, when: what every figure of the page can be told apart by. */
const choices = metricDimensions.filter((one) => one !== 'level' && !isReasonDimension(one));

/** What the tables of the page are grouped by, all of them together. */
@Component({
  selector: 'st-group-choice',
  template: `
    <label
      ><span class="st-hidden">Group by</span>
      <select class="st-control" [title]="words[by()]" (change)="choose($any($event.target).value)">
        @for (one of choices; track one) {
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
  private readonly view = inject(ReportView);
  protected readonly choices = choices;
  protected readonly labels = dimensionLabels;
  protected readonly words = dimensionWords;
  protected readonly by = (): MetricDimension => this.view.address().by;

  protected choose(by: string): void {
    this.view.go({ by: by === 'payer' ? null : by });
  }
}
