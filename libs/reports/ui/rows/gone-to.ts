import { type ElementRef, Injector, afterNextRender, effect, inject, untracked } from '@angular/core';
import { AddressedView } from '../report/addressed-view';

/**
 * Whoever pressed a number is taken to the list behind it; a list that came with the address is looked at by itself. Call
 * from an injection context.
 *
 * @param title the heading of the list, which gets the focus
 */
export function isGoneTo(list: HTMLElement, title: () => ElementRef<HTMLElement>): void {
  const view = inject(AddressedView);
  const injector = inject(Injector);
  effect(() => {
    if (!view.wantsList()) return;
    view.wantsList.set(false);
    const arrive = () => {
      title().nativeElement.focus({ preventScroll: true });
      list.scrollIntoView({ block: 'start' });
    };
    untracked(() => afterNextRender(arrive, { injector }));
  });
}
