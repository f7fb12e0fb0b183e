import { Signal, WritableSignal, effect } from '@angular/core';

/**
 * Draws a long list to its end in portions, each in a task of its own, so that a key pressed meanwhile never waits for
 * the whole. To be called where a component is made.
 *
 * @param drawn how many are drawn; begins with a screenful
 * @param all how many there are
 * @param portion how many more at a time
 */
export function drawOn(drawn: WritableSignal<number>, all: Signal<number>, portion: number): void {
  effect((onCleanup) => {
    if (drawn() >= all()) return;
    const timer = setTimeout(() => drawn.update((many) => many + portion));
    onCleanup(() => clearTimeout(timer));
  });
}
