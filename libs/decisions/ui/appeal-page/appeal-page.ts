import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { CaseMoves } from '@stipple/cases-ui/moves';
import type { AppealOutlineView, CaseView } from '@stipple/contracts';
import { challengeKindWords } from '@stipple/domain';
import { Icon, ProblemBanner, Skeleton, liveResource } from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { EnteredSection } from './entered-section';

/** The desk of one appeal: what it has to say by its own reason, what the record holds of it, and what is missing. */
@Component({
  selector: 'st-appeal-page',
  imports: [EnteredSection, Icon, ProblemBanner, RouterLink, Skeleton],
  templateUrl: './appeal-page.html',
  styleUrls: ['../desk.css', './appeal-card.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AppealPage {
  readonly caseId = input.required<string>();
  readonly challengeId = input.required<string>();
  private readonly http = inject(HttpClient);
  private readonly moves = inject(CaseMoves);
  protected readonly words = challengeKindWords;
  protected readonly page = liveResource<AppealOutlineView>(
    () => ({ url: `/api/challenges/${this.challengeId()}/outline` }),
    (moved) => moved.caseId === this.caseId(),
  );
  private readonly case = liveResource<CaseView>(
    () => ({ url: `/api/cases/${this.caseId()}` }),
    (moved) => moved.caseId === this.caseId(),
  );
  protected readonly view = computed(() => this.case.value());
  protected readonly file = computed(() => `/api/challenges/${this.challengeId()}/packet`);
  private readonly challenge = computed(() =>
    this.case.value()?.challenges.find(({ id }) => id === this.challengeId()),
  );
  /** Whether the words may still be written. */
  protected readonly writable = computed(() =>
    this.challenge()?.moves.some(({ move, refusals }) => move === 'draft' && refusals.length === 0),
  );
  protected readonly written = computed(() => (this.challenge()?.body ?? '') !== '');

  /** Opens the form of the words: as they stand, or begun with what the record holds. */
  protected async write(begun?: string): Promise<void> {
    const view = await firstValueFrom(this.http.get<CaseView>(`/api/cases/${this.caseId()}`));
    const challenge = view.challenges.find(({ id }) => id === this.challengeId());
    if (challenge === undefined) return;
    const mover = { subject: 'challenge', id: challenge.id, version: challenge.version };
    if (await this.moves.open(view, mover, 'draft', begun === undefined ? {} : { body: begun }))
      this.page.reload();
  }
}
