import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal } from '@angular/core';
import type { MetricGroups } from '@stipple/contracts';
import { hasDimension, metricOf } from '@stipple/domain';
import { ProblemBanner, Skeleton } from '@stipple/ui';
import { type Step, ReportView } from '../report/report-view';
import { MatrixTable } from './matrix-table';
import { type Matrix, matrixOf, matrixSummary } from './matrix-of';

/** Who says no, and why: payers across reasons. A figure that has no reasons leaves its place to the denials themselves. */
@Component({
  selector: 'st-reason-matrix',
  imports: [MatrixTable, ProblemBanner, Skeleton],
  template: `
    <header>
      <h2>{{ name() }} by payer and reason</h2>
    </header>
    @if (instead()) {
      <p class="summary">“{{ view.metric().name }}” has no reasons: these are the denials.</p>
    }
    <st-problem [problem]="problem()" [retriable]="true" (retry)="reload()" />
    @if (matrix(); as found) {
      <div [class.fading]="!settled()">
        <st-matrix-table [matrix]="found" (look)="look($event)" />
      </div>
      <p class="summary">{{ summary() }}</p>
    } @else if (!problem()) {
      <st-skeleton [lines]="8" />
    }
  `,
  styleUrl: '../report/report-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReasonMatrix {
  protected readonly view = inject(ReportView);
  protected readonly instead = computed(() => !hasDimension(this.view.metric(), 'reason'));
  private readonly metric = computed(() => (this.instead() ? 'denials' : this.view.address().metric));
  protected readonly name = computed(() => metricOf(this.metric()).name);

  private readonly across = this.grouped('payer&across=reason');
  private readonly rows = this.grouped('payer');
  private readonly columns = this.grouped('reason');
  private readonly parts = [this.across, this.rows, this.columns];
  protected readonly problem = computed(() => this.parts.map(({ problem }) => problem()).find(Boolean));
  protected readonly settled = computed(() => this.parts.every(({ settled }) => settled()));
  /** Changes as a whole: totals of one question beside cells of another would not add up. */
  protected readonly matrix = linkedSignal<Matrix | undefined, Matrix | undefined>({
    source: () => {
      const [across, rows, columns] = this.parts.map(({ value }) => value());
      return this.settled() && across && rows && columns ? matrixOf(across, rows, columns) : undefined;
    },
    computation: (now, before) => now ?? before?.value,
  });
  protected readonly summary = computed(() => {
    const matrix = this.matrix();
    return matrix ? matrixSummary(matrix) : '';
  });

  protected look(steps: readonly Step[]): void {
    this.view.drill(steps, this.matrix()?.metric);
  }

  protected reload(): void {
    for (const part of this.parts) if (part.problem()) part.reload();
  }

  private grouped(by: string) {
    return this.view.read<MetricGroups>(
      () => `/api/reports/metrics/${this.metric()}/groups?${this.view.question()}&by=${by}`,
    );
  }
}
