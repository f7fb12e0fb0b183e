import { HttpClient } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { QueuePage, QueueRow, QueueRows } from '@stipple/contracts';
import { ApiProblem, Live, Moved } from '@stipple/ui';
import { Subscription } from 'rxjs';
import { Asked, readOf } from './queue-state';
import { ShownRow, asShown, expected, newOnes, restored, updated } from './row-changes';

/** Several moves of one command arrive together and are worth one read. */
const burstMs = 60;
/** How often at most the page is compared with what a refresh would show. */
const lookMs = 1500;

/**
 * The rows on screen. What others change is brought up to date in its place; what is new waits until somebody asks for
 * it; what left stays where it was and says what happened. So nothing ever moves under the cursor by itself.
 */
@Injectable()
export class LiveRows {
  private readonly http = inject(HttpClient);
  private asked: Asked | null = null;
  private shownFor = '';
  private reading: Subscription | null = null;
  private looking: Subscription | null = null;
  private readonly touched = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private lookTimer: ReturnType<typeof setTimeout> | null = null;
  private lookedAt = 0;

  private readonly list = signal<readonly ShownRow[]>([]);
  readonly shown = this.list.asReadonly();
  /** The page as it was read last, for its total and its successor. Undefined until the first answer. */
  readonly page = signal<QueuePage | undefined>(undefined);
  readonly loading = signal(false);
  /** Whether the rows on screen still belong to what was asked before. */
  readonly stale = signal(false);
  readonly problem = signal<ApiProblem | undefined>(undefined);
  /** Ids that a refresh would show and the screen does not. */
  readonly waiting = signal<readonly string[]>([]);
  /** When the rows were last known to be true. */
  readonly asOf = signal<Date | null>(null);
  readonly today = computed(() => this.page()?.today ?? '');

  constructor() {
    inject(Live).listen((moved) => this.heard(moved));
    inject(DestroyRef).onDestroy(() => this.forget());
  }

  /** Shows what is asked for. Rows of another view never stay on screen under the name of this one. */
  show(asked: Asked): void {
    const same = this.asked !== null && JSON.stringify(this.asked) === JSON.stringify(asked);
    if (same) return;
    this.asked = asked;
    this.read();
  }

  /** Whether the rows on screen are the answer to this. */
  shows(asked: Asked): boolean {
    return this.shownFor === JSON.stringify(asked);
  }

  /** Reads the page again and shows it as it is now, in its order. */
  refresh(): void {
    if (this.asked) this.read();
  }

  rowOf(id: string): QueueRow | undefined {
    return this.list().find(({ row }) => row.id === id)?.row;
  }

  /** Shows at once what is on its way to the server. The answer, or the next read, has the last word. */
  expect(id: string, values: Partial<QueueRow>, note: string | null): void {
    this.change(id, (shown) => expected(shown, values, note));
  }

  /** What was expected did not come true, or was taken back. */
  restore(ids: readonly string[]): void {
    for (const id of ids) this.change(id, restored);
    this.freshen(ids);
  }

  /** Brings rows up to date in their places, as after a change of one's own. */
  freshen(ids: readonly string[]): void {
    for (const id of ids) this.touched.add(id);
    this.readTouched(false);
  }

  private read(): void {
    const { asked } = this;
    if (asked === null) return;
    this.forget();
    const { url, headers } = readOf('/api/cases', asked);
    this.stale.set(this.shownFor !== JSON.stringify(asked));
    this.loading.set(true);
    this.reading = this.http.get<QueuePage>(url, { headers: { ...headers } }).subscribe({
      next: (page) => {
        this.page.set(page);
        this.list.set(page.rows.map(asShown));
        this.arrived();
      },
      error: (error: unknown) => {
        // What was asked for before is not what is asked for now.
        if (this.stale()) this.list.set([]);
        this.failed(error);
      },
    });
  }

  private arrived(): void {
    this.shownFor = JSON.stringify(this.asked);
    this.stale.set(false);
    this.loading.set(false);
    this.problem.set(undefined);
    this.waiting.set([]);
    this.asOf.set(new Date());
  }

  private failed(error: unknown): void {
    this.loading.set(false);
    this.stale.set(false);
    this.problem.set(ApiProblem.from(error));
  }

  private heard(moved: Moved | 'everything'): void {
    if (moved === 'everything' && this.list().length === 0 && this.problem()) return this.refresh();
    if (moved === 'everything') for (const { row } of this.list()) this.touched.add(row.id);
    else if (this.rowOf(moved.caseId)) this.touched.add(moved.caseId);
    if (this.touched.size > 0) this.timer ??= setTimeout(() => this.readTouched(true), burstMs);
    this.lookTimer ??= setTimeout(() => this.look(), Math.max(burstMs, this.lookedAt + lookMs - Date.now()));
  }

  /** Reads those rows on screen of which something was heard. */
  private readTouched(passive: boolean): void {
    this.timer = null;
    const ids = [...this.touched].slice(0, 50);
    this.touched.clear();
    if (!this.asked || ids.length === 0) return;
    const { url, headers } = readOf('/api/queue/rows', this.asked, { ids: ids.join(',') });
    this.http.get<QueueRows>(url, { headers: asPassive(headers, passive) }).subscribe({
      next: ({ rows }) => {
        for (const { inView, ...fresh } of rows)
          this.change(fresh.id, (shown) => updated(shown, fresh, inView));
        this.asOf.set(new Date());
        this.problem.set(undefined);
      },
      error: (error: unknown) => this.problem.set(ApiProblem.from(error)),
    });
  }

  /** Compares the screen with what a refresh would show. */
  private look(): void {
    this.lookTimer = null;
    if (!this.asked || this.loading()) return;
    this.lookedAt = Date.now();
    const { url, headers } = readOf('/api/cases', this.asked);
    this.looking?.unsubscribe();
    this.looking = this.http.get<QueuePage>(url, { headers: asPassive(headers, true) }).subscribe({
      next: (page) => {
        this.waiting.set(newOnes(this.list(), page.rows));
        this.page.update((before) => before && { ...before, total: page.total, today: page.today });
        this.asOf.set(new Date());
        this.problem.set(undefined);
      },
      error: (error: unknown) => this.problem.set(ApiProblem.from(error)),
    });
  }

  private change(id: string, how: (shown: ShownRow) => ShownRow): void {
    this.list.update((list) => {
      const next = list.map((shown) => (shown.row.id === id ? how(shown) : shown));
      return next.some((shown, index) => shown !== list[index]) ? next : list;
    });
  }

  /** What is under way for a page that is no longer asked for. */
  private forget(): void {
    this.reading?.unsubscribe();
    this.looking?.unsubscribe();
    if (this.timer) clearTimeout(this.timer);
    if (this.lookTimer) clearTimeout(this.lookTimer);
    this.timer = this.lookTimer = null;
    this.touched.clear();
  }
}

/** What the page reads by itself does not count as somebody's activity. */
function asPassive(
  headers: Readonly<Record<string, string>> | undefined,
  passive: boolean,
): Record<string, string> {
  return { ...headers, ...(passive ? { 'stipple-passive': '1' } : {}) };
}
