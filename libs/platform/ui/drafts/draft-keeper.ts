import { signal } from '@angular/core';
import type { DraftField, DraftView, SaveDraft, SavedDraft } from '@stipple/contracts';
import { Api } from '../api/api';
import { ApiProblem } from '../api/api-problem';
import { sameValue } from '../form/bring-together';
import type { Values } from '../form/field';

/** Which form was typed into: whose, on which case, of which thing, to make which move. */
export type FormKey = Pick<SaveDraft, 'authorId' | 'caseId' | 'subject' | 'subjectId' | 'move'>;

/** What is to be kept of a form: its fields, and the version of the thing that they showed. */
export type Typed = Pick<SaveDraft, 'version' | 'fields'>;

/**
 * How far what was typed is kept: nothing typed yet, on its way, kept, not reached the server, or not to be kept by
 * it at all.
 */
export type Keeping = 'nothing' | 'on-its-way' | 'kept' | 'unreachable' | 'refused';

/** A pause in typing after which it is saved, and how long somebody may type on before it is saved all the same. */
const pauseMs = 700;
const mostMs = 1500;
const againMs = 2500;

/**
 * Keeps what is typed into one form on the server, within two seconds of the last key. What could not be saved stays
 * here and is tried again until it is, also when the form has long been closed.
 */
export class DraftKeeper {
  readonly keeping = signal<Keeping>('nothing');
  readonly savedAt = signal<string | null>(null);
  private id: string | null = null;
  private counter = 0;
  private waiting: Typed | null = null;
  private since = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> | null = null;
  private paused = false;

  constructor(
    readonly key: FormKey,
    private readonly api: Api,
    private readonly told: (keeper: DraftKeeper) => void,
  ) {}

  /** What was saved in an earlier sitting; it is overwritten from here on. */
  goOnFrom({ id, counter, savedAt }: DraftView): void {
    this.id = id;
    this.counter = Math.max(this.counter, counter);
    this.savedAt.set(savedAt);
  }

  get unsaved(): Typed | null {
    return this.waiting;
  }

  /** Whether there is a draft, saved or on its way. */
  get any(): boolean {
    return this.id !== null || this.waiting !== null;
  }

  keep(typed: Typed): void {
    if (this.waiting === null) this.since = Date.now();
    this.waiting = typed;
    this.keeping.set(this.keeping() === 'unreachable' ? 'unreachable' : 'on-its-way');
    this.told(this);
    if (!this.paused && this.keeping() !== 'unreachable')
      this.due(Math.min(pauseMs, this.since + mostMs - Date.now()));
  }

  /** Saves what waits now. `leaving`: the page may be gone before the answer. */
  flush(leaving = false): Promise<void> {
    clearTimeout(this.timer);
    this.saving ??= this.save(leaving).finally(() => (this.saving = null));
    return this.saving;
  }

  /** Saves nothing more for now: the form is being sent, and its draft must not be saved after it has ended. */
  async pause(): Promise<void> {
    this.paused = true;
    clearTimeout(this.timer);
    await this.saving;
  }

  /** It was not taken after all. */
  resume(): void {
    this.paused = false;
    if (this.waiting) this.due(0);
  }

  /** What the request that sends the form says about its draft. */
  header(): string | null {
    return this.id === null ? null : `${this.id} ${this.next()}`;
  }

  /** The form was sent or started over: there is no draft any more. */
  ended(): void {
    clearTimeout(this.timer);
    this.paused = false;
    this.waiting = null;
    this.id = null;
    this.savedAt.set(null);
    this.keeping.set('nothing');
    this.told(this);
  }

  /** @throws ApiProblem */
  async discard(): Promise<void> {
    const [id, waiting] = [this.id, this.waiting];
    this.waiting = null;
    await this.pause();
    const draft = this.id ?? id;
    if (draft) {
      try {
        await this.api.post(`/api/drafts/${draft}/discards`, { counter: this.next() });
      } catch (error) {
        this.waiting = waiting;
        this.resume();
        throw error;
      }
    }
    this.ended();
  }

  private due(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), Math.max(0, ms));
  }

  /** Counts on in time, so that a later sitting at another screen begins behind this one's end. */
  private next(): number {
    this.counter = Math.max(this.counter + 1, Date.now());
    return this.counter;
  }

  private async save(leaving: boolean): Promise<void> {
    const typed = this.waiting;
    if (typed === null) return;
    try {
      const body: SaveDraft = { ...this.key, ...typed, counter: this.next() };
      const saved = await this.api.post<SavedDraft>('/api/drafts', body, { keepalive: leaving });
      this.id = saved.id;
      this.counter = Math.max(this.counter, saved.counter);
      this.savedAt.set(saved.savedAt);
      if (this.waiting === typed) this.waiting = null;
      this.keeping.set(this.waiting ? 'on-its-way' : 'kept');
    } catch (error) {
      this.failed(ApiProblem.from(error));
    }
    this.told(this);
    if (this.waiting && !this.paused && this.keeping() === 'on-its-way') this.due(0);
  }

  private failed({ status }: ApiProblem): void {
    // Signed out or locked: goes on once the same person has signed in again.
    if (status === 401 || status === 423) this.keeping.set('unreachable');
    else if (status >= 400 && status < 500 && status !== 429) {
      this.waiting = null;
      this.keeping.set('refused');
    } else {
      this.keeping.set('unreachable');
      if (!this.paused) this.due(againMs);
    }
  }
}

/** The fields of a draft by name. */
export function typedIn(fields: readonly DraftField[], side: 'shown' | 'typed'): Values {
  return Object.fromEntries(fields.map((field) => [field.name, field[side]]));
}

/** What a form holds, as its draft; null while it is what was shown at first. */
export function draftFields(names: readonly string[], shown: Values, typed: Values): DraftField[] | null {
  const fields = names.map((name) => ({
    name,
    shown: storable(shown[name]),
    typed: storable(typed[name]),
  }));
  return fields.every((field) => sameValue(field.shown, field.typed)) ? null : fields;
}

/** A number box that holds no number is empty. */
function storable(value: unknown): DraftField['typed'] {
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  return (value ?? null) as DraftField['typed'];
}
