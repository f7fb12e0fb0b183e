import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { Notice, Notices } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import { Api, ApiProblem, Toasts, count, liveResource } from '@stipple/ui';

/** How many are listed more each time somebody asks for more. */
const step = 50;
/** As many as the API gives at once. Who has more than these has another way to them: the queue. */
const most = 500;

/** What was marked here and has not come back from the server yet. */
interface Marked {
  readonly all: boolean;
  readonly single: ReadonlyMap<string, boolean>;
}
const nothing: Marked = { all: false, single: new Map() };

/**
 * The notices of whoever sits here: one list for the bell, its panel and the page, so that they never contradict. Until
 * somebody looks at the list only its newest entry is read: how many there are comes with it, and the bell needs no more.
 */
@Injectable({ providedIn: 'root' })
export class NoticeDesk {
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly person = inject(CurrentPerson);
  private readonly listed = signal(step);
  /** Whether somebody has looked at the list: from then on it is there at once. */
  private readonly isLookedAt = signal(false);
  private readonly asked = computed(() => (this.isLookedAt() ? this.listed() : 1));
  private readonly page = liveResource<Notices>(
    () => (this.person.me() ? { url: `/api/notices?most=${this.asked()}` } : undefined),
    // Tasks come and go, and those of a closed case are told to nobody.
    ({ subject }) => subject === 'task' || subject === 'treatment_case',
  );
  /** What was marked holds at once, until the server has said it. */
  private readonly marked = linkedSignal<Notices | undefined, Marked>({
    source: this.page.value,
    computation: () => nothing,
  });
  private readonly failed = signal<ApiProblem | undefined>(undefined);
  /** The last marking of all, as long as it can be taken back from where it was made. */
  readonly marking = signal<string | null>(null);

  /** Whether it is known how many there are: not read is not none. */
  readonly isCounted = computed(() => this.page.value() !== undefined);
  /** Undefined until the list has been read; the one entry that came with the count is no list. */
  readonly items = computed(() => {
    const { items, total } = this.page.value() ?? { items: [], total: step };
    return items.length < Math.min(step, total) ? undefined : items.map((item) => this.asMarked(item));
  });
  readonly total = computed(() => this.page.value()?.total ?? 0);
  readonly unread = computed(() => {
    const { items, unread } = this.page.value() ?? { items: [], unread: 0 };
    if (this.marked().all) return 0;
    return items.reduce(
      (left, item) => left + Number(item.isRead) - Number(this.asMarked(item).isRead),
      unread,
    );
  });
  readonly canShowMore = computed(() => this.total() > this.listed() && this.listed() < most);
  readonly unreadable = this.page.problem;
  readonly problem = computed(() => this.page.problem() ?? this.failed());
  readonly loading = this.page.loading;

  look(): void {
    this.isLookedAt.set(true);
  }

  showMore(): void {
    this.listed.update((before) => Math.min(most, before + step));
  }

  readAgain(): void {
    this.failed.set(undefined);
    this.page.reload();
  }

  async mark(taskId: string, isRead: boolean): Promise<void> {
    this.marked.update(({ all, single }) => ({ all, single: new Map(single).set(taskId, isRead) }));
    await this.send('readings', { taskIds: [taskId], isRead });
  }

  /** All that were there when the list was read; what has come since stays unread. */
  async markAll(): Promise<void> {
    const upTo = this.page.value()?.upTo;
    const many = this.unread();
    if (!upTo || many === 0) return;
    const marking = crypto.randomUUID();
    this.marked.set({ ...nothing, all: true });
    if (!(await this.send('marks', { upTo, marking }))) return;
    this.marking.set(marking);
    this.toasts.say(`${count(many, 'notice')} marked as read`, { undo: () => this.takeBack(marking) });
  }

  async takeBack(marking: string): Promise<void> {
    this.marking.set(null);
    await this.send('mark-ends', { marking });
  }

  private asMarked(item: Notice): Notice {
    const { all, single } = this.marked();
    return { ...item, isRead: single.get(item.taskId) ?? (all || item.isRead) };
  }

  private async send(what: string, body: object): Promise<boolean> {
    this.failed.set(undefined);
    try {
      await this.api.post(`/api/notices/${what}`, body);
      return true;
    } catch (error) {
      this.marked.set(nothing);
      this.failed.set(ApiProblem.from(error));
      return false;
    } finally {
      this.page.reload(true);
    }
  }
}
