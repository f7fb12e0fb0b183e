import { DestroyRef, effect, inject, untracked } from '@angular/core';
import { DraftKeeper, Typed } from './draft-keeper';

/**
 * Keeps whatever `typed` says as it changes; what the form opened with is not yet something typed. What has gone back
 * to that is no draft any more. Call from an injection context.
 */
export function keepTyped(keeper: DraftKeeper, typed: () => Typed | null): void {
  let last = untracked(() => JSON.stringify(typed()));
  effect(() => {
    const now = typed();
    const text = JSON.stringify(now);
    if (text === last) return;
    last = text;
    untracked(() => {
      if (now) keeper.keep(now);
      else if (keeper.any) void keeper.discard().catch(() => undefined);
    });
  });
  // A form that is closed is left in a moment: there is no pause to wait for.
  inject(DestroyRef).onDestroy(() => void (keeper.unsaved && keeper.flush()));
}
