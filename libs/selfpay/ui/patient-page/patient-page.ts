import { ChangeDetectionStrategy, Component, DOCUMENT, computed, inject } from '@angular/core';
import { patientCardTexts } from '@stipple/domain';
import { Visit, VisitPage } from '@stipple/patient-ui/visit';
import { backFromCard } from './back-from-card';
import { PatientEstimate } from './patient-estimate';
import { PatientVisit } from './patient-visit';

/** The patient's own page of their estimate. */
@Component({
  selector: 'st-patient-page',
  imports: [PatientEstimate, VisitPage],
  providers: [PatientVisit, { provide: Visit, useExisting: PatientVisit }],
  template: `
    @let texts = visit.texts();
    <st-visit-page [heading]="texts.title" [gate]="texts.gate" [thanks]="paidElsewhere()">
      @if (visit.view(); as estimate) {
        <st-patient-estimate [estimate]="estimate" />
      }
    </st-visit-page>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PatientPage {
  protected readonly visit = inject(PatientVisit);
  private readonly window = inject(DOCUMENT).defaultView;
  /** Who pays by a link that the clinic sent comes back to this page, and has no visit to go on with. */
  protected readonly paidElsewhere = computed(() =>
    this.visit.view() === null && this.visit.fault() === 'over' && backFromCard(this.window) === 'sent'
      ? patientCardTexts[this.visit.language()].sent
      : '',
  );
}
