import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseView, OfferedMove } from '@stipple/contracts';
import { bodySiteWords, partyWords, planTypeWords, sideWords, stageWords } from '@stipple/domain';
import {
  Chip,
  EmptyState,
  Icon,
  ProblemBanner,
  Skeleton,
  distance,
  formatDay,
  liveResource,
  urgency,
} from '@stipple/ui';
import { CaseMoves, Mover } from '../case-moves';
import { partyIcons, stageLooks } from '../looks';
import { CaseFactsCard } from './case-facts-card';
import { ClearanceCard } from './clearance-card';
import { DecisionSections } from './decision-sections';
import { MoveButtons } from './move-buttons';
import { PreparationSections } from './preparation-sections';
import { SelfPaySection } from './self-pay-section';
import { SessionsSection } from './sessions-section';
import { TasksCard } from './tasks-card';
import { Timeline } from './timeline';

/** Everything about one case: where it stands, who acts next, whether it may be booked, and all that happened. */
@Component({
  selector: 'st-case-page',
  imports: [
    CaseFactsCard,
    Chip,
    ClearanceCard,
    DecisionSections,
    EmptyState,
    Icon,
    MoveButtons,
    PreparationSections,
    ProblemBanner,
    RouterLink,
    SelfPaySection,
    SessionsSection,
    Skeleton,
    TasksCard,
    Timeline,
  ],
  templateUrl: './case-page.html',
  styleUrl: './case-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CasePage {
  readonly caseId = input.required<string>();
  private readonly moves = inject(CaseMoves);
  protected readonly page = liveResource<CaseView>(
    () => ({ url: `/api/cases/${this.caseId()}` }),
    (moved) => moved.caseId === this.caseId(),
  );
  /** Another case's data must never stay on screen while this one loads. */
  protected readonly view = computed(() =>
    this.page.value()?.id === this.caseId() ? this.page.value() : undefined,
  );
  protected readonly next = computed(() => this.nextOf(this.view()));

  protected readonly stageWords = stageWords;
  protected readonly stageLooks = stageLooks;
  protected readonly partyWords = partyWords;
  protected readonly partyIcons = partyIcons;
  protected readonly planTypeWords = planTypeWords;
  protected readonly formatDay = formatDay;
  protected readonly distance = distance;
  protected readonly urgency = urgency;

  protected siteOf(view: CaseView): string {
    return view.side === 'midline'
      ? bodySiteWords[view.bodySite]
      : `${sideWords[view.side]} ${bodySiteWords[view.bodySite].toLowerCase()}`;
  }

  /** What is being worked on stands first: preparation until something was sent or offered, the answer afterwards. */
  protected beyondPreparation({ stage }: CaseView): boolean {
    return !['verifying', 'screening', 'preparing'].includes(stage);
  }

  protected async open(view: CaseView, mover: Mover, move: string): Promise<void> {
    if (await this.moves.open(view, mover, move)) this.page.reload();
  }

  /** The move behind the main button, if this person may make it. */
  private nextOf(view: CaseView | undefined): { mover: Mover; offered: OfferedMove } | null {
    const next = view?.nextMove;
    if (!view || !next) return null;
    const found = next.subjectId === null ? null : subjectIn(view, next.subjectId);
    const offered = (found ? found.moves : (view.beginnings[next.subject] ?? [])).find(
      ({ move }) => move === next.move,
    );
    if (offered === undefined || offered.refusals.length > 0 || !this.moves.has(next.subject, next.move))
      return null;
    return { mover: { subject: next.subject, id: next.subjectId, version: found?.version ?? 0 }, offered };
  }
}

function subjectIn(view: CaseView, id: string): { version: number; moves: readonly OfferedMove[] } | null {
  const all = [
    ...view.screenings,
    ...view.letters,
    ...view.requests,
    ...view.authorizations,
    ...view.agreements,
    ...view.sessions,
    ...view.tasks,
  ];
  return all.find((subject) => subject.id === id) ?? (view.id === id ? view : null);
}
