import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal } from '@angular/core';
import type { MetricGroups } from '@stipple/contracts';
import { type MetricDimension, hasDimension, metricDimensions } from '@stipple/domain';
import { ProblemBanner, Skeleton } from '@stipple/ui';
import { GroupChoice } from '../figures-table/group-choice';
import { dimensionLabels } from '../report/dimension-labels';
import { ReportView } from '../report/report-view';
import { DimensionTable } from './dimension-table';

/** The chosen figure by whichever dimension is chosen. */
@Component({
  selector: 'st-dimension-card',
  imports: [DimensionTable, GroupChoice, ProblemBanner, Skeleton],
  template: `
    <header>
      <h2>{{ view.metric().name }} by {{ label() }}</h2>
      <st-group-choice [choices]="choices()" [forgets]="['sort']" />
    </header>
    <st-problem [problem]="groups.problem()" [retriable]="true" (retry)="groups.reload()" />
    @if (groups.value(); as found) {
      <div
        class="frame"
        tabindex="0"
        role="region"
        [attr.aria-label]="'By ' + label() + ', as a table'"
        [class.fading]="!groups.settled()"
      >
        <st-dimension-table
          [groups]="found"
          [by]="shownBy()"
          [sort]="view.address().sort"
          (sorted)="view.go({ sort: $event })"
        />
      </div>
    } @else if (!groups.problem()) {
      <st-skeleton [lines]="8" />
    }
  `,
  styleUrl: '../report/report-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DimensionCard {
  protected readonly view = inject(ReportView);
  protected readonly by = computed(() => this.view.address().by);
  protected readonly label = computed(() => dimensionLabels[this.by()].toLowerCase());
  protected readonly choices = computed(() =>
    metricDimensions.filter((one) => hasDimension(this.view.metric(), one)),
  );
  protected readonly groups = this.view.read<MetricGroups>(
    () => `/api/reports/metrics/${this.view.address().metric}/groups?${this.view.question()}&by=${this.by()}`,
  );
  /** What the rows on screen are grouped by, until those that are asked for have come. */
  protected readonly shownBy = linkedSignal<
    { readonly by: MetricDimension; readonly settled: boolean },
    MetricDimension
  >({
    source: () => ({ by: this.by(), settled: this.groups.settled() }),
    computation: ({ by, settled }, before) => (settled ? by : (before?.value ?? by)),
  });
}
