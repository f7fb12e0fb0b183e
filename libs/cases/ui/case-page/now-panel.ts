import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { CaseView } from '@stipple/contracts';
import type { Stage } from '@stipple/domain';
import { AuthorizationsSection } from './authorizations-section';
import { CallsSection } from './calls-section';
import { CaseLink } from './case-link';
import { CaseFactsCard } from './case-facts-card';
import { DocumentsSection } from './documents-section';
import { LetterSection } from './letter-section';
import { RequestsSection } from './requests-section';
import { ScreeningSection } from './screening-section';
import { SelfPaySection } from './self-pay-section';
import { SessionsSection } from './sessions-section';
import { TasksCard } from './tasks-card';

type Part =
  'calls' | 'screening' | 'documents' | 'letter' | 'requests' | 'authorizations' | 'selfPay' | 'sessions';

/** What is being worked on at each stage; everything else is one tab away. */
const inPlay: Readonly<Record<Stage, readonly Part[]>> = {
  verifying: ['calls'],
  screening: ['screening', 'documents'],
  preparing: ['letter', 'requests', 'documents'],
  with_payer: ['requests', 'authorizations'],
  authorized: ['authorizations', 'sessions'],
  adverse: ['requests', 'selfPay'],
  self_pay_open: ['selfPay'],
  self_pay_ready: ['selfPay', 'sessions'],
  in_treatment: ['sessions'],
  billing: ['sessions'],
  closed: ['requests', 'sessions'],
};

/** The first tab: what has to be done because something happened, what is in play now, and what the case is about. */
@Component({
  selector: 'st-now-panel',
  imports: [
    AuthorizationsSection,
    CallsSection,
    CaseFactsCard,
    CaseLink,
    DocumentsSection,
    LetterSection,
    RequestsSection,
    ScreeningSection,
    SelfPaySection,
    SessionsSection,
    TasksCard,
  ],
  template: `
    @let view = this.view();
    @if (mustAct()) {
      <st-tasks-card [view]="view" (made)="made.emit()" />
    }
    @for (part of parts(); track part) {
      @switch (part) {
        @case ('calls') {
          <st-calls-section [view]="view" (made)="made.emit()" />
        }
        @case ('screening') {
          <st-screening-section [view]="view" (made)="made.emit()" />
        }
        @case ('documents') {
          <st-documents-section [view]="view" (made)="made.emit()" />
        }
        @case ('letter') {
          <st-letter-section [view]="view" (made)="made.emit()" />
        }
        @case ('requests') {
          <st-requests-section [view]="view" (made)="made.emit()" />
        }
        @case ('authorizations') {
          <st-authorizations-section [view]="view" (made)="made.emit()" />
        }
        @case ('selfPay') {
          <st-self-pay-section [view]="view" (made)="made.emit()" />
        }
        @case ('sessions') {
          <st-sessions-section [view]="view" (made)="made.emit()" />
        }
      }
    }
    <st-case-facts-card [view]="view" />
    @defer (on immediate) {
      <st-case-link [view]="view" (made)="made.emit()" />
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NowPanel {
  readonly view = input.required<CaseView>();
  readonly made = output();
  protected readonly mustAct = computed(() => this.view().tasks.some(({ state }) => state === 'open'));

  protected readonly parts = computed(() => {
    const { stage, authorizations, benefitCalls } = this.view();
    return inPlay[stage].filter(
      (part) =>
        part !== 'authorizations' ||
        authorizations.length > 0 ||
        benefitCalls.some((call) => call.authorizationRequired === 'no'),
    );
  });
}
