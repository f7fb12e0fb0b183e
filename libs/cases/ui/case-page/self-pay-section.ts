import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { AgreementView, CaseView } from '@stipple/contracts';
import { formatCents } from '@stipple/domain';
import { Chip, Icon, IconName, Tone, formatDateTime, formatDay, joined } from '@stipple/ui';
import { AgreementMoney } from './agreement-money';
import { EstimatesGiven } from './estimates-given';
import { MoveButtons } from './move-buttons';
import { NothingYet } from './nothing-yet';
import { PatientLink } from './patient-link';

const looks: Readonly<Record<AgreementView['state'], { tone: Tone; icon: IconName; words: string }>> = {
  draft: { tone: 'quiet', icon: 'edit', words: 'Draft' },
  estimate_issued: { tone: 'warn', icon: 'sign', words: 'Waits for the patient' },
  signed: { tone: 'good', icon: 'circle-check', words: 'Signed' },
  active: { tone: 'accent', icon: 'calendar-check', words: 'Active' },
  completed: { tone: 'quiet', icon: 'check', words: 'Completed' },
  void: { tone: 'quiet', icon: 'ban', words: 'Withdrawn' },
};

/** The other key to the schedule: estimate, price and the patient's signature. */
@Component({
  selector: 'st-self-pay-section',
  imports: [AgreementMoney, Chip, EstimatesGiven, Icon, MoveButtons, NothingYet, PatientLink],
  template: `
    @let view = this.view();
    <section aria-labelledby="self-pay-title">
      <header>
        <h2 id="self-pay-title">Self-pay</h2>
        <st-move-buttons
          [view]="view"
          [mover]="{ subject: 'self_pay_agreement', id: null, version: 0 }"
          [moves]="view.beginnings['self_pay_agreement'] ?? []"
          (made)="made.emit()"
        />
      </header>
      @for (agreement of view.agreements; track agreement.id) {
        @let look = looks[agreement.state];
        <div class="item">
          <div class="line">
            <b>{{ money(agreement.totalCents) }}</b>
            <st-chip [tone]="look.tone" [icon]="look.icon">{{ look.words }}</st-chip>
            <span class="st-muted">{{ scope(agreement) }}</span>
          </div>
          <table>
            <caption class="st-hidden">
              Price lines
            </caption>
            <tbody>
              @for (line of agreement.lines; track $index) {
                <tr>
                  <td>{{ line.description }}</td>
                  <td class="st-number">{{ line.quantity }} × {{ money(line.unitCents) }}</td>
                  <td class="st-number">{{ money(line.quantity * line.unitCents) }}</td>
                </tr>
              }
            </tbody>
          </table>
          @for (warning of agreement.warnings; track warning.code) {
            <p class="st-small warning"><st-icon name="warning" />{{ warning.sentence }}</p>
          }
          @defer (on immediate) {
            <st-estimates-given [agreement]="agreement" />
            @if (agreement.state === 'estimate_issued' || agreement.patientLink) {
              <st-patient-link [view]="view" [agreement]="agreement" (made)="made.emit()" />
            }
          }
          @if (agreement.signature; as signature) {
            @defer (on immediate) {
              <st-agreement-money [caseId]="view.id" [agreementId]="agreement.id" />
            }
            <p class="st-small st-muted">
              Signed by {{ signature.signerName }}, {{ time(signature.at) }},
              {{
                signature.witness === null ? 'on screen by their link' : 'witnessed by ' + signature.witness
              }}
            </p>
            @if (signature.proofId !== null) {
              <p class="st-small">
                <a [href]="'/api/documents/' + signature.proofId" target="_blank" rel="noopener"
                  >The signed estimate</a
                >
              </p>
            }
          } @else if (agreement.waiverNeeded && agreement.state !== 'void') {
            <p class="st-small st-muted">
              With this plan the signature also takes {{ agreement.waiverNeeded }}.
            </p>
          }
          @if (agreement.endReason) {
            <p class="st-small st-muted">{{ agreement.endReason }}</p>
          }
          <st-move-buttons
            [view]="view"
            [mover]="{ subject: 'self_pay_agreement', id: agreement.id, version: agreement.version }"
            [moves]="agreement.moves"
            (made)="made.emit()"
          />
        </div>
      } @empty {
        <st-nothing-yet subject="self_pay_agreement" move="draft"
          >No self-pay estimate. A patient who pays themselves gets the price in writing; signed, it unlocks
          booking.</st-nothing-yet
        >
      }
    </section>
  `,
  styleUrl: './section.css',
  styles: `
    .warning {
      display: flex;
      gap: var(--st-2);
      color: var(--st-warn);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SelfPaySection {
  readonly view = input.required<CaseView>();
  readonly made = output();
  protected readonly looks = looks;
  protected readonly money = formatCents;

  protected scope(agreement: AgreementView): string {
    return joined(
      `${agreement.sessions} × ${agreement.procedureCode}`,
      agreement.validUntil && `valid until ${formatDay(agreement.validUntil)}`,
    );
  }

  protected time(instant: string): string {
    return formatDateTime(instant, this.view().timeZone);
  }
}
