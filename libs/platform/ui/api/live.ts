import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import type { PresenceNews, Present } from '@stipple/contracts';
import { Connection } from '../faults/connection';

export interface Moved {
  readonly caseId: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly move: string;
}

type Listener = (moved: Moved | 'everything') => void;

/**
 * Hears what others change. The stream carries ids only; whoever listens reads again what it shows. After a lost
 * connection the browser says where it left off; what was too much to tell one by one arrives as “everything”.
 */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly connection = inject(Connection);
  /** Names this tab to the server, so that a browser that died is missed as soon as its stream has ended. */
  readonly tab = crypto.randomUUID();
  private readonly listeners = new Set<Listener>();
  private source: EventSource | null = null;
  private restart: ReturnType<typeof setTimeout> | undefined;
  private wanted = false;
  /** False while the stream is down: what is on screen may be old. */
  readonly connected = signal(true);
  private readonly counts = new Map<string, number>();
  private readonly people = signal<ReadonlyMap<string, readonly Present[]>>(new Map());
  /** Who is at which case, oneself included. */
  readonly present = this.people.asReadonly();

  constructor() {
    this.connection.onReturn(() => {
      if (this.wanted) {
        this.close();
        this.start();
      }
      // Also what failed to be read, or was asked for and never answered, is read now.
      this.tell('everything');
    });
  }

  start(): void {
    this.wanted = true;
    clearTimeout(this.restart);
    if (this.source) return;
    const source = new EventSource(`/api/events?tab=${this.tab}`);
    this.source = source;
    source.addEventListener('open', () => {
      this.connected.set(true);
      this.connection.heard();
    });
    source.addEventListener('presence', (event: MessageEvent<string>) =>
      this.takePresence(JSON.parse(event.data) as PresenceNews),
    );
    source.addEventListener('moved', (event: MessageEvent<string>) =>
      this.tell(JSON.parse(event.data) as Moved),
    );
    source.addEventListener('reload', () => this.tell('everything'));
    source.addEventListener('error', () => {
      this.connected.set(false);
      // The server renews streams now and then; only one that stays away is worth a question.
      setTimeout(() => this.wanted && !this.connected() && this.connection.suspect(), 1500);
      // A browser gives up after an answer such as 401 or 503; we do not.
      if (source.readyState === EventSource.CLOSED) {
        this.close();
        this.restart = setTimeout(() => this.start(), 3000);
      }
    });
  }

  stop(): void {
    this.wanted = false;
    this.close();
  }

  /** Listens for as long as the calling component lives. Call from an injection context. */
  listen(listener: Listener): void {
    this.listeners.add(listener);
    inject(DestroyRef).onDestroy(() => this.listeners.delete(listener));
  }

  private close(): void {
    clearTimeout(this.restart);
    this.source?.close();
    this.source = null;
  }

  private takePresence({ all, cases }: PresenceNews): void {
    this.people.update((before) => {
      const after = new Map<string, readonly Present[]>(all ? [] : before);
      for (const [caseId, people] of Object.entries(cases))
        if (people.length > 0) after.set(caseId, people);
        else after.delete(caseId);
      return after;
    });
  }

  /**
   * How often something of this case was heard to move. Whoever took its data and only later begins to listen
   * compares the two counts.
   */
  heard(caseId: string | null): number {
    return (this.counts.get(caseId ?? '') ?? 0) + (this.counts.get('everything') ?? 0);
  }

  private tell(moved: Moved | 'everything'): void {
    const about = moved === 'everything' ? moved : moved.caseId;
    this.counts.set(about, (this.counts.get(about) ?? 0) + 1);
    for (const listener of this.listeners) listener(moved);
  }
}
