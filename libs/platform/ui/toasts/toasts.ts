import { Injectable, signal } from '@angular/core';
import type { IconName } from '../parts/icon';
import type { Tone } from '../parts/chip';

export interface Toast {
  readonly id: number;
  readonly words: string;
  readonly tone: Tone;
  readonly icon: IconName;
  /** Takes back what the toast reports. Its key is `z`. */
  readonly undo?: () => Promise<void> | void;
}

/** How long a toast stays; one that can be undone stays longer, and nothing leaves while it is pointed at or focused. */
const staysMs = { plain: 6000, undo: 12_000 };

/** Short reports of what was just done, in a corner, spoken politely, with an undo where there is one. */
@Injectable({ providedIn: 'root' })
export class Toasts {
  private next = 1;
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();
  private readonly shown = signal<readonly Toast[]>([]);
  private readonly awaited = signal<Promise<unknown> | null>(null);
  readonly list = this.shown.asReadonly();

  say(words: string, more: Partial<Omit<Toast, 'id' | 'words'>> = {}): void {
    const toast: Toast = { tone: 'good', icon: 'circle-check', ...more, id: this.next++, words };
    this.shown.update((list) => [...list.slice(-3), toast]);
    this.resume(toast.id);
  }

  /** Work whose report can be taken back: an undo asked for before it is there means this, and not what was before. */
  async coming<T>(work: Promise<T>): Promise<T> {
    this.awaited.set(work);
    try {
      return await work;
    } finally {
      this.awaited.update((last) => (last === work ? null : last));
    }
  }

  /** Undoes the newest thing that can be undone; what is still on its way is waited for. */
  async undoLast(): Promise<void> {
    const [awaited, first] = [this.awaited(), this.next];
    await awaited?.catch(() => undefined);
    const toast = this.shown().findLast((one) => one.undo !== undefined && (!awaited || one.id >= first));
    if (toast) await this.undo(toast);
  }

  /** Whether `undoLast` has something to do. */
  canUndo(): boolean {
    return this.awaited() !== null || this.shown().some((toast) => toast.undo !== undefined);
  }

  async undo(toast: Toast): Promise<void> {
    this.dismiss(toast.id);
    await toast.undo?.();
  }

  dismiss(id: number): void {
    this.pause(id);
    this.shown.update((list) => list.filter((toast) => toast.id !== id));
  }

  /** Keeps a toast for as long as somebody points at it. */
  pause(id: number): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
  }

  resume(id: number): void {
    const toast = this.shown().find((one) => one.id === id);
    if (!toast) return;
    this.pause(id);
    this.timers.set(
      id,
      setTimeout(() => this.dismiss(id), toast.undo ? staysMs.undo : staysMs.plain),
    );
  }
}
