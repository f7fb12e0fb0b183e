import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { RosterImportStanding } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  Api,
  ApiProblem,
  Chip,
  EmptyState,
  ProblemBanner,
  Skeleton,
  count,
  formatDateTime,
  liveResource,
  formatNumber,
} from '@stipple/ui';
import { FilesDrop } from './files-drop';
import { importLooks } from './import-states';

/** Where a roster comes in: new files, and the imports there have been. */
@Component({
  selector: 'st-roster-page',
  imports: [Chip, EmptyState, FilesDrop, ProblemBanner, RouterLink, Skeleton],
  templateUrl: './roster-page.html',
  styleUrl: './roster-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RosterPage {
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly person = inject(CurrentPerson);
  protected readonly imports = liveResource<readonly RosterImportStanding[]>(
    () => ({ url: '/api/roster-imports' }),
    () => false,
  );
  protected readonly rows = computed(() =>
    (this.imports.value() ?? []).map((one) => ({
      ...one,
      look: importLooks[one.state],
      when: formatDateTime(one.createdAt, this.person.timeZone()),
      files: one.fileNames.join(', '),
      result: resultOf(one),
    })),
  );
  protected readonly sent = signal<number | null>(null);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);

  protected async send(files: readonly File[]): Promise<void> {
    this.problem.set(undefined);
    this.sent.set(0);
    try {
      const { id } = await this.api.upload<{ id: string }>('/api/roster-imports', {}, files, (part) =>
        this.sent.set(part),
      );
      await this.router.navigate(['/roster', id]);
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.sent.set(null);
    }
  }
}

/** `112 new, 3 changed, 2 problems`: what came of an import, in one line. */
function resultOf({ counts, problemCount }: RosterImportStanding): string {
  const sum = (of: 'new' | 'changed' | 'unchanged') =>
    (counts ?? []).reduce((total, kind) => total + kind[of], 0);
  const parts = [
    ...(counts === null ? [] : (['new', 'changed', 'unchanged'] as const))
      .filter((of) => sum(of) > 0)
      .map((of) => `${formatNumber(sum(of))} ${of}`),
    ...(problemCount > 0 ? [count(problemCount, 'problem')] : []),
  ];
  return parts.join(', ') || '–';
}
