import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { type MetricDimension, metricDimensions } from '@stipple/domain';
import { Icon, KeyHint } from '@stipple/ui';
import { dimensionLabels } from '../report/dimension-labels';
import { KeyNames } from '../report/key-names';
import { periodWords, rangeWords } from '../report/report-period';
import { ReportView } from '../report/report-view';

/** Everything that narrows the report, each with a button that takes it off. */
@Component({
  selector: 'st-filter-chips',
  imports: [Icon, KeyHint],
  template: `
    @if (view.filtered()) {
      <ul aria-label="Filters that are set">
        @for (chip of chips(); track chip.label) {
          <li>
            <button
              type="button"
              [attr.aria-label]="'Remove ' + chip.label + ': ' + chip.name"
              (click)="off(chip.dimension)"
            >
              <span class="st-muted">{{ chip.label }}</span> {{ chip.name }}<st-icon name="close" />
            </button>
          </li>
        }
      </ul>
      <button type="button" class="st-button quiet small" (click)="view.clear()">
        Clear filters<st-key-hint [of]="view.command('all')" />
      </button>
    }
  `,
  styles: `
    :host,
    ul {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--st-2);
    }
    :host:empty {
      display: none;
    }
    ul {
      padding: 0;
      list-style: none;
    }
    li button {
      display: inline-flex;
      align-items: center;
      gap: var(--st-2);
      min-height: 1.75rem;
      padding: 0 var(--st-3);
      border: 1px solid var(--st-line-strong);
      border-radius: 999px;
      background: var(--st-surface);
      color: var(--st-ink);
      font-size: var(--st-size-small);
      text-align: start;
      cursor: pointer;
    }
    li button:hover {
      background: var(--st-surface-sunken);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterChips {
  protected readonly view = inject(ReportView);
  private readonly names = inject(KeyNames);
  protected readonly chips = computed(() => {
    const { filters, period, from, to } = this.view.address();
    const days = period ? periodWords[period] : (from ?? to) ? rangeWords(this.view.range()) : null;
    const narrowed = metricDimensions.flatMap((dimension) => {
      const key = filters[dimension];
      if (key === undefined) return [];
      return [{ dimension, label: dimensionLabels[dimension], name: this.names.nameOf(dimension, key) }];
    });
    return days === null ? narrowed : [{ dimension: null, label: 'Period', name: days }, ...narrowed];
  });

  protected off(dimension: MetricDimension | null): void {
    if (dimension === null) this.view.go({ period: null, from: null, to: null });
    else this.view.narrow(dimension, null);
  }
}
