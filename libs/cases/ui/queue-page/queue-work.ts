import { Injectable, inject, signal } from '@angular/core';
import type { QueueRow } from '@stipple/contracts';
import { addWorkingDays, doneForDays } from '@stipple/domain';
import { Toasts, count, formatDayShort, formatWeekday } from '@stipple/ui';
import { Bulk, BulkItem, Outcome, undoOf } from './bulk';
import { LiveRows } from './live-rows';
import { Selection } from './selection';

export interface Owner {
  readonly id: string;
  readonly name: string;
}

/**
 * What is done with rows without opening them. Rows show it at once, as all of it can be undone; what the server
 * refuses is put back and said.
 */
@Injectable()
export class QueueWork {
  private readonly bulk = inject(Bulk);
  private readonly rows = inject(LiveRows);
  private readonly selection = inject(Selection);
  private readonly toasts = inject(Toasts);
  /** What became of the last change, while some of it was refused. */
  readonly outcome = signal<Outcome | null>(null);
  readonly progress = this.bulk.progress;

  done(rows: readonly QueueRow[]): Promise<void> {
    const day = addWorkingDays(this.rows.today(), doneForDays);
    return this.putOff(rows, day, `Done for now: back on ${formatWeekday(day)}`);
  }

  snooze(rows: readonly QueueRow[], day: string): Promise<void> {
    return this.putOff(rows, day, `Snoozed to ${formatWeekday(day)}`);
  }

  assign(rows: readonly QueueRow[], owner: Owner | null): Promise<void> {
    const words = owner ? `Assigned to ${owner.name}` : 'Assigned to nobody';
    const values = { ownerId: owner?.id ?? null, ownerName: owner?.name ?? null };
    for (const { id } of rows) this.rows.expect(id, values, null);
    const items = rows.map(({ id, version }) => ({ caseId: id, version, ownerId: owner?.id ?? null }));
    return this.toasts.coming(this.send('assign', items, words));
  }

  private putOff(rows: readonly QueueRow[], day: string, words: string): Promise<void> {
    const note = `Put off to ${formatDayShort(day, this.rows.today())}`;
    for (const { id } of rows) this.rows.expect(id, { nextTouchOn: day }, note);
    const items = rows.map(({ id, version }) => ({ caseId: id, version, nextTouchOn: day }));
    return this.toasts.coming(this.send('plan_touch', items, words));
  }

  private async send(move: Outcome['move'], items: readonly BulkItem[], words: string): Promise<void> {
    this.outcome.set(null);
    const outcome = await this.bulk.send(move, items);
    const done = new Set(outcome.results.filter((result) => result.done).map(({ caseId }) => caseId));
    // A row that is being changed again already shows that, and the answer to it has the last word.
    const settled = items.map(({ caseId }) => caseId).filter((id) => !this.bulk.awaits(id));
    this.rows.freshen(settled.filter((id) => done.has(id)));
    this.rows.restore(settled.filter((id) => !done.has(id)));
    this.selection.remove([...done]);
    this.report(outcome, items.length, words);
  }

  /** One line in the corner when all went well; what was refused stays on the page with its reasons. */
  private report(outcome: Outcome, asked: number, words: string): void {
    const done = outcome.results.filter((result) => result.done);
    const whole = done.length === asked;
    if (!whole) this.outcome.set(outcome);
    if (done.length === 0) return;
    const [only] = done;
    const about =
      asked === 1
        ? `#${only?.number}`
        : whole
          ? count(done.length, 'case')
          : `${done.length} of ${asked} cases`;
    this.toasts.say(`${about}: ${words.charAt(0).toLowerCase()}${words.slice(1)}.`, {
      undo: () => this.undo(outcome),
    });
  }

  /** Brings back exactly what was there before, for everything that was changed by it. */
  async undo(outcome: Outcome): Promise<void> {
    const items = undoOf(outcome);
    this.outcome.set(null);
    const back = await this.bulk.send(outcome.move, items);
    this.rows.restore(items.map(({ caseId }) => caseId).filter((id) => !this.bulk.awaits(id)));
    const done = back.results.filter((result) => result.done).length;
    if (done < items.length) this.outcome.set(back);
    if (done > 0) this.toasts.say(done === 1 ? 'Taken back.' : `Taken back for ${count(done, 'case')}.`);
  }
}
