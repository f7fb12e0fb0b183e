import type { Read } from '@stipple/ui';

/** What stands in the address of the queue. The search text is not among it: it may be a patient's name. */
export interface QueueState {
  readonly view?: string;
  readonly stage?: string;
  readonly actsNext?: string;
  readonly owner?: string;
  readonly payerId?: string;
  readonly closed?: string;
  readonly sort?: string;
  readonly direction?: string;
  readonly after?: string;
}

/** What narrows a view further; everything else says only in which order, and from where. */
const narrowing = ['stage', 'actsNext', 'owner', 'payerId', 'closed'] as const;

/** What is asked for: the address, and what is searched for beside it. */
export interface Asked {
  readonly state: QueueState;
  readonly search: string;
}

/** The parts that have a value, in one order, so that equal views have equal texts. */
export function paramsOf(state: QueueState): Record<string, string> {
  return Object.fromEntries(
    Object.entries(state)
      .filter((entry): entry is [string, string] => Boolean(entry[1]))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** The view as it can be kept, shared and counted on: without the place in it. */
export function viewOf(state: QueueState): string {
  return String(new URLSearchParams(paramsOf({ ...state, after: undefined })));
}

export function readOf(path: string, { state, search }: Asked, more: Record<string, string> = {}): Read {
  return {
    url: `${path}?${new URLSearchParams({ ...paramsOf(state), ...more })}`,
    headers: search === '' ? {} : { 'stipple-search': encodeURIComponent(search) },
  };
}

export function filtersOn(state: QueueState): number {
  return narrowing.filter((name) => state[name]).length;
}

/** The view itself, with nothing narrowing it; the order stays. */
export function withoutFilters({ view, sort, direction }: QueueState): QueueState {
  return { view, sort, direction };
}
