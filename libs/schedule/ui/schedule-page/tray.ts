import { HttpClient } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseView, ClearedCase, QueuePage, QueueRow } from '@stipple/contracts';
import { ApiProblem, Icon, ProblemBanner, count, formatDayShort, liveResource } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { Dragging } from '../dragging';
import { Placing } from '../placing';
import { ScheduleView } from '../schedule-view';

const mostShown = 12;

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
  private readonly cleared = computed(() => this.view.week.value()?.cleared ?? []);
  private readonly fitting = computed(() => {
    if (this.search() === '') return this.cleared();
    const ids = new Set((this.found.value()?.rows ?? []).map(({ id }) => id));
    return this.cleared().filter(({ caseId }) => ids.has(caseId));
  });
  protected readonly shown = computed(() => this.fitting().slice(0, mostShown));
  protected readonly more = computed(() => this.fitting().length - this.shown().length);
  protected readonly moreWords = computed(() => count(this.more(), 'more case'));
  protected readonly locked = computed(() => {
    if (this.search() === '') return [];
    const open = new Set(this.cleared().map(({ caseId }) => caseId));
    return (this.found.value()?.rows ?? []).filter(({ id }) => !open.has(id)).slice(0, 6);
  });

  constructor() {
    effect((onCleanup) => {
      const text = this.typed().trim();
      if (text === untracked(this.search)) return;
      const timer = setTimeout(() => this.find(text), 220);
      onCleanup(() => clearTimeout(timer));
    });
    effect(() => {
      const isFound = this.search() === '' || this.found.settled();
      if (!this.wantsFirst() || !isFound) return;
      this.wantsFirst.set(false);
      untracked(() => this.takeFirst());
    });
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
