import { ChangeDetectionStrategy, Component, computed, inject, input, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ScreeningNow } from '@stipple/contracts';
import {
  Chip,
  Commands,
  EmptyState,
  Icon,
  KeyHint,
  ProblemBanner,
  Skeleton,
  doing,
  formatDay,
  liveResource,
} from '@stipple/ui';
import { screeningCommands } from '../screening-commands';
import { CriterionItem } from './criterion-item';
import { DocumentsCard } from './documents-card';
import { PastCard } from './past-card';
import { ProposeCard } from './propose-card';
import { ScreeningModel } from './screening-model';
import { TripsCard } from './trips-card';
import { WhatIfPanel } from './what-if-panel';
import { countWords, outcomeTones } from './words';

/** A case against the payer's policy: criterion by criterion, what decided it, what is missing, and the proposal. */
@Component({
  selector: 'st-screening-page',
  imports: [
    Chip,
    CriterionItem,
    DocumentsCard,
    EmptyState,
    Icon,
    KeyHint,
    PastCard,
    ProblemBanner,
    ProposeCard,
    RouterLink,
    Skeleton,
    TripsCard,
    WhatIfPanel,
  ],
  providers: [ScreeningModel],
  templateUrl: './screening-page.html',
  styleUrl: './screening-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScreeningPage {
  readonly caseId = input.required<string>();
  protected readonly model = inject(ScreeningModel);
  private readonly router = inject(Router);
  private readonly proposal = viewChild(ProposeCard);
  protected readonly page = liveResource<ScreeningNow>(
    () => ({ url: `/api/cases/${this.caseId()}/screening` }),
    (moved) => moved.caseId === this.caseId(),
  );
  /** Another case's data must never stay on screen while this one loads. */
  protected readonly view = computed(() => {
    const view = this.page.value();
    return view?.caseId === this.caseId() ? view : undefined;
  });
  protected readonly outcomeTones = outcomeTones;
  protected readonly countWords = countWords;
  protected readonly formatDay = formatDay;

  constructor() {
    this.model.attach(this.view);
    const to = (...path: readonly string[]) => void this.router.navigate(['/cases', this.caseId(), ...path]);
    inject(Commands).offer(
      doing(screeningCommands, {
        'screening.propose': { run: () => void this.proposal()?.send(), whileTyping: true },
        'screening.reasons': { run: () => this.proposal()?.focus() },
        'screening.evidence': { run: () => to('evidence') },
        'screening.clear': {
          run: () => this.model.tried.set(new Map()),
          when: () => this.model.isTrying(),
        },
        'screening.back': { run: () => to() },
      }),
    );
  }
}
