import { ElementRef, Injector, afterNextRender, inject } from '@angular/core';

/** Where a mistake leads in a control of several parts: to its first one. Call from an injection context. */
export function focusFirst(): () => void {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  return () => host.querySelector<HTMLElement>('input, select')?.focus();
}

/** Goes to the first of these that is there once a change is on screen. Call from an injection context. */
export function focusOnceDrawn(): (...selectors: readonly string[]) => void {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const injector = inject(Injector);
  return (...selectors) => {
    const find = () =>
      selectors.map((one) => host.querySelector<HTMLElement>(one)).find((one) => one !== null);
    afterNextRender(() => find()?.focus(), { injector });
  };
}
