import { type Signal, inject } from '@angular/core';
import type { Command, KnownCommand } from '@stipple/ui';
import type { CaseList } from '../cases/case-list';
import type { ReportFilters } from '../filters/report-filters';
import { pageActions } from './page-actions';
import { ReportView } from './report-view';

/** What every page of figures can do, for its commands and its buttons. Call from an injection context. */
export function reportActions(parts: {
  readonly filters: Signal<ReportFilters>;
  readonly list: Signal<CaseList | undefined>;
}) {
  const view = inject(ReportView);
  return {
    filter: { run: () => parts.filters().focus() },
    all: { run: () => view.clear(), when: view.filtered },
    up: {
      run: () => view.climb(view.address().trail.length - 1),
      when: () => view.address().trail.length > 0,
    },
    ...pageActions({ rows: () => parts.list()?.rows(), link: () => view.link() }),
  } satisfies Record<string, Omit<Command, keyof KnownCommand>>;
}
