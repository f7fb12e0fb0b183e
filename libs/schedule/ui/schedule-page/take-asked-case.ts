import { computed, effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { ClearedCase } from '@stipple/contracts';
import { clearedCases } from '../cleared';
import { Placing } from '../placing';
import { ScheduleView } from '../schedule-view';

/**
 * A link may name the case to be booked: it is taken in hand as if it had been taken from the list, by the clearance that
 * ends first. The address forgets it then, so that going back does not begin anew. A case that cannot be booked any more
 * says why on its own page. Call from an injection context.
 */
export function takeAskedCase(): void {
  const view = inject(ScheduleView);
  const placing = inject(Placing);
  const router = inject(Router);
  const asked = computed(() => (view.books() ? view.bookId() : null));
  const found = clearedCases(() => {
    const caseId = asked();
    return caseId === null ? null : [caseId];
  });
  effect(() => {
    const caseId = asked();
    const list = found.settled() ? found.value() : undefined;
    if (caseId !== null && list !== undefined) untracked(() => void take(caseId, list.rows[0]));
  });

  async function take(caseId: string, cleared?: ClearedCase): Promise<void> {
    if (cleared === undefined) {
      await router.navigate(['/cases', caseId], { replaceUrl: true });
      return;
    }
    const forgotten = {
      queryParams: { book: null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    } as const;
    await router.navigate([], forgotten);
    placing.begin({ kind: 'book', cleared });
  }
}
