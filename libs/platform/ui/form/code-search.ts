import { Signal, computed, effect, inject, signal } from '@angular/core';
import { Day, normalizeDiagnosis } from '@stipple/domain';
import { CodeBook } from './code-book';

/** Codes found while somebody types, and which of them is marked. Make it in an injection context. */
export class CodeSearch {
  private readonly book = inject(CodeBook);
  readonly typed = signal('');
  readonly hits = signal<readonly string[]>([]);
  /** The hit that Enter takes; −1: what is typed. */
  readonly active = signal(-1);
  /** What was wanted and is no code: said until somebody types on, whatever the search answers meanwhile. */
  private readonly refused = signal(false);
  private readonly unfound = signal<string | null>(null);
  /** Why there is nothing to take. */
  readonly nothing = computed(() =>
    this.refused() ? 'That is no code. Choose one from the list.' : this.unfound(),
  );
  readonly isOpen = computed(() => this.hits().length > 0);
  readonly marked = computed(() => this.hits()[this.active()]);

  constructor(on: Signal<Day>) {
    effect((onCleanup) => {
      const text = this.typed().trim();
      const day = on();
      this.refused.set(false);
      this.unfound.set(null);
      if (text.length < 2) return this.hits.set([]);
      let search: { unsubscribe(): void } | undefined;
      const timer = setTimeout(() => (search = this.search(text, day)), 180);
      onCleanup(() => {
        clearTimeout(timer);
        search?.unsubscribe();
      });
    });
  }

  private search(text: string, on: Day): { unsubscribe(): void } {
    // Who types a code may mean it as it stands; words mean the best hit.
    const isCode = /^[a-z]\d/i.test(text);
    return this.book.search(text, on).subscribe({
      next: ({ found }) => {
        this.hits.set(found);
        this.active.set(isCode || found.length === 0 ? -1 : 0);
        if (found.length === 0 && !isCode) this.unfound.set('No code of these words.');
      },
      error: () => this.unfound.set('The search did not answer. A code can be typed as it is.'),
    });
  }

  /** Whether the key did something here. */
  key({ key }: KeyboardEvent): boolean {
    if (!this.isOpen()) return false;
    if (key === 'ArrowDown') this.active.update((index) => Math.min(this.hits().length - 1, index + 1));
    else if (key === 'ArrowUp') this.active.update((index) => Math.max(-1, index - 1));
    else if (key === 'Escape') this.close();
    else return false;
    return true;
  }

  refuse(): void {
    this.refused.set(true);
  }

  close(): void {
    this.typed.set('');
    this.hits.set([]);
    this.active.set(-1);
  }
}

/** `l905, m24541` → `L90.5`, `M24.541`; null where a part of it is no code. */
export function codesIn(text: string): readonly string[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  const codes = parts.flatMap((part) => normalizeDiagnosis(part) ?? []);
  return codes.length < parts.length ? null : codes;
}
