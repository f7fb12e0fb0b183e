import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { CaseView } from '@stipple/contracts';
import { injuryContextWords, planTypeWords, procedureWords, scarCauseWords } from '@stipple/domain';
import { Findings, formatDay, joined } from '@stipple/ui';

/** What the case is about: patient, coverage, injury, codes. */
@Component({
  selector: 'st-case-facts-card',
  imports: [Findings],
  template: `
    @let view = this.view();
    <section aria-labelledby="facts-title">
      <header><h2 id="facts-title">About the case</h2></header>
      <dl>
        <dt>Born</dt>
        <dd>{{ formatDay(view.patient.birthDate) }}</dd>
        <dt>Record</dt>
        <dd>{{ view.patient.recordNumber }}</dd>
        <dt>Payer</dt>
        <dd>
          {{ view.payer.name }}
          @if (view.payer.phone) {
            <br /><a [href]="'tel:' + view.payer.phone">{{ view.payer.phone }}</a>
          }
        </dd>
        <dt>Plan</dt>
        <dd>{{ planTypeWords[view.planType] }}</dd>
        <dt>Member</dt>
        <dd>{{ view.memberId }}</dd>
        <dt>Cause</dt>
        <dd>
          {{ causeOf(view) }}<br /><span class="st-muted">{{ injuryContextWords[view.injuryContext] }}</span>
        </dd>
        <dt>Diagnoses</dt>
        <dd>
          @for (diagnosis of view.diagnoses; track diagnosis.code) {
            <div>
              <b>{{ diagnosis.code }}</b> <span class="st-muted">{{ diagnosis.words }}</span>
            </div>
          }
          @if (view.open) {
            <st-findings [findings]="view.codeWarnings" />
          }
        </dd>
        <dt>Service</dt>
        <dd>
          <b>{{ view.procedureCode }}</b>
          <span class="st-muted">{{ procedureWords(view.procedureCode) }}</span>
        </dd>
        <dt>Sessions</dt>
        <dd>{{ view.plannedSessions }} planned</dd>
        <dt>Physician</dt>
        <dd>{{ view.physician.name }}</dd>
        <dt>Owner</dt>
        <dd>{{ view.owner?.name ?? 'Unassigned' }}</dd>
        <dt>Next touch</dt>
        <dd>{{ formatDay(view.nextTouchOn) }}</dd>
      </dl>
    </section>
  `,
  styleUrls: ['./section.css', './case-facts-card.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CaseFactsCard {
  readonly view = input.required<CaseView>();
  protected readonly formatDay = formatDay;

  protected causeOf({ cause, injuredOn }: CaseView): string {
    return joined(scarCauseWords[cause], injuredOn && formatDay(injuredOn));
  }

  protected readonly planTypeWords = planTypeWords;
  protected readonly injuryContextWords = injuryContextWords;
  protected readonly procedureWords = procedureWords;
}
