import { Injectable, computed, inject } from '@angular/core';
import type { MetricFigure, MetricReport } from '@stipple/contracts';
import { type MetricKey, type MetricMode, moneyMetrics } from '@stipple/domain';
import { ReportView } from '../report/report-view';

/**
 * Time and money are told by case, so that nothing is in a sum twice; days by request, each of which was decided once. The
 * denial rate says whether anything was decided at all. The routes announce these very questions.
 */
const asked: Readonly<Record<MetricMode, readonly MetricKey[]>> = {
  case: ['open_time', 'payer_time', 'clinic_time', ...moneyMetrics],
  event: ['payer_days', 'days_to_appeal', 'denial_rate'],
};

/** Every figure that the page shows by itself; what tables show comes with them. */
@Injectable()
export class PageFigures {
  private readonly view = inject(ReportView);
  private readonly byCase = this.figures('case');
  private readonly byRequest = this.figures('event');
  private readonly both = [this.byCase, this.byRequest];

  readonly problem = computed(() => this.both.map(({ problem }) => problem()).find(Boolean));
  readonly settled = computed(() => this.both.every(({ settled }) => settled()));
  readonly asOf = computed(() => this.byCase.value()?.asOf);
  /** Both have been answered, and neither counts anything at all. */
  readonly nothing = computed(
    () =>
      this.settled() &&
      this.both.every(({ value }) => value()?.figures.every(({ whole }) => whole === 0) ?? false),
  );

  /** Undefined until it has come. */
  of(metric: MetricKey): MetricFigure | undefined {
    return this.both.flatMap(({ value }) => value()?.figures ?? []).find((one) => one.metric === metric);
  }

  reload(): void {
    for (const one of this.both) if (one.problem()) one.reload();
  }

  private figures(mode: MetricMode) {
    return this.view.read<MetricReport>(
      () => `/api/reports/metrics?${this.view.questionIn(mode)}&metrics=${asked[mode].join(',')}`,
    );
  }
}
