import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AuditEntry, AuditVerification } from '@stipple/contracts';
import {
  ApiProblem,
  EmptyState,
  Icon,
  ProblemBanner,
  Skeleton,
  count,
  formatDateTime,
  liveResource,
  NumberWords,
} from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { CurrentPerson } from '../current-person';

const pageRows = 100;

/** Who read and changed what, newest first, and whether anybody has tampered with the record of it. */
@Component({
  selector: 'st-audit-page',
  imports: [EmptyState, Icon, ProblemBanner, RouterLink, Skeleton, NumberWords],
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  // Each of these is a part of the address.
  readonly caseNumber = input<string>();
  readonly before = input<string>();

  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  protected readonly person = inject(CurrentPerson);
  protected readonly page = liveResource<readonly AuditEntry[]>(
    () => {
      const asked = { caseNumber: this.caseNumber(), before: this.before() };
      const query = Object.entries(asked).filter((entry): entry is [string, string] => !!entry[1]);
      return { url: `/api/audit?${new URLSearchParams(query)}` };
    },
    () => false,
  );
  protected readonly rows = computed(() =>
    (this.page.value() ?? []).map((entry) => ({
      ...entry,
      when: formatDateTime(entry.at, this.person.timeZone()),
      what: entry.words,
      more: detailOf(entry),
      mark: entry.hash.slice(0, 8),
    })),
  );
  /** The last entry's number, where there are older ones. */
  protected readonly next = computed(() =>
    this.rows().length === pageRows ? this.rows().at(-1)?.seq : undefined,
  );
  protected readonly verification = signal<AuditVerification | undefined>(undefined);
  protected readonly verifying = signal(false);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly verdict = computed(() => {
    const found = this.verification();
    if (found === undefined) return '';
    const entries = `${count(found.entries, 'entry', 'entries')} checked`;
    return found.flaws.length === 0
      ? `${entries}: the chain is unbroken.`
      : `${entries}: ${count(found.flaws.length, 'flaw')} found.`;
  });

  protected go(change: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }

  protected ofCase(text: string): void {
    const number = text.replace('#', '').trim();
    this.go({ caseNumber: number || null, before: null });
  }

  protected async verify(): Promise<void> {
    this.verifying.set(true);
    this.problem.set(undefined);
    try {
      this.verification.set(
        await firstValueFrom(this.http.get<AuditVerification>('/api/audit/verification')),
      );
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.verifying.set(false);
    }
  }
}

/** What else is known of an entry, where it says more than its words: states, roles, counts. */
function detailOf({ detail, person }: AuditEntry): string {
  const { from, to, roles, codes } = detail as Record<string, unknown>;
  const list = (value: unknown) => (Array.isArray(value) ? value.join(', ').replaceAll('_', ' ') : null);
  const moved = typeof to === 'string' ? `now ${to.replaceAll('_', ' ')}` : null;
  const isBeginning = from === 'none' || from === null;
  return [person, isBeginning ? null : moved, list(roles), list(codes)].filter(Boolean).join(' · ');
}
