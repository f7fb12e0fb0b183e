import { DOCUMENT, effect, inject } from '@angular/core';

/** What can stand over a page, or take its frame's place. */
export type InSight =
  | 'case-header'
  | 'queue-table'
  | 'selection-bar'
  | 'reading-page'
  | 'reading-foot'
  | 'fault-bar'
  | 'worksheet-form';

/**
 * Says on the outermost element, for as long as it is so, that something stands over the page: the styles there keep the
 * focus clear of it. `html:has(…)` would say the same, but with every change of anything in a page the browser would ask it
 * anew, and work out again the hundreds of names that the outermost element gives values to.
 */
export function standsInSight(what: InSight, when: () => boolean = () => true): void {
  const { classList } = inject(DOCUMENT).documentElement;
  effect((onCleanup) => {
    if (!when()) return;
    classList.add(`st-${what}`);
    onCleanup(() => classList.remove(`st-${what}`));
  });
}
