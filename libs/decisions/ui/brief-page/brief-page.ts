import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PeerBriefView } from '@stipple/contracts';
import type { Truth } from '@stipple/domain';
import { Chip, Icon, ProblemBanner, Skeleton, Tone, formatDateTime, liveResource } from '@stipple/ui';

const standings: Readonly<Record<Truth, { readonly words: string; readonly tone: Tone }>> = {
  met: { words: 'Met', tone: 'good' },
  unknown: { words: 'Not known', tone: 'warn' },
  not_met: { words: 'Not met', tone: 'bad' },
};

/** What the physician has before them in the call, on one sheet: the payer's words first, what is met, and one ask. */
@Component({
  selector: 'st-brief-page',
  imports: [Chip, Icon, ProblemBanner, RouterLink, Skeleton],
  templateUrl: './brief-page.html',
  styleUrls: ['../desk.css', './brief-page.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BriefPage {
  readonly caseId = input.required<string>();
  readonly challengeId = input.required<string>();
  private readonly window = inject(DOCUMENT).defaultView;
  protected readonly standings = standings;
  protected readonly page = liveResource<PeerBriefView>(
    () => ({ url: `/api/challenges/${this.challengeId()}/brief` }),
    (moved) => moved.caseId === this.caseId(),
  );

  protected time(instant: string, timeZone: string): string {
    return formatDateTime(instant, timeZone);
  }

  protected print(): void {
    this.window?.print();
  }
}
