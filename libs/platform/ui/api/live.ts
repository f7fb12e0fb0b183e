import { DestroyRef, Injectable, inject, signal } from '@angular/core';

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
  private readonly listeners = new Set<Listener>();
  private source: EventSource | null = null;
  /** False while the stream is down: what is on screen may be old. */
  readonly connected = signal(true);

  start(): void {
    if (this.source) return;
    const source = new EventSource('/api/events');
    this.source = source;
    source.addEventListener('open', () => this.connected.set(true));
    source.addEventListener('moved', (event: MessageEvent<string>) =>
      this.tell(JSON.parse(event.data) as Moved),
    );
    source.addEventListener('reload', () => this.tell('everything'));
    source.addEventListener('error', () => {
      this.connected.set(false);
      // A browser gives up after an answer such as 401 or 503; we do not.
      if (source.readyState === EventSource.CLOSED) {
        this.stop();
        setTimeout(() => this.start(), 3000);
      }
    });
  }

  stop(): void {
    this.source?.close();
    this.source = null;
  }

  /** Listens for as long as the calling component lives. Call from an injection context. */
  listen(listener: Listener): void {
    this.listeners.add(listener);
    inject(DestroyRef).onDestroy(() => this.listeners.delete(listener));
  }

  private tell(moved: Moved | 'everything'): void {
    for (const listener of this.listeners) listener(moved);
  }
}
