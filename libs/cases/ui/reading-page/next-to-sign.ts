import { Injectable, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { WaitingList } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import { liveResource } from '@stipple/ui';
import { grouped, readingPath } from '../waiting-page/kinds';

/** What else this physician has to sign of their own patients, in the order of “Needs me”. */
@Injectable()
export class NextToSign {
  private readonly router = inject(Router);
  private readonly person = inject(CurrentPerson);
  private readonly list = liveResource<WaitingList>(() =>
    this.person.holds('physician') ? { url: '/api/waiting?mine=yes' } : undefined,
  );
  private readonly items = computed(() =>
    grouped(this.list.value()?.items ?? [])
      .flatMap((group) => group.items)
      .filter((item) => readingPath(item) !== null),
  );

  /** How many besides this one. */
  others(subjectId: string): number {
    return this.items().filter((item) => item.subjectId !== subjectId).length;
  }

  /** To the one after this; after the last to the first. */
  go(subjectId: string): void {
    const items = this.items();
    const at = items.findIndex((item) => item.subjectId === subjectId);
    const next = items[at + 1] ?? items.find((item) => item.subjectId !== subjectId);
    const path = next && readingPath(next);
    void this.router.navigate(path ? [...path] : ['/waiting']);
  }

  back(caseId: string, from: string | undefined): void {
    void this.router.navigate(from === 'case' ? ['/cases', caseId] : ['/waiting']);
  }
}
