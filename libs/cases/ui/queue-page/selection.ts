import { Injectable, computed, signal } from '@angular/core';
import type { QueueRow } from '@stipple/contracts';

/** As many rows as one change may touch. */
export const mostSelected = 200;

/** Which rows are chosen for a change of many at once. They stay chosen across pages, and when they move. */
@Injectable()
export class Selection {
  private readonly chosen = signal<ReadonlyMap<string, QueueRow>>(new Map());
  /** Where a range begins: the row chosen last by itself. */
  private anchor: string | null = null;
  readonly count = computed(() => this.chosen().size);
  readonly rows = computed(() => [...this.chosen().values()]);
  readonly full = computed(() => this.count() >= mostSelected);

  has(id: string): boolean {
    return this.chosen().has(id);
  }

  toggle(row: QueueRow): void {
    this.anchor = row.id;
    if (this.has(row.id)) this.remove([row.id]);
    else this.add([row]);
  }

  /** Everything from where the last row was chosen to this one. */
  extendTo(row: QueueRow, rows: readonly QueueRow[]): void {
    const from = rows.findIndex(({ id }) => id === this.anchor);
    const to = rows.findIndex(({ id }) => id === row.id);
    if (from < 0) return this.toggle(row);
    this.add(rows.slice(Math.min(from, to), Math.max(from, to) + 1));
  }

  add(rows: readonly QueueRow[]): void {
    this.chosen.update((before) => {
      const next = new Map(before);
      for (const row of rows) if (next.size < mostSelected || next.has(row.id)) next.set(row.id, row);
      return next;
    });
  }

  remove(ids: readonly string[]): void {
    this.chosen.update((before) => {
      const next = new Map(before);
      for (const id of ids) next.delete(id);
      return next;
    });
  }

  /** Chosen rows as they are now, so that a change names the version that is on screen. */
  renew(rows: readonly QueueRow[]): void {
    const fresh = rows.filter((row) => this.has(row.id) && this.chosen().get(row.id) !== row);
    if (fresh.length > 0) this.add(fresh);
  }

  clear(): void {
    this.anchor = null;
    this.chosen.set(new Map());
  }
}
