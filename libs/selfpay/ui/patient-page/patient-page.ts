import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Visit, VisitPage } from '@stipple/patient-ui/visit';
import { PatientEstimate } from './patient-estimate';
import { PatientVisit } from './patient-visit';

/** The patient's own page of their estimate. */
@Component({
  selector: 'st-patient-page',
  imports: [PatientEstimate, VisitPage],
  providers: [PatientVisit, { provide: Visit, useExisting: PatientVisit }],
  template: `
    @let texts = visit.texts();
    <st-visit-page [heading]="texts.title" [gate]="texts.gate">
      @if (visit.view(); as estimate) {
        <st-patient-estimate [estimate]="estimate" />
      }
    </st-visit-page>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PatientPage {
  protected readonly visit = inject(PatientVisit);
}
