import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ReportRun } from '@stipple/contracts';
import { Icon, ProblemBanner, Skeleton, formatDay, liveResource } from '@stipple/ui';
import { ReportNav } from '../report/report-nav';

/** Where the link of an e-mail leads: one run of a scheduled report, whose file is made when somebody asks for it. */
@Component({
  selector: 'st-report-run-page',
  imports: [Icon, ProblemBanner, ReportNav, Skeleton],
  template: `
    <div class="st-page page">
      <st-report-nav />
      <st-problem [problem]="run.problem()" [retriable]="true" (retry)="run.reload()" />
      @if (run.value(); as found) {
        <div>
          <h1>{{ found.name }}</h1>
          <p class="st-muted">
            As of {{ formatDay(found.onDay) }}. What was recorded since of those days is in it.
          </p>
        </div>
        <p>
          <a class="st-button" [href]="'/api/report-runs/' + found.id + '/file'" download
            ><st-icon name="download" />Download as {{ names[found.format] }}</a
          >
        </p>
      } @else if (!run.problem()) {
        <div class="st-card"><st-skeleton [lines]="3" /></div>
      }
    </div>
  `,
  styleUrls: ['../report/report-page.css', './scheduled-reports-page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportRunPage {
  readonly id = input.required<string>();
  protected readonly formatDay = formatDay;
  protected readonly names = { csv: 'CSV', xlsx: 'Excel', pdf: 'PDF' };
  protected readonly run = liveResource<ReportRun>(
    () => ({ url: `/api/report-runs/${this.id()}` }),
    () => false,
  );
}
