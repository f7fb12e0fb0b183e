import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  viewChild,
} from '@angular/core';
import type { PatientEstimateView } from '@stipple/contracts';
import { estimateTexts, formatCents, patientTexts } from '@stipple/domain';
import { CaseStanding } from '@stipple/patient-ui/visit';
import { OtherCourse } from './other-course';
import { PaperWords } from './paper-words';
import { PayByCard } from './pay-by-card';
import { PaymentParts } from './payment-parts';
import { PatientVisit } from './patient-visit';
import { SignHere } from './sign-here';

/** The estimate as its patient reads it: the total first, then what is around it, the paper's own words, and the signature. */
@Component({
  selector: 'st-patient-estimate',
  imports: [CaseStanding, OtherCourse, PaperWords, PayByCard, PaymentParts, SignHere],
  templateUrl: './patient-estimate.html',
  styleUrl: './patient-estimate.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PatientEstimate {
  readonly estimate = input.required<PatientEstimateView>();
  protected readonly visit = inject(PatientVisit);
  protected readonly money = formatCents;
  /** The paper stays in the language in which it was given; so do the words that say so. */
  protected readonly paperTexts = computed(() => patientTexts[this.estimate().document.language]);
  protected readonly dispute = computed(() => estimateTexts[this.visit.language()].dispute.slice(1));
  protected readonly canSign = computed(
    () => this.estimate().signed === null && this.estimate().validUntil >= this.estimate().today,
  );
  protected readonly signedWords = computed(() => {
    const { signed } = this.estimate();
    return signed === null
      ? ''
      : this.visit.filled(this.visit.texts().signed, { name: signed.signerName, day: signed.on });
  });
  private readonly done = viewChild<ElementRef<HTMLElement>>('done');
  private waited = false;

  constructor() {
    // The form that had the focus is gone; what took its place says so.
    effect(() => {
      if (this.canSign()) this.waited = true;
      else if (this.waited) this.done()?.nativeElement.focus();
    });
  }

  protected print(): void {
    window.print();
  }
}
