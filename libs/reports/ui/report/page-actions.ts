import { inject } from '@angular/core';
import { type Command, type KnownCommand, Toasts } from '@stipple/ui';
import type { PageOfRows } from '../rows/row-page';
import type { RowTable } from '../rows/row-table';

/** What a page of reports can do with its list and its link, for its commands and its buttons. Call from an injection context. */
export function pageActions<Page extends PageOfRows>(parts: {
  readonly rows: () => RowTable<Page> | undefined;
  readonly link: () => string;
}) {
  const toasts = inject(Toasts);
  const some = () => parts.rows()?.some() ?? false;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(parts.link());
      toasts.say('Link copied');
    } catch {
      // A browser may keep its clipboard to itself.
      toasts.say('The browser did not let the link be copied; copy the address instead', {
        tone: 'warn',
        icon: 'warning',
      });
    }
  };
  return {
    copy: { run: () => void copy() },
    next: { run: () => parts.rows()?.step(1), when: some },
    previous: { run: () => parts.rows()?.step(-1), when: some },
    more: { run: () => parts.rows()?.more(), when: () => (parts.rows()?.left() ?? 0) > 0 },
  } satisfies Record<string, Omit<Command, keyof KnownCommand>>;
}
