import { Injectable, computed, inject } from '@angular/core';
import type { MetricReport } from '@stipple/contracts';
import { headlineOf } from '@stipple/domain';
import { ReportView } from '../report/report-view';

/** The five figures at the top of the denials page, and the one that was chosen where it is none of them. */
@Injectable()
export class HeadlineReport {
  private readonly view = inject(ReportView);
  private readonly question = computed(() => {
    const { metric, mode } = this.view.address();
    const five = headlineOf(mode);
    const named = five.includes(metric) ? '' : `&metrics=${[...five, metric].join(',')}`;
    return `${this.view.question()}${named}`;
  });
  readonly report = this.view.read<MetricReport>(() => `/api/reports/metrics?${this.question()}`);
  readonly chosen = computed(() =>
    this.report.value()?.figures.find(({ metric }) => metric === this.view.address().metric),
  );
}
