import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Directory, QueuePage as Page, QueueRow } from '@stipple/contracts';
import { bodySiteWords, partyWords, sideWords, stageWords } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  Chip,
  EmptyState,
  Icon,
  ProblemBanner,
  Read,
  Skeleton,
  distance,
  formatDayShort,
  liveResource,
  urgency,
} from '@stipple/ui';
import { partyIcons, stageLooks } from '../looks';
import { QueueFilters, QueueState } from './queue-filters';

/** The coordinator's day: every case that waits for somebody, the most pressing on top. */
@Component({
  selector: 'st-queue-page',
  imports: [Chip, EmptyState, Icon, ProblemBanner, QueueFilters, RouterLink, Skeleton],
  templateUrl: './queue-page.html',
  styleUrl: './queue-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueuePage {
  // Each of these is a part of the address.
  readonly stage = input<string>();
  readonly actsNext = input<string>();
  readonly owner = input<string>();
  readonly payerId = input<string>();
  readonly closed = input<string>();
  readonly sort = input<string>();
  readonly direction = input<string>();
  readonly after = input<string>();

  private readonly router = inject(Router);
  protected readonly person = inject(CurrentPerson);
  /** What is typed, and what is asked for: a moment later. It may be a patient's name, so it stays out of the address. */
  protected readonly typed = signal(String((history.state as { search?: string } | null)?.search ?? ''));
  private readonly search = signal(this.typed());
  protected readonly directory = httpResource<Directory>(() => '/api/directory');

  protected readonly state = computed<QueueState>(() => ({
    stage: this.stage(),
    actsNext: this.actsNext(),
    owner: this.owner(),
    payerId: this.payerId(),
    closed: this.closed(),
    sort: this.sort(),
    direction: this.direction(),
    after: this.after(),
  }));
  protected readonly page = liveResource<Page>(() => readOf(this.state(), this.search()));
  protected readonly rows = computed(() => this.page.value()?.rows ?? []);
  protected readonly today = computed(() => this.page.value()?.today ?? this.person.today());
  protected readonly filtered = computed(
    () =>
      this.search() !== '' ||
      Object.entries(this.state()).some(([name, value]) => value && name !== 'sort' && name !== 'direction'),
  );
  protected readonly total = computed(() => {
    const total = this.page.value()?.total;
    if (total === undefined) return '';
    return total.capped
      ? `${total.count.toLocaleString('en-US')}+ cases`
      : `${total.count.toLocaleString('en-US')} ${total.count === 1 ? 'case' : 'cases'}`;
  });

  protected readonly stageWords = stageWords;
  protected readonly stageLooks = stageLooks;
  protected readonly partyWords = partyWords;
  protected readonly partyIcons = partyIcons;
  protected readonly urgency = urgency;
  protected readonly distance = distance;
  protected readonly shortDay = formatDayShort;

  constructor() {
    effect((onCleanup) => {
      const text = this.typed().trim();
      const timer = setTimeout(() => {
        if (text === this.search()) return;
        this.search.set(text);
        history.replaceState({ ...(history.state as object | null), search: text }, '');
        if (this.after()) this.go({ ...this.state(), after: undefined });
      }, 220);
      onCleanup(() => clearTimeout(timer));
    });
  }

  protected siteOf(row: QueueRow): string {
    return row.side === 'midline'
      ? bodySiteWords[row.bodySite]
      : `${sideWords[row.side]} ${bodySiteWords[row.bodySite].toLowerCase()}`;
  }

  protected go(state: QueueState): void {
    void this.router.navigate([], { queryParams: state, state: { search: this.search() } });
  }

  /** The same column again turns the order round. */
  protected sortBy(column: string): void {
    const same = (this.sort() ?? 'due') === column;
    this.go({
      ...this.state(),
      sort: column,
      direction: same && (this.direction() ?? 'up') === 'up' ? 'down' : 'up',
      after: undefined,
    });
  }

  protected sortedAs(column: string): 'ascending' | 'descending' | null {
    if ((this.sort() ?? 'due') !== column) return null;
    return (this.direction() ?? 'up') === 'up' ? 'ascending' : 'descending';
  }

  protected clear(): void {
    this.typed.set('');
    this.search.set('');
    this.go({ sort: this.sort(), direction: this.direction() });
  }
}

function readOf(state: QueueState, search: string): Read {
  const query = new URLSearchParams(
    Object.entries(state).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  );
  return {
    url: `/api/cases?${query}`,
    headers: search === '' ? {} : { 'stipple-search': encodeURIComponent(search) },
  };
}
