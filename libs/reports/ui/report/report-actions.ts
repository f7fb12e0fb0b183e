import { type Signal, inject } from '@angular/core';
import { type Command, type KnownCommand, Toasts } from '@stipple/ui';
import type { CaseList } from '../cases/case-list';
import type { ReportFilters } from '../filters/report-filters';
import { ReportView } from './report-view';

/** What every page of reports can do, for its commands and its buttons. Call from an injection context. */
export function reportActions(parts: {
  readonly filters: Signal<ReportFilters>;
  readonly list: Signal<CaseList | undefined>;
}) {
  const view = inject(ReportView);
  const toasts = inject(Toasts);
  const some = () => parts.list()?.some() ?? false;
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(view.link());
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
    filter: { run: () => parts.filters().focus() },
    all: { run: () => view.clear(), when: view.filtered },
    up: {
      run: () => view.climb(view.address().trail.length - 1),
      when: () => view.address().trail.length > 0,
    },
    copy: { run: () => void copy() },
    next: { run: () => parts.list()?.step(1), when: some },
    previous: { run: () => parts.list()?.step(-1), when: some },
    more: { run: () => parts.list()?.more(), when: () => (parts.list()?.left() ?? 0) > 0 },
  } satisfies Record<string, Omit<Command, keyof KnownCommand>>;
}
