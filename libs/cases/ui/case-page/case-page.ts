import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CaseView } from '@stipple/contracts';
import {
  EmptyState,
  PresenceMarks,
  ProblemBanner,
  Skeleton,
  drawOn,
  keepFocus,
  liveResource,
  mediaSignal,
} from '@stipple/ui';
import { AuthorizationsSection } from './authorizations-section';
import { BookingsCard } from './bookings-card';
import { CallsSection } from './calls-section';
import { ChallengesSection } from './challenges-section';
import { CaseActions } from './case-actions';
import { CaseHeader } from './case-header';
import { offerCaseKeys } from './case-keys';
import { CaseTab, isCaseTab } from './case-tab-words';
import { CaseTabs } from './case-tabs';
import { ChecklistCard } from './checklist-card';
import { ClearanceCard } from './clearance-card';
import { CurrentTask } from './current-task';
import { DeadlinesCard } from './deadlines-card';
import { DocumentsSection } from './documents-section';
import { LetterSection } from './letter-section';
import { CaseNeighbours } from './neighbours';
import { NotesSection } from './notes-section';
import { NowPanel } from './now-panel';
import { RequestsSection } from './requests-section';
import { ScreeningSection } from './screening-section';
import { SelfPaySection } from './self-pay-section';
import { SessionsSection } from './sessions-section';
import { Timeline } from './timeline';

/** Everything about one case: where it stands, who acts next, whether it may be booked, and all that happened. */
@Component({
  selector: 'st-case-page',
  imports: [
    AuthorizationsSection,
    BookingsCard,
    CallsSection,
    ChallengesSection,
    CaseHeader,
    CaseTabs,
    ChecklistCard,
    ClearanceCard,
    CurrentTask,
    DeadlinesCard,
    DocumentsSection,
    EmptyState,
    LetterSection,
    NotesSection,
    NowPanel,
    PresenceMarks,
    ProblemBanner,
    RequestsSection,
    RouterLink,
    ScreeningSection,
    SelfPaySection,
    SessionsSection,
    Skeleton,
    Timeline,
  ],
  providers: [CaseActions, CaseNeighbours],
  templateUrl: './case-page.html',
  styleUrl: './case-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CasePage {
  readonly caseId = input.required<string>();
  /** Which part is shown; it stands in the address. */
  readonly tab = input<string>();
  private readonly router = inject(Router);
  private readonly neighbours = inject(CaseNeighbours);
  protected readonly page = liveResource<CaseView>(
    () => ({ url: `/api/cases/${this.caseId()}` }),
    (moved) => moved.caseId === this.caseId(),
  );
  /** Another case's data must never stay on screen while this one loads. */
  protected readonly view = computed(() =>
    this.page.value()?.id === this.caseId() ? this.page.value() : this.neighbours.readAhead(this.caseId()),
  );
  protected readonly shownTab = computed<CaseTab>(() => {
    const tab = this.tab();
    return isCaseTab(tab) ? tab : 'now';
  });
  /** With room for it the timeline stands first; without, it is read last, here as in the document. */
  protected readonly wide = mediaSignal('(min-width: 80rem)');

  /** Read again with every change of the case, and the same one all the while. */
  private readonly shownId = computed(() => this.view()?.id);
  /**
   * With every case the head and its task come first, then the part that is open, then what stands beside it, then what
   * happened, each in a task of the browser's own: whoever goes from case to case sees at once which one they are at.
   */
  protected readonly drawn = linkedSignal({ source: this.shownId, computation: () => 1 });
  private readonly steps = computed(() => (this.view() ? 4 : 0));

  constructor() {
    drawOn(this.drawn, this.steps, 1);
    const actions = inject(CaseActions);
    this.neighbours.of(this.caseId);
    actions.attach({
      view: this.view,
      reload: () => this.page.reload(),
      showTab: (tab) => this.show(tab),
    });
    offerCaseKeys((tab) => this.show(tab));
    // A move that is made takes its button with it: what is to be done now stands ready instead.
    const { nativeElement: page } = inject<ElementRef<HTMLElement>>(ElementRef);
    keepFocus(this.view, () => page.querySelector<HTMLElement>('st-current-task button'));
  }

  protected show(tab: CaseTab): void {
    void this.router.navigate([], {
      queryParams: { tab: tab === 'now' ? null : tab },
      queryParamsHandling: 'merge',
      replaceUrl: true,
      state: history.state as object,
    });
  }
}
