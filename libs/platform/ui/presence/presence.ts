import { HttpClient } from '@angular/common/http';
import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { BePresent, Directory } from '@stipple/contracts';
import { Live } from '../api/live';

/** Somebody else at a case, by name. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  /** The forms they have open, such as `letter.revise`; none for somebody who only looks. */
  readonly editing: readonly string[];
}

/** The server believes a sign of life for three seconds longer. */
const beatMs = 10_000;

/**
 * Says where this person is, and knows where the others are. A page that nobody sees says nothing, unless a form is
 * open in it; whoever leaves, locks the screen or signs out is gone at once.
 */
@Injectable({ providedIn: 'root' })
export class Presence {
  private readonly live = inject(Live);
  private readonly http = inject(HttpClient);
  private readonly visited = signal<string | null>(null);
  private readonly edited = signal<{ readonly caseId: string; readonly form: string } | null>(null);
  private readonly seen = signal(document.visibilityState === 'visible');
  private readonly names = signal<ReadonlyMap<string, string>>(new Map());
  private asked = false;
  /** Who oneself is: nobody is their own colleague. */
  readonly me = signal<string | null>(null);
  /** While the screen is locked nobody is anywhere. */
  readonly paused = signal(false);
  /** The form that is open here. */
  readonly editing = this.edited.asReadonly();

  private readonly place = computed<{ caseId: string; editing: string | null } | null>(
    () => {
      const edited = this.edited();
      const visited = this.visited();
      if (this.paused() || this.me() === null) return null;
      if (edited) return { caseId: edited.caseId, editing: edited.form };
      return visited !== null && this.seen() ? { caseId: visited, editing: null } : null;
    },
    { equal: (one, other) => one?.caseId === other?.caseId && one?.editing === other?.editing },
  );

  constructor() {
    document.addEventListener('visibilitychange', () =>
      this.seen.set(document.visibilityState === 'visible'),
    );
    addEventListener('pagehide', () => this.place() && this.send('presence-ends', {}));
    let was = false;
    effect((onCleanup) => {
      const place = this.place();
      // A stream that came back is a sign of life, and the server waits for one.
      this.live.connected();
      if (place === null) {
        if (was) this.send('presence-ends', {});
        was = false;
        return;
      }
      was = true;
      const beat = () => this.send(`cases/${place.caseId}/presences`, { editing: place.editing });
      beat();
      const timer = setInterval(beat, beatMs);
      onCleanup(() => clearInterval(timer));
    });
    effect(() => {
      const ids = [...this.live.present().values()].flat().map(({ staffId }) => staffId);
      if (ids.some((id) => !untracked(this.names).has(id))) untracked(() => this.readNames());
    });
  }

  /** Somebody is at this case for as long as the calling component lives. Call from an injection context. */
  visit(caseId: () => string): void {
    effect(() => this.visited.set(caseId()));
    inject(DestroyRef).onDestroy(() => this.visited.set(null));
  }

  /** A form of this case is open until the returned function is called. */
  edit(caseId: string, form: string): () => void {
    const edited = { caseId, form };
    this.edited.set(edited);
    return () => this.edited.update((now) => (now === edited ? null : now));
  }

  /** The others at a case, those who edit first. */
  colleagues(caseId: string): readonly Colleague[] {
    const names = this.names();
    return (this.live.present().get(caseId) ?? [])
      .filter(({ staffId }) => staffId !== this.me())
      .map(({ staffId, editing }) => ({ id: staffId, name: names.get(staffId) ?? 'A colleague', editing }))
      .sort((one, other) => other.editing.length - one.editing.length || one.name.localeCompare(other.name));
  }

  private send(path: string, body: Partial<BePresent>): void {
    // Not through the usual ways: nobody waits for it, and it must get out while the page is being left.
    void fetch(`/api/${path}`, {
      method: 'POST',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ tab: this.live.tab, ...body }),
    }).catch(() => undefined);
  }

  private readNames(): void {
    if (this.asked) return;
    this.asked = true;
    this.http.get<Directory>('/api/directory', { headers: { 'stipple-passive': '1' } }).subscribe({
      next: ({ staff }) => this.names.set(new Map(staff.map(({ id, name }) => [id, name]))),
      error: () => (this.asked = false),
      // Somebody new may come; not worth asking for more than now and then.
      complete: () => setTimeout(() => (this.asked = false), 60_000),
    });
  }
}
