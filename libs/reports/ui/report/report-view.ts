import { Injectable, computed, inject } from '@angular/core';
import {
  type MetricDimension,
  type MetricKey,
  type MetricMode,
  filterParameters,
  hasDimension,
  headlineOf,
  metricOf,
  rangeRefusal,
  reportRange,
} from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { AddressedView } from './addressed-view';
import { questionOf, readAddress } from './report-address';
import { REPORT_KIND } from './report-kind';
import { daysOf } from './report-period';

/** A filter that a cell, a row or a point stands for. */
export type Step = readonly [dimension: MetricDimension, key: string];

/** What a page of reports shows, all of it read from the address, and the ways to change it. One for each page. */
@Injectable()
export class ReportView extends AddressedView {
  protected readonly counted = [
    'auth_request',
    'challenge',
    'treatment_case',
    'payer_authorization',
    'self_pay_agreement',
  ];
  private readonly today = inject(CurrentPerson).today;
  private readonly kind = inject(REPORT_KIND);
  /** Figures that together count everything that any figure of the page counts. */
  readonly counts = this.kind.counts;

  readonly address = computed(() => readAddress((name) => this.parameters().get(name), this.kind.metric));
  readonly metric = computed(() => metricOf(this.address().metric));
  private readonly days = computed(() => {
    const { period, from, to } = this.address();
    return period === null ? { from, to } : daysOf(period, this.today());
  });
  /** Said at once, without asking: no report answers such a range. */
  readonly refused = computed(() => rangeRefusal(this.days(), this.today()));
  readonly range = computed(() => reportRange(this.days(), this.today()));
  readonly question = computed(() => questionOf(this.address(), this.days()));
  /** The same question where a part of the page counts in its own way, whatever the list does. */
  questionIn(mode: MetricMode): string {
    return questionOf({ mode, filters: this.address().filters }, this.days());
  }
  /** The same with nothing narrowed by one dimension, and everything counted: what else it could be narrowed to. */
  questionWithout(dimension: MetricDimension): string {
    const { filters } = this.address();
    return questionOf({ mode: 'event', filters: { ...filters, [dimension]: undefined } }, this.days());
  }
  readonly filtered = computed(() => {
    const { filters, from, to, period } = this.address();
    return Object.keys(filters).length > 0 || (from ?? to ?? period) != null;
  });

  protected override isRefused(): boolean {
    return this.refused() !== null;
  }

  command(does: string): string {
    return `${this.kind.commands}.${does}`;
  }

  /** What the address says under a name that one part of a page alone understands. */
  said(name: string): string {
    return this.parameters().get(name) ?? '';
  }

  /** Trend, matrix, table and list are of this figure from now on. */
  choose(metric: MetricKey): void {
    const { by } = this.address();
    const change = { ...this.asMetric(metric), sort: null, side: null };
    this.go(hasDimension(metricOf(metric), by) ? change : { ...change, by: null });
  }

  /** Overturns are two figures: of challenges, and of cases. */
  countBy(mode: MetricMode): void {
    const { metric } = this.address();
    const overturns = metric === 'overturn_rate' || metric === 'case_overturn_rate';
    const twin = headlineOf(mode).find((one) => one === 'overturn_rate' || one === 'case_overturn_rate');
    this.go({
      ...asMode(mode),
      ...(overturns && twin ? this.asMetric(twin) : {}),
    });
  }

  /** Narrows the page to what was pressed, and shows the very cases it counts. */
  drill(steps: readonly Step[], metric = this.address().metric, mode = this.address().mode): void {
    const { filters, trail } = this.address();
    // What was narrowed to before, by a filter, is no step: going up leaves it.
    const added = steps.filter(([dimension, key]) => filters[dimension] !== key);
    const changed = Object.fromEntries(added.map(([dimension, key]) => [filterParameters[dimension], key]));
    const names = added.map(([dimension]) => dimension);
    const drill = [...trail.filter((one) => !names.includes(one)), ...names].join(',');
    this.goToList({ ...this.asMetric(metric), ...asMode(mode), ...changed, drill: drill || null });
  }

  /** Back up to so many steps. */
  climb(steps: number): void {
    const { trail } = this.address();
    const left = trail.slice(steps).map((dimension) => [filterParameters[dimension], null]);
    this.goToList({ ...Object.fromEntries(left), drill: trail.slice(0, steps).join(',') || null });
  }

  narrow(dimension: MetricDimension, key: string | null): void {
    const drill = this.address().trail.filter((one) => one !== dimension);
    this.go({ [filterParameters[dimension]]: key, drill: drill.join(',') || null });
  }

  clear(): void {
    const names = [...Object.values(filterParameters), 'from', 'to', 'period', 'drill'];
    this.go(Object.fromEntries(names.map((name) => [name, null])));
  }

  /** The address with the days of its range, so that it shows the same to whoever opens it later. */
  link(): string {
    const tree = this.router.createUrlTree([], {
      queryParams: { ...this.range(), period: null },
      queryParamsHandling: 'merge',
    });
    return new URL(this.router.serializeUrl(tree), location.origin).href;
  }

  private asMetric(metric: MetricKey): Record<string, string | null> {
    return { metric: metric === this.kind.metric ? null : metric };
  }
}

const asMode = (mode: MetricMode) => ({ count: mode === 'event' ? null : mode });
