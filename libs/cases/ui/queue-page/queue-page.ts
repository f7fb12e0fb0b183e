import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Directory } from '@stipple/contracts';
import { CurrentPerson, FirstSteps } from '@stipple/staff-ui';
import {
  Icon,
  KeyHint,
  ProblemBanner,
  count,
  drawOn,
  formatNumber,
  isNothingFocused,
  liveResource,
  NumberWords,
} from '@stipple/ui';
import { ActiveRow } from './active-row';
import { BulkOutcome } from './bulk-outcome';
import { focusWhen } from './focus-when';
import { LiveRows } from './live-rows';
import { NoRows } from './no-rows';
import { QueueDesk } from './queue-desk';
import { QueueExport } from './queue-export';
import { QueueFilters } from './queue-filters';
import { QueueFoot } from './queue-foot';
import { QueueSearch } from './queue-search';
import { queueParts } from './queue-parts';
import { QueueState, filtersOn, paramsOf, viewOf, withoutFilters } from './queue-state';
import { QueueTable } from './queue-table';
import { QueueWindow } from './queue-window';
import { QueueWork } from './queue-work';
import { RowsSkeleton } from './rows-skeleton';
import { SavedViews } from './saved-views';
import { Selection } from './selection';
import { SelectionBar } from './selection-bar';
import { tabsOf } from './tabs';
import { ViewCounts } from './view-counts';
import { ViewTabs } from './view-tabs';

/** The coordinator's day: every case that waits for somebody, the most pressing on top. */
@Component({
  selector: 'st-queue-page',
  imports: [
    BulkOutcome,
    FirstSteps,
    Icon,
    KeyHint,
    NoRows,
    ProblemBanner,
    QueueFilters,
    QueueFoot,
    QueueTable,
    QueueWindow,
    RouterLink,
    RowsSkeleton,
    SelectionBar,
    ViewTabs,
    NumberWords,
  ],
  providers: queueParts,
  templateUrl: './queue-page.html',
  styleUrl: './queue-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueuePage {
  // Each of these is a part of the address.
  readonly view = input<string>();
  readonly stage = input<string>();
  readonly actsNext = input<string>();
  readonly owner = input<string>();
  readonly payerId = input<string>();
  readonly closed = input<string>();
  readonly sort = input<string>();
  readonly direction = input<string>();
  readonly after = input<string>();
  readonly row = input<string>();

  private readonly router = inject(Router);
  private readonly active = inject(ActiveRow);
  private readonly left = this.active.id();
  private readonly counts = inject(ViewCounts);
  private readonly saved = inject(SavedViews);
  protected readonly person = inject(CurrentPerson);
  protected readonly desk = inject(QueueDesk);
  protected readonly rows = inject(LiveRows);
  protected readonly work = inject(QueueWork);
  protected readonly selection = inject(Selection);
  protected readonly search = inject(QueueSearch);
  protected readonly file = inject(QueueExport);
  /** The head comes first, then the views, then the rows, then what has no place on screen yet, each in a task of its own. */
  protected readonly drawn = signal(1);
  private readonly table = viewChild(QueueTable);
  private readonly bar = viewChild(SelectionBar);
  private readonly filters = viewChild<QueueFilters>('filters');
  private readonly searchField = viewChild.required<ElementRef<HTMLInputElement>>('searchField');
  private readonly saveButton = viewChild.required<ElementRef<HTMLButtonElement>>('saveButton');
  private readonly toFilter = focusWhen(
    () => this.filters() !== undefined,
    () => this.filters()?.focus(),
  );
  /** To the first row found, unless somebody has gone on by themselves. */
  private readonly toFirst = focusWhen(
    () => this.found(),
    () => document.activeElement === this.searchField().nativeElement && this.table()?.goTo(0),
  );
  /** Whoever comes back finds the row they left, and the keys act on it. */
  private readonly toLeft = focusWhen(
    () => this.rows.page() !== undefined && this.drawn() > 2,
    () =>
      isNothingFocused(document) &&
      this.table()
        ?.lineOf(this.left ?? '')
        ?.focus(),
  );
  private readonly begun = computed(() => this.drawn() > 3);
  protected readonly directory = liveResource<Directory>(
    () => (this.begun() ? { url: '/api/directory' } : undefined),
    () => false,
  );

  protected readonly state = computed<QueueState>(() => ({
    view: this.view(),
    stage: this.stage(),
    actsNext: this.actsNext(),
    owner: this.owner(),
    payerId: this.payerId(),
    closed: this.closed(),
    sort: this.sort(),
    direction: this.direction(),
    after: this.after(),
  }));
  private readonly asked = computed(() => ({ state: this.state(), search: this.search.text() }));
  protected readonly params = computed(() => paramsOf(this.state()));
  protected readonly query = computed(() => viewOf(this.state()));
  protected readonly tabs = computed(() => tabsOf(this.state(), this.counts.views(), this.saved.list()));
  protected readonly tab = computed(() => this.tabs().find(({ current }) => current));
  protected readonly filtersOn = computed(() => filtersOn(this.state()));
  protected readonly filtersOpen = linkedSignal(() => this.filtersOn() > 0);
  protected readonly narrowed = computed(() => this.filtersOn() > 0 || this.search.text() !== '');
  protected readonly today = computed(() => this.rows.today() || this.person.today());
  protected readonly people = computed(() => this.directory.value()?.coordinators ?? []);
  protected readonly total = computed(() => {
    const total = this.rows.page()?.total;
    if (total === undefined) return '';
    return total.capped ? `${formatNumber(total.count)}+ cases` : count(total.count, 'case');
  });

  constructor() {
    drawOn(
      this.drawn,
      computed(() => (this.rows.page() || this.rows.problem() ? 4 : 3)),
      1,
    );
    this.desk.begin({
      asked: this.asked,
      table: this.table,
      bar: this.bar,
      saveButton: () => this.saveButton().nativeElement,
      narrowed: this.narrowed,
      toSearch: () => this.searchField().nativeElement.select(),
      toFilters: () => this.toFilters(),
      clear: () => this.clear(),
      open: ({ id }) =>
        void this.router.navigate(['/cases', id], {
          queryParams: this.params(),
          state: { search: this.search.text() },
        }),
    });
    effect(() => {
      const row = this.row() ?? null;
      untracked(() => this.active.set(row));
    });
    effect(() => {
      const asked = this.asked();
      untracked(() => this.rows.show(asked));
    });
    effect(() => {
      if (!this.begun()) return;
      untracked(() => {
        this.counts.read(false);
        this.saved.read();
      });
    });
    // What is chosen keeps up with what is on screen, so that a change names the version one sees.
    effect(() => {
      const rows = this.rows.shown().map(({ row }) => row);
      untracked(() => this.selection.renew(rows));
    });
    if (this.left !== null) this.toLeft();
  }

  protected readonly barCommands = {
    assign: 'queue.assign',
    snooze: 'queue.snooze',
    clear: 'queue.unselect',
  };

  protected go(state: QueueState): void {
    void this.router.navigate(['/queue'], { queryParams: state });
  }

  /** The same column again turns the order round. */
  protected sortBy(column: string): void {
    const same = (this.sort() ?? 'press') === column;
    const direction = same && (this.direction() ?? 'up') === 'up' ? 'down' : undefined;
    this.go({ ...this.state(), sort: column === 'press' ? undefined : column, direction, after: undefined });
  }

  /** Everything that may have failed together. */
  protected retry(): void {
    this.rows.refresh();
    this.counts.read(false);
    this.saved.read();
    this.directory.reload();
  }

  protected clear(): void {
    this.search.set('');
    this.go(withoutFilters(this.state()));
  }

  /** From the search field on to what it finds, as soon as that is on screen. */
  protected toRows(event: Event): void {
    event.preventDefault();
    this.search.ask();
    if (this.found()) this.table()?.goTo(0);
    else this.toFirst();
  }

  /** Whether the rows on screen are those that the search field asks for. */
  private found(): boolean {
    return this.drawn() > 2 && !this.rows.stale() && this.rows.shows(this.asked());
  }

  protected toFilters(): void {
    this.filtersOpen.set(true);
    this.toFilter();
  }
}
