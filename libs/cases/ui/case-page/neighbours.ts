import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, Signal, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Params, Router } from '@angular/router';
import type { CaseView, Neighbours } from '@stipple/contracts';
import { formatNumber } from '@stipple/ui';

/** What of the address says which view of the queue the case was opened from. */
const ofView = ['view', 'stage', 'actsNext', 'owner', 'payerId', 'closed', 'sort', 'direction'];

/**
 * The case before and the one after, within the view this one was opened from. The next one is read ahead, so that it
 * stands there at once; its own fresh read follows as with any case.
 */
@Injectable()
export class CaseNeighbours {
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly params = toSignal(inject(ActivatedRoute).queryParams, { initialValue: {} as Params });
  private readonly id = signal<Signal<string> | null>(null);
  /** The one on screen may still be waiting for its own read while the next is read ahead: both are kept, no more. */
  private readonly ahead = signal<readonly CaseView[]>([]);

  /** The queue's own query: what the address carries besides the tab. The same words are the same question. */
  private readonly query = computed<Params>(
    () =>
      Object.fromEntries(
        Object.entries(this.params()).filter(([name, value]) => ofView.includes(name) && value),
      ),
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  private readonly found = httpResource<Neighbours>(() => {
    const id = this.id()?.();
    return id === undefined
      ? undefined
      : {
          url: `/api/cases/${id}/neighbours`,
          params: this.query() as Record<string, string>,
          headers: { ...searched(), 'stipple-passive': '1' },
        };
  });
  /** Nothing while it is not known: an arrow that leads nowhere is worse than none. */
  readonly all = computed(() => (this.found.hasValue() ? this.found.value() : undefined));
  /** The last that was known, so that nothing jumps on the way from one case to the next. */
  private readonly last = linkedSignal<Neighbours | undefined, Neighbours | undefined>({
    source: this.all,
    computation: (now, before) => now ?? (this.found.error() ? undefined : before?.value),
  });
  readonly isKnown = computed(() => !!(this.last()?.previous ?? this.last()?.next));
  readonly position = computed(() => {
    const position = this.last()?.position;
    return position
      ? `${formatNumber(position.at)} of ${formatNumber(position.of)}${position.capped ? '+' : ''}`
      : null;
  });

  constructor() {
    effect((onCleanup) => {
      const next = this.all()?.next;
      if (!next || untracked(() => this.readAhead(next))) return;
      const reading = this.http
        .get<CaseView>(`/api/cases/${next}?ahead=yes`, { headers: { 'stipple-passive': '1' } })
        .subscribe({
          next: (view) => this.ahead.update((views) => [...views.slice(-1), view]),
          error: () => undefined,
        });
      onCleanup(() => reading.unsubscribe());
    });
  }

  /** Whose neighbours: the id in the address. */
  of(id: Signal<string>): void {
    this.id.set(id);
  }

  /** The case that was read ahead, if it is this one. */
  readAhead(id: string): CaseView | undefined {
    return this.ahead().find((view) => view.id === id);
  }

  /** Goes on with the same part of the case on screen, in the same view. */
  go(to: 'previous' | 'next'): void {
    const id = this.all()?.[to];
    if (id)
      void this.router.navigate(['/cases', id], {
        queryParams: this.params(),
        state: history.state as object,
      });
  }

  /** Back to the view as it was, with this case's row active. */
  back(): void {
    void this.router.navigate(['/queue'], { queryParams: this.backParams(), state: kept() });
  }

  readonly backParams = computed<Params>(() => ({ ...this.query(), row: this.id()?.() }));
}

/** The search text of the queue lies in the history and never in the address: it may be a patient's name. */
function kept(): { search?: string } {
  const { search } = (history.state ?? {}) as { search?: string };
  return search ? { search } : {};
}

function searched(): Record<string, string> {
  const { search } = kept();
  return search ? { 'stipple-search': encodeURIComponent(search) } : {};
}
