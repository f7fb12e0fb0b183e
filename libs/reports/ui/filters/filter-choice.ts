import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { MetricGroups } from '@stipple/contracts';
import {
  type MetricDimension,
  type MetricKey,
  dimensionWords,
  hasDimension,
  metricOf,
} from '@stipple/domain';
import { dimensionLabels } from '../report/dimension-labels';
import { KeyNames } from '../report/key-names';
import { ReportView } from '../report/report-view';

/** No key is called so; an empty one is nobody’s, or no code. */
const every = '*';

/** Narrows the report to one payer, person, code or reason, of those that there is something to count of. */
@Component({
  selector: 'st-filter-choice',
  template: `
    <label [title]="words[dimension()]"
      >{{ labels[dimension()] }}
      <select class="st-control" (change)="choose($any($event.target).value)">
        <option [value]="every" [selected]="chosen() === undefined">All</option>
        @for (option of options(); track option.key) {
          <option [value]="option.key" [selected]="option.key === chosen()">{{ option.name }}</option>
        }
      </select></label
    >
  `,
  styles: `
    label {
      display: grid;
      gap: 2px;
      font-size: var(--st-size-small);
      font-weight: 560;
    }
    select {
      font-size: var(--st-size);
      font-weight: 400;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterChoice {
  readonly dimension = input.required<MetricDimension>();
  private readonly view = inject(ReportView);
  private readonly names = inject(KeyNames);
  protected readonly every = every;
  protected readonly labels = dimensionLabels;
  protected readonly words = dimensionWords;
  protected readonly chosen = computed(() => this.view.address().filters[this.dimension()]);
  private readonly groups = this.view.counts.map((metric) =>
    this.view.read<MetricGroups>(() => this.groupsOf(metric)),
  );
  protected readonly options = computed(() => {
    const cells = this.groups.flatMap(({ value }) => value()?.cells ?? []);
    const known = new Map(cells.flatMap(({ keys: [first] }) => (first ? [[first.key, first]] : [])));
    const found = [...known.values()];
    const chosen = this.chosen();
    // What is chosen stands there also where nothing is counted of it.
    const missing =
      chosen === undefined || found.some(({ key }) => key === chosen)
        ? []
        : [{ key: chosen, name: this.names.nameOf(this.dimension(), chosen) }];
    return [...missing, ...found].sort((one, other) => one.name.localeCompare(other.name));
  });

  /** Nothing to ask where a figure has no such dimension. */
  private groupsOf(metric: MetricKey): string | undefined {
    const by = this.dimension();
    if (!hasDimension(metricOf(metric), by)) return undefined;
    return `/api/reports/metrics/${metric}/groups?${this.view.questionWithout(by)}&by=${by}`;
  }

  protected choose(key: string): void {
    this.view.narrow(this.dimension(), key === every ? null : key);
  }
}
