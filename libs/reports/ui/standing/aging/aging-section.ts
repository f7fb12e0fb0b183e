import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgingReport } from '@stipple/contracts';
import { ProblemBanner, Skeleton } from '@stipple/ui';
import { StandingView } from '../standing-view';
import { AgedCard } from './aged-card';

/** What waits for a payer, and what patients owe, each by how long. */
@Component({
  selector: 'st-aging-section',
  imports: [AgedCard, ProblemBanner, RouterLink, Skeleton],
  template: `
    @if (report.problem(); as problem) {
      <st-problem [problem]="problem" [retriable]="true" (retry)="report.reload()" />
    }
    @if (report.value(); as found) {
      <div class="both" [class.fading]="!report.settled()">
        <st-aged-card
          list="waiting_requests"
          basis="Since submission"
          emptyTitle="No request waits for a payer"
          [aged]="found.requests"
          [things]="{ one: 'request', many: 'requests' }"
          >A request is aged here from its submission until its payer answers.
          <a actions class="st-button" routerLink="/queue">Look at the queue</a></st-aged-card
        >
        <st-aged-card
          list="owed_amounts"
          basis="Since it was due"
          emptyTitle="No patient owes anything"
          [aged]="found.owed"
          [things]="{ one: 'installment or session', many: 'installments and sessions' }"
          >An installment is aged here from the day it is due, a session without a plan from the day it was
          performed, until it is paid.</st-aged-card
        >
      </div>
    } @else if (!report.problem()) {
      <div class="both">
        <div class="st-card coming"><st-skeleton [lines]="9" /></div>
        <div class="st-card coming"><st-skeleton [lines]="9" /></div>
      </div>
    }
  `,
  styleUrl: './aging-section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgingSection {
  private readonly view = inject(StandingView);
  readonly report = this.view.read<AgingReport>(() => this.view.report('aging'));
}
