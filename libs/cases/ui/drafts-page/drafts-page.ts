import { HttpClient, httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CaseView, DraftView } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  Api,
  ApiProblem,
  Drafts,
  EmptyState,
  Icon,
  ProblemBanner,
  Skeleton,
  Toasts,
  draftTime,
} from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { CaseMoves } from '../case-moves';
import { subjectIn } from '../subject-in';

/** Everything its reader has typed and not sent, so that nothing is forgotten. */
@Component({
  selector: 'st-drafts-page',
  imports: [EmptyState, Icon, ProblemBanner, RouterLink, Skeleton],
  templateUrl: './drafts-page.html',
  styleUrl: './drafts-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftsPage {
  private readonly person = inject(CurrentPerson);
  private readonly moves = inject(CaseMoves);
  private readonly drafts = inject(Drafts);
  private readonly toasts = inject(Toasts);
  private readonly router = inject(Router);
  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  protected readonly page = httpResource<readonly DraftView[]>(() => '/api/drafts');
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal<string | null>(null);
  protected readonly failed = computed(() =>
    this.page.error() ? ApiProblem.from(this.page.error()) : this.problem(),
  );

  /** The words that were typed, as far as they fit a line or two. */
  protected excerptOf({ subject, fields }: DraftView): string {
    if (subject === 'policy_version') return '';
    const texts = fields
      .filter(({ shown, typed }) => typeof typed === 'string' && typed !== '' && typed !== shown)
      .map(({ typed }) => String(typed));
    return texts.sort((one, other) => other.length - one.length)[0]?.slice(0, 280) ?? '';
  }

  protected whenOf({ savedAt }: DraftView): string {
    return draftTime(savedAt, this.person.timeZone()).replace(/^of /, '');
  }

  protected go(draft: DraftView): Promise<void> {
    return this.doing(draft, async () => {
      if (draft.subject === 'policy_version')
        return void (await this.router.navigateByUrl(
          draft.move === 'draft'
            ? `/payers/${draft.subjectId}/new-policy`
            : `/policies/${draft.subjectId}/edit`,
        ));
      if (draft.caseId === null) return void (await this.router.navigateByUrl('/cases/new'));
      const view = await firstValueFrom(this.http.get<CaseView>(`/api/cases/${draft.caseId}`));
      const version =
        draft.subjectId === null ? 0 : (subjectIn(view, draft.subjectId)?.version ?? draft.version);
      const mover = { subject: draft.subject, id: draft.subjectId, version };
      await this.moves.open(view, mover, draft.move);
      this.page.reload();
    });
  }

  protected discard(draft: DraftView): Promise<void> {
    return this.doing(draft, async () => {
      await this.api.post(`/api/drafts/${draft.id}/discards`, { counter: Date.now() });
      await this.again();
      this.toasts.say('Draft discarded.', { undo: () => this.bringBack(draft) });
    });
  }

  private async bringBack({ caseId, subject, subjectId, move, version, fields }: DraftView): Promise<void> {
    const authorId = this.person.me()?.id;
    const key = { authorId, caseId, subject, subjectId, move };
    await this.api.post('/api/drafts', { ...key, version, fields, counter: Date.now() });
    await this.again();
  }

  private async again(): Promise<void> {
    this.page.reload();
    await this.drafts.read();
  }

  private async doing(draft: DraftView, work: () => Promise<void>): Promise<void> {
    this.problem.set(undefined);
    this.busy.set(draft.id);
    try {
      await work();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(null);
    }
  }
}
