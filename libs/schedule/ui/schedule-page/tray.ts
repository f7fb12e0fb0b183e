import { HttpClient } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseView, ClearedCase, QueuePage, QueueRow } from '@stipple/contracts';
import { ApiProblem, Icon, ProblemBanner, count, formatDayShort, liveResource } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { clearedCases } from '../cleared';
import { Dragging } from '../dragging';
import { Placing } from '../placing';
import { ScheduleView } from '../schedule-view';

const mostShown = 12;
const mostLocked = 6;

interface Listed {
  readonly free: readonly ClearedCase[];
  /** How many may be booked, listed or not. */
  readonly total: number;
  /** Found, and not to be booked. */
  readonly locked: readonly QueueRow[];
}

/** Who may be booked: the cases whose clearance has units left. Any other case says why it may not. */
@Component({
  selector: 'st-tray',
  imports: [Icon, ProblemBanner, RouterLink],
  templateUrl: './tray.html',
  styleUrl: './panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Tray {
  protected readonly view = inject(ScheduleView);
  protected readonly dragging = inject(Dragging);
  private readonly placing = inject(Placing);
  private readonly http = inject(HttpClient);
  private readonly searchBox = viewChild.required<ElementRef<HTMLInputElement>>('search');
  protected readonly typed = signal('');
  private readonly search = signal('');
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  /** Whoever was asked for and may not be booked, with the server's reasons. */
  protected readonly refusedCase = signal<{
    readonly row: QueueRow;
    readonly sentences: readonly string[];
  } | null>(null);
  /** Enter before what was typed is found means its first case, never the first of what stood there before. */
  private readonly wantsFirst = signal(false);
  private readonly found = liveResource<QueuePage>(() =>
    this.search() === ''
      ? undefined
      : { url: '/api/cases', headers: { 'stipple-search': encodeURIComponent(this.search()) } },
  );
  private readonly foundIds = computed(() =>
    this.search() !== '' && this.found.settled()
      ? (this.found.value()?.rows.map(({ id }) => id) ?? [])
      : null,
  );
  /** Of those found, who may be booked. */
  private readonly open = clearedCases(() => (this.foundIds()?.length ? this.foundIds() : null));
  private readonly isFound = computed(
    () =>
      this.search() === '' ||
      this.foundIds()?.length === 0 ||
      (this.foundIds() !== null && this.open.settled()),
  );
  /** What stands in the list; what stood there stays until its successor is known as a whole. */
  private readonly listed = linkedSignal<Listed | undefined, Listed | undefined>({
    source: () => (this.isFound() ? this.list() : undefined),
    computation: (now, before) => now ?? before?.value,
  });
  protected readonly known = computed(() => this.listed() !== undefined);
  protected readonly shown = computed(() => this.listed()?.free.slice(0, mostShown) ?? []);
  protected readonly locked = computed(() => this.listed()?.locked ?? []);
  protected readonly more = computed(() => (this.listed()?.total ?? 0) - this.shown().length);
  protected readonly moreWords = computed(() => count(this.more(), 'more case'));
  protected readonly unread = computed(() =>
    this.search() === '' ? this.view.cleared.problem() : (this.found.problem() ?? this.open.problem()),
  );

  constructor() {
    effect((onCleanup) => {
      const text = this.typed().trim();
      if (text === untracked(this.search)) return;
      const timer = setTimeout(() => this.find(text), 220);
      onCleanup(() => clearTimeout(timer));
    });
    effect(() => {
      if (!this.wantsFirst() || !this.isFound()) return;
      this.wantsFirst.set(false);
      untracked(() => this.takeFirst());
    });
  }

  private list(): Listed | undefined {
    const cleared = this.view.cleared.value();
    if (this.search() === '') return cleared && { free: cleared.rows, total: cleared.total, locked: [] };
    const rows = this.found.value()?.rows ?? [];
    const free = rows.length > 0 ? (this.open.value()?.rows ?? []) : [];
    const open = new Set(free.map(({ caseId }) => caseId));
    const locked = rows.filter(({ id }) => !open.has(id)).slice(0, mostLocked);
    return { free, total: free.length, locked };
  }

  protected readAgain(): void {
    if (this.search() === '') return this.view.cleared.reload();
    this.found.reload();
    this.open.reload();
  }

  protected type(text: string): void {
    this.wantsFirst.set(false);
    this.typed.set(text);
  }

  protected about(one: ClearedCase): string {
    const left = `${one.unitsLeft} of ${count(one.units, 'unit')} left`;
    return `${one.number ?? 'Self-pay'} · ${left} · until ${formatDayShort(one.closesOn, this.view.today())}`;
  }

  protected begin(cleared: ClearedCase): void {
    this.refusedCase.set(null);
    this.view.go({ session: null });
    this.placing.begin({ kind: 'book', cleared });
  }

  focusSearch(): void {
    this.searchBox().nativeElement.focus();
  }

  beginFirst(): void {
    this.find(this.typed().trim());
    this.wantsFirst.set(true);
  }

  private find(text: string): void {
    if (text === this.search()) return;
    this.search.set(text);
    this.refusedCase.set(null);
  }

  private takeFirst(): void {
    const [free] = this.shown();
    const [locked] = this.locked();
    if (free) this.begin(free);
    else if (locked) void this.explain(locked);
  }

  /** The rules are the server's: it says why, and what would unlock it. */
  protected async explain(row: QueueRow): Promise<void> {
    this.placing.end();
    this.problem.set(undefined);
    try {
      const view = await firstValueFrom(this.http.get<CaseView>(`/api/cases/${row.id}`));
      const book = (view.beginnings['treatment_session'] ?? []).find(({ move }) => move === 'book');
      this.refusedCase.set({ row, sentences: (book?.refusals ?? []).map(({ sentence }) => sentence) });
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
  }
}
