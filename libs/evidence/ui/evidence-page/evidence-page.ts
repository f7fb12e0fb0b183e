import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EvidenceView } from '@stipple/contracts';
import { injuryContextWords, scarCauseWords } from '@stipple/domain';
import type { EvidenceForm } from '@stipple/domain';
import {
  Command,
  Commands,
  EmptyState,
  Icon,
  KeyHint,
  ProblemBanner,
  Skeleton,
  doing,
  formatDay,
  joined,
  liveResource,
} from '@stipple/ui';
import { BodyMap, Place } from '../body-map/body-map';
import { regionName } from '../body-map/shapes';
import { evidenceCommands } from '../evidence-commands';
import { AlertBanner } from './alert-banner';
import { EvidenceActions } from './evidence-actions';
import { FactsCard } from './facts-card';
import { MotionSection } from './motion-section';
import { ScalesSection } from './scales-section';
import { SitePanel } from './site-panel';
import { ToldSection } from './told-section';
import { TreatmentsSection } from './treatments-section';

/** What the scar is and does: everything measured, rated, told and tried, and which facts come of it. */
@Component({
  selector: 'st-evidence-page',
  imports: [
    AlertBanner,
    BodyMap,
    EmptyState,
    FactsCard,
    Icon,
    KeyHint,
    MotionSection,
    ProblemBanner,
    RouterLink,
    ScalesSection,
    SitePanel,
    Skeleton,
    ToldSection,
    TreatmentsSection,
  ],
  providers: [EvidenceActions],
  templateUrl: './evidence-page.html',
  styleUrl: './evidence-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EvidencePage {
  readonly caseId = input.required<string>();
  protected readonly page = liveResource<EvidenceView>(
    () => ({ url: `/api/cases/${this.caseId()}/evidence` }),
    (moved) => moved.caseId === this.caseId(),
  );
  /** Another case's data must never stay on screen while this one loads. */
  protected readonly view = computed(() => {
    const view = this.page.value();
    return view?.caseId === this.caseId() ? view : undefined;
  });
  protected readonly picked = linkedSignal<string, Place | null>({
    source: this.caseId,
    computation: () => null,
  });
  protected readonly pickedName = computed(() => {
    const place = this.picked();
    return place === null ? '' : regionName(place.site, place.side);
  });

  constructor() {
    const actions = inject(EvidenceActions);
    actions.attach({ view: this.view, reload: () => this.page.reload() });
    const open = (form: EvidenceForm): Pick<Command, 'run' | 'when'> => ({
      run: () => void actions.open(form),
      when: () => actions.may(form),
    });
    inject(Commands).offer(
      doing(evidenceCommands, {
        'evidence.motion': open('motion'),
        'evidence.scale_vss': open('scale_vss'),
        'evidence.scale_posas_observer': open('scale_posas_observer'),
        'evidence.scale_posas_patient': open('scale_posas_patient'),
        'evidence.scale_dlqi': open('scale_dlqi'),
        'evidence.scale_phq9': open('scale_phq9'),
        'evidence.scale_pain': open('scale_pain'),
        'evidence.scale_itch': open('scale_itch'),
        'evidence.treatment': open('treatment'),
        'evidence.function': open('function'),
        'evidence.statement': open('statement'),
        'evidence.back': { run: () => actions.back() },
      }),
    );
  }

  protected siteOf({ bodySite, side }: EvidenceView): string {
    return regionName(bodySite, side).toLowerCase();
  }

  protected aboutOf(view: EvidenceView): string {
    return joined(
      regionName(view.bodySite, view.side),
      scarCauseWords[view.cause],
      view.injuredOn && `injured ${formatDay(view.injuredOn)}`,
      view.injuryContext !== 'neither' && injuryContextWords[view.injuryContext],
      `born ${formatDay(view.patient.birthDate)}`,
      view.physician.name,
    );
  }
}
