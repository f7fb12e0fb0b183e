import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CaseView, WaitingItem, WaitingList } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import {
  ApiProblem,
  EmptyState,
  Icon,
  IconName,
  ProblemBanner,
  Skeleton,
  distance,
  formatDateTime,
  liveResource,
  urgency,
} from '@stipple/ui';
import { firstValueFrom } from 'rxjs';
import { CaseMoves } from '../case-moves';

/** How each kind of waiting item is done: the subject and move of its form, and the words on its button. */
const doing: Readonly<
  Record<WaitingItem['kind'], { subject: string; move: string; button: string; icon: IconName }>
> = {
  treatment: {
    subject: 'treatment_session',
    move: 'perform',
    button: 'Record treatment',
    icon: 'stethoscope',
  },
  letter: { subject: 'letter', move: 'sign', button: 'Read and sign', icon: 'sign' },
  screening: { subject: 'screening', move: 'sign', button: 'Read and sign', icon: 'sign' },
  acknowledgement: {
    subject: 'payer_authorization',
    move: 'acknowledge',
    button: 'Acknowledge',
    icon: 'eye',
  },
  confirmation: { subject: 'payer_authorization', move: 'confirm', button: 'Confirm', icon: 'shield' },
};

/** What waits for this person alone: signatures, acknowledgements, confirmations. Made for a phone between two patients. */
@Component({
  selector: 'st-waiting-page',
  imports: [EmptyState, Icon, ProblemBanner, RouterLink, Skeleton],
  templateUrl: './waiting-page.html',
  styleUrl: './waiting-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WaitingPage {
  /** From the address: `yes` shows only one's own patients. */
  readonly mine = input<string>();
  protected readonly person = inject(CurrentPerson);
  private readonly moves = inject(CaseMoves);
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  protected readonly page = liveResource<WaitingList>(() => ({
    url: `/api/waiting?mine=${this.mine() === 'yes' ? 'yes' : 'no'}`,
  }));
  protected readonly items = computed(() => this.page.value()?.items ?? []);
  protected readonly problem = signal<ApiProblem | undefined>(undefined);
  protected readonly busy = signal<string | null>(null);
  protected readonly doing = doing;
  protected readonly distance = distance;
  protected readonly urgency = urgency;

  protected waitsSince({ since }: WaitingItem): string {
    return `since ${formatDateTime(since, this.person.timeZone())}`;
  }

  protected show(mine: boolean): void {
    void this.router.navigate([], { queryParams: { mine: mine ? 'yes' : undefined } });
  }

  /** Reads the case first: what is signed is what is on record now, not what was listed. */
  protected async act(item: WaitingItem): Promise<void> {
    this.problem.set(undefined);
    this.busy.set(item.subjectId);
    try {
      const view = await firstValueFrom(this.http.get<CaseView>(`/api/cases/${item.caseId}`));
      const { subject, move } = doing[item.kind];
      if (await this.moves.open(view, { subject, id: item.subjectId, version: item.version }, move))
        this.page.reload();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(null);
    }
  }
}
