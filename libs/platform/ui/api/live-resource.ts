import { httpResource } from '@angular/common/http';
import { Signal, computed, inject, linkedSignal, signal, untracked } from '@angular/core';
import { ApiProblem } from './api-problem';
import { Connection } from '../faults/connection';
import { Live, Moved } from './live';

export interface Read {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Something read from the API that follows what others change. */
export interface LiveResource<T> {
  /** The newest value; the one before stays until its successor has arrived, so that nothing jumps. */
  readonly value: Signal<T | undefined>;
  readonly loading: Signal<boolean>;
  readonly problem: Signal<ApiProblem | undefined>;
  /** Whether the value on screen belongs to what is asked for now. */
  readonly settled: Signal<boolean>;
  /** @param quietly by itself, without anybody having asked: does not count as somebody's activity */
  reload(quietly?: boolean): void;
}

/**
 * Reads `request` and reads it again when something it `concerns` has moved. What it reads by itself says so, and
 * does not count as somebody's activity. Call from an injection context.
 */
export function liveResource<T>(
  request: () => Read | undefined,
  concerns: (moved: Moved) => boolean = () => true,
): LiveResource<T> {
  const connection = inject(Connection);
  let passive = false;
  const bursts = signal(0);
  const resource = httpResource<T>(() => {
    bursts();
    const read = request();
    if (read === undefined) return undefined;
    const headers = { ...read.headers, ...(untracked(() => passive) ? { 'stipple-passive': '1' } : {}) };
    passive = false;
    return { url: read.url, headers };
  });
  const asked = computed(() => JSON.stringify(request() ?? null));
  const last = linkedSignal<{ value: T | undefined; asked: string }, { value: T; asked: string } | undefined>(
    {
      source: () => ({ value: resource.hasValue() ? resource.value() : undefined, asked: asked() }),
      computation: (now, before) =>
        now.value !== undefined ? { value: now.value, asked: now.asked } : before?.value,
    },
  );
  let due: ReturnType<typeof setTimeout> | null = null;
  inject(Live).listen((moved) => {
    if (moved !== 'everything' && !concerns(moved)) return;
    // Several moves of one command arrive together and are worth one read.
    due ??= setTimeout(() => {
      due = null;
      passive = true;
      bursts.update((count) => count + 1);
    }, 60);
  });
  return {
    value: computed(() => last()?.value),
    loading: computed(() => resource.isLoading()),
    problem: computed(() => {
      const problem = resource.error() ? ApiProblem.from(resource.error()) : undefined;
      // What is on screen stays, and the one bar for all says that the server is away and since when.
      const known = last()?.asked === asked() && connection.lostSince() !== null;
      return problem?.passing && known ? undefined : problem;
    }),
    settled: computed(() => last()?.asked === asked() && !resource.error()),
    reload: (quietly = false) => {
      passive = quietly;
      bursts.update((count) => count + 1);
    },
  };
}
