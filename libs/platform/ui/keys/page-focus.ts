import { DOCUMENT, DestroyRef, Injector, afterNextRender, effect, inject, untracked } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';

/** Whether the focus is on no control, so that moving it takes nothing out of anybody’s hands. */
export function isNothingFocused({ activeElement, body }: Document): boolean {
  return activeElement === null || activeElement === body || activeElement.id === 'page';
}

/**
 * On another page the next Tab goes into that page and not through the navigation again. A page that puts the cursor
 * into a field of its own is left alone. Call from an injection context.
 */
export function focusFollowsPages(): void {
  const [document, injector] = [inject(DOCUMENT), inject(Injector)];
  let path: string | undefined;
  inject(Router)
    .events.pipe(filter((event) => event instanceof NavigationEnd))
    .subscribe(({ urlAfterRedirects }) => {
      const before = path;
      path = urlAfterRedirects.split(/[?#]/)[0];
      if (before === undefined || before === path) return;
      afterNextRender(
        () => {
          if (isNothingFocused(document) || document.activeElement?.closest('header nav'))
            document.getElementById('page')?.focus({ preventScroll: true });
        },
        { injector },
      );
    });
}

/**
 * Where a change has taken the focused control away, the focus goes on to what stands in its place, instead of back to
 * the top of the page. Call from an injection context.
 */
export function keepFocus(changed: () => unknown, instead: () => { focus(): void } | null | undefined): void {
  const [document, injector] = [inject(DOCUMENT), inject(Injector)];
  let last: EventTarget | null = null;
  const seen = new AbortController();
  document.addEventListener('focusin', ({ target }) => (last = target), { signal: seen.signal });
  inject(DestroyRef).onDestroy(() => seen.abort());
  effect(() => {
    changed();
    untracked(() => afterNextRender(look, { injector }));
  });
  function look(): void {
    if (last instanceof Element && !last.isConnected && isNothingFocused(document)) instead()?.focus();
  }
}
