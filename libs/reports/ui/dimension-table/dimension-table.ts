import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { MetricGroups } from '@stipple/contracts';
import { type MetricDimension, metricOf } from '@stipple/domain';
import { figureCount, figureInterval, figureValue, isFew } from '../figures/figure-words';
import { dimensionLabels } from '../report/dimension-labels';
import { ReportView } from '../report/report-view';
import { SortButton } from '../report/sort-button';
import { directionOf } from '../report/sort-order';
import { rowsOf, sortRows } from './sort-rows';

/** A figure by one dimension: how much, of how many and how sure; pressing a row shows its cases. */
@Component({
  selector: 'st-dimension-table',
  imports: [SortButton],
  templateUrl: './dimension-table.html',
  styleUrl: './dimension-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DimensionTable {
  readonly groups = input.required<MetricGroups>();
  readonly by = input.required<MetricDimension>();
  /** As it stands in the address: `-value`. */
  readonly sort = input.required<string>();
  readonly sorted = output<string>();
  private readonly view = inject(ReportView);
  protected readonly labels = dimensionLabels;
  protected readonly value = figureValue;
  protected readonly countOf = figureCount;
  protected readonly interval = figureInterval;
  protected readonly few = isFew;

  protected readonly metric = computed(() => metricOf(this.groups().figure.metric));
  protected readonly share = computed(() => this.metric().unit === 'share');
  protected readonly rows = computed(() =>
    sortRows(rowsOf(this.groups().cells, this.metric().key, this.by()), this.by(), this.sort()),
  );

  protected direction(column: string) {
    return directionOf(this.sort(), column);
  }

  protected look(key: string): void {
    this.view.drill([[this.by(), key]], this.metric().key);
  }
}
