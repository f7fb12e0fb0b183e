import { Signal, effect, signal } from '@angular/core';

/** Counts the seconds down to a moment; 0 once it has come. Call from an injection context. */
export function secondsLeft(until: () => number | null): Signal<number> {
  const left = signal(0);
  effect((onCleanup) => {
    const end = until();
    const look = () => left.set(end === null ? 0 : Math.max(0, Math.ceil((end - Date.now()) / 1000)));
    look();
    if (end === null) return;
    const timer = setInterval(look, 250);
    onCleanup(() => clearInterval(timer));
  });
  return left.asReadonly();
}
