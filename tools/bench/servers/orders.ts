import type { Trip } from './trip';

/** What a server under measurement can be told, beside its requests. */
export type Order =
  | { readonly what: 'usage' }
  | { readonly what: 'record' }
  | { readonly what: 'recorded' }
  /** To the floor: what to replay at `/0`, `/1`, … */
  | {
      readonly what: 'trips';
      readonly trips: readonly Trip[];
      readonly session: Readonly<Record<string, string>>;
    };

export interface Usage {
  /** Of all its threads, since it began. */
  readonly cpuMs: number;
  /** As much memory as it holds at this moment, in bytes. */
  readonly rss: number;
}

export interface Answers {
  readonly usage: Usage;
  readonly record: null;
  readonly recorded: Trip;
  readonly trips: null;
}

/** Answers the parent's orders, in the process of a server. */
export function obey(answer: (order: Order) => unknown): void {
  process.on('message', ({ number, order }: { number: number; order: Order }) => {
    const value = order.what === 'usage' ? usage() : answer(order);
    process.send?.({ number, value: value ?? null });
  });
  // Whoever started it is gone.
  process.once('disconnect', () => process.exit(0));
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss() };
}
