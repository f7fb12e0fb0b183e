import { Injector, afterNextRender, effect, inject, signal } from '@angular/core';

/**
 * Moves the focus on to something that may not be on screen yet. Call from an injection context.
 *
 * @param ready reads signals; true as soon as it is there
 * @returns asks for it once
 */
export function focusWhen(ready: () => boolean, focus: () => void): () => void {
  const injector = inject(Injector);
  const wanted = signal(false);
  effect(() => {
    if (!wanted() || !ready()) return;
    wanted.set(false);
    afterNextRender(focus, { injector });
  });
  return () => wanted.set(true);
}
