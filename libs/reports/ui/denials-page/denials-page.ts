import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DenialList, DenialReport, Directory } from '@stipple/contracts';
import {
  DenialClass,
  MetricMode,
  denialClassWords,
  denialClasses,
  metricModes,
  stageWords,
} from '@stipple/domain';
import {
  EmptyState,
  Icon,
  ProblemBanner,
  Skeleton,
  count,
  formatDay,
  formatDayShort,
  liveResource,
} from '@stipple/ui';
import { CurrentPerson } from '@stipple/staff-ui';
import { HeadlineFigures } from '../figures/headline-figures';
import { DenialsChart } from './denials-chart';
import {
  DenialGroup,
  Grouping,
  chartHeight,
  groupDenials,
  groupings,
  percentWords,
  rateWords,
  summaryOf,
} from './group-denials';

const groupingWords: Readonly<Record<Grouping, string>> = {
  payer: 'Payer',
  reason: 'Reason',
  month: 'Month',
};

/** Where and why payers say no, with the definition beside every number and the cases behind it one click away. */
@Component({
  selector: 'st-denials-page',
  imports: [DenialsChart, EmptyState, HeadlineFigures, Icon, ProblemBanner, RouterLink, Skeleton],
  templateUrl: './denials-page.html',
  styleUrl: './denials-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DenialsPage {
  // Each of these is a part of the address.
  readonly from = input<string>();
  readonly to = input<string>();
  readonly payerId = input<string>();
  readonly denialClass = input<string>();
  readonly by = input<string>();
  /** What counts once in the figures at the top. */
  readonly count = input<string>();
  /** The row whose cases are listed: a payer's id, a reason code or a month. */
  readonly pick = input<string>();

  private readonly router = inject(Router);
  protected readonly person = inject(CurrentPerson);
  protected readonly directory = liveResource<Directory>(
    () => ({ url: '/api/directory' }),
    () => false,
  );
  protected readonly groupings = groupings;
  protected readonly groupingWords = groupingWords;
  protected readonly classes = denialClasses;
  protected readonly classWords = denialClassWords;
  protected readonly stageWords = stageWords;
  protected readonly rateWords = rateWords;
  protected readonly percentWords = percentWords;
  protected readonly shortDay = formatDayShort;

  protected readonly grouping = computed<Grouping>(
    () => groupings.find((one) => one === this.by()) ?? 'payer',
  );
  private readonly class = computed<DenialClass | null>(
    () => denialClasses.find((one) => one === this.denialClass()) ?? null,
  );
  /** Said at once, without asking: such a range holds nothing. */
  protected readonly reversed = computed(() => {
    const [from, to] = [this.from(), this.to()];
    return from !== undefined && to !== undefined && from > to;
  });
  private readonly filters = computed(() => ({
    from: this.from(),
    to: this.to(),
    payerId: this.payerId(),
  }));
  protected readonly report = liveResource<DenialReport>(
    () => (this.reversed() ? undefined : { url: `/api/reports/denials?${queryOf(this.filters())}` }),
    ({ subject }) => subject === 'auth_request',
  );
  protected readonly groups = computed(() => {
    const report = this.report.value();
    return report ? groupDenials(report, this.grouping(), this.class()) : [];
  });
  protected readonly mode = computed<MetricMode>(
    () => metricModes.find((one) => one === this.count()) ?? 'event',
  );
  protected readonly figureQuery = computed(() =>
    queryOf({ ...this.filters(), denialClass: this.class() ?? undefined }),
  );
  protected readonly period = computed(() => {
    const report = this.report.value();
    return report ? `${formatDay(report.from)} to ${formatDay(report.to)}` : '';
  });
  protected readonly summary = computed(() => summaryOf(this.groups(), this.grouping()));
  /** Known before the chart is there, so that nothing moves when it comes. */
  protected readonly chartHeight = computed(() => chartHeight(this.groups().length, this.grouping()));
  protected readonly chosen = computed(() => this.groups().find(({ key }) => key === this.pick()));

  private readonly caseQuery = computed(() => {
    const pick = this.pick();
    const only =
      pick === undefined
        ? {}
        : { payer: { payerId: pick }, reason: { reason: pick }, month: { month: pick } }[this.grouping()];
    return queryOf({ ...this.filters(), denialClass: this.class() ?? undefined, ...only });
  });
  protected readonly cases = liveResource<DenialList>(
    () => (this.reversed() ? undefined : { url: `/api/reports/denials/cases?${this.caseQuery()}` }),
    ({ subject }) => subject === 'auth_request',
  );
  /** Another list begins short again. */
  protected readonly allShown = linkedSignal({ source: this.caseQuery, computation: () => false });
  protected readonly shownCases = computed(() => {
    const rows = this.cases.value()?.rows ?? [];
    return this.allShown() ? rows : rows.slice(0, 15);
  });
  protected readonly casesTitle = computed(() => {
    const chosen = this.chosen();
    const total = this.cases.value()?.total;
    const what = total === undefined ? 'The cases' : count(total, 'denied request');
    return chosen ? `${what}: ${chosen.name}` : what;
  });
  protected readonly csv = computed(() => `/api/reports/denials/export?${this.caseQuery()}`);

  protected go(change: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }

  /** Shows the cases behind a row; again, and all of them. */
  protected choose(key: string): void {
    this.go({ pick: this.pick() === key ? null : key });
  }

  protected groupBy(by: Grouping): void {
    this.go({ by: by === 'payer' ? null : by, pick: null });
  }

  protected countBy(mode: MetricMode): void {
    this.go({ count: mode === 'event' ? null : mode });
  }

  protected clear(): void {
    this.go({ from: null, to: null, payerId: null, denialClass: null, pick: null });
  }

  protected readonly filtered = computed(
    () => !!(this.from() ?? this.to() ?? this.payerId() ?? this.denialClass()),
  );

  protected rateOfRow({ rate }: DenialGroup): string {
    return rate ? rateWords(rate) : '–';
  }
}

/** Without what is not asked for; an empty reason is asked for: denials that came without a code. */
function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const asked = Object.entries(values).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && (entry[1] !== '' || entry[0] === 'reason'),
  );
  return new URLSearchParams(asked).toString();
}
