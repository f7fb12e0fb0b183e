import { HttpClient } from '@angular/common/http';
import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import type { DraftView } from '@stipple/contracts';
import { firstValueFrom } from 'rxjs';
import { Api } from '../api/api';
import { DraftKeeper, FormKey, Typed } from './draft-keeper';

/** A form's draft, for as long as the form is open: its keeper, and what it already holds. */
export interface OpenedDraft {
  readonly keeper: DraftKeeper;
  readonly typed: Typed | null;
}

/** How long the page has the line for itself before the marks of drafts are asked for. */
const marksAfterMs = 1500;

const nameOf = ({ caseId, subject, subjectId, move }: Omit<FormKey, 'authorId'>) =>
  [caseId, subject, subjectId, move].join(' ');

/** Everything this person has typed and not sent: kept on the server, never in the browser's own store. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  /** Keepers by the name of their form, while there is something to keep. */
  private readonly keepers = new Map<string, DraftKeeper>();
  private readonly found = signal<readonly DraftView[]>([]);
  private readonly names = signal<ReadonlySet<string>>(new Set());
  /** The drafts as last read, without those that have ended since. */
  readonly list = computed(() => this.found().filter((draft) => this.names().has(nameOf(draft))));
  readonly count = computed(() => this.names().size);

  constructor() {
    const document = inject(DOCUMENT);
    const view = document.defaultView;
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.flush(true);
    });
    view?.addEventListener('online', () => void this.flush());
    view?.addEventListener('beforeunload', (event) => {
      if (!this.unsaved()) return;
      void this.flush(true);
      event.preventDefault();
    });
  }

  /** Whether this form has a draft, to mark its button. */
  has(key: Omit<FormKey, 'authorId'>): boolean {
    return this.names().has(nameOf(key));
  }

  /** Whether something typed has not reached the server yet. */
  unsaved(): boolean {
    return [...this.keepers.values()].some((keeper) => keeper.unsaved !== null);
  }

  /** Reads again which drafts there are. */
  async read(): Promise<void> {
    const found = await firstValueFrom(this.http.get<readonly DraftView[]>('/api/drafts', passive));
    this.found.set(found);
    this.names.set(new Set(found.map(nameOf)));
  }

  /** This person is here, perhaps again: saves what waited for that. What somebody else typed is not theirs to keep. */
  arrived(authorId: string): void {
    for (const [name, keeper] of this.keepers)
      if (keeper.key.authorId !== authorId) this.keepers.delete(name);
    void this.flush();
    // The marks are a help and let the page go first; a form reads its own draft when it opens.
    setTimeout(() => void this.read().catch(() => undefined), marksAfterMs);
  }

  /** The draft of a form that is about to open. */
  async open(key: FormKey): Promise<OpenedDraft> {
    const known = this.keepers.get(nameOf(key));
    if (known?.unsaved) return { keeper: known, typed: known.unsaved };
    const keeper = new DraftKeeper(key, this.api, (one) => this.told(one));
    const url = `/api/drafts?caseId=${key.caseId ?? 'new'}`;
    const drafts = await firstValueFrom(this.http.get<readonly DraftView[]>(url));
    const draft = drafts.find((one) => nameOf(one) === nameOf(key));
    if (draft) keeper.goOnFrom(draft);
    this.mark(key, draft !== undefined);
    return { keeper, typed: draft ?? null };
  }

  /** Saves at once whatever waits. `leaving`: the page may be gone before the answer. */
  async flush(leaving = false): Promise<void> {
    await Promise.all(
      [...this.keepers.values()].filter((keeper) => keeper.unsaved).map((keeper) => keeper.flush(leaving)),
    );
  }

  private told(keeper: DraftKeeper): void {
    const name = nameOf(keeper.key);
    if (keeper.unsaved) this.keepers.set(name, keeper);
    else if (this.keepers.get(name) === keeper) this.keepers.delete(name);
    this.mark(keeper.key, keeper.any);
  }

  private mark(key: FormKey, there: boolean): void {
    const name = nameOf(key);
    if (this.names().has(name) === there) return;
    this.names.update((names) =>
      there ? new Set([...names, name]) : new Set([...names].filter((one) => one !== name)),
    );
  }
}

const passive = { headers: { 'stipple-passive': '1' } };
