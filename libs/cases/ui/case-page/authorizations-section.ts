import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { AuthorizationView, CaseView } from '@stipple/contracts';
import { Chip, IconName, Tone, formatDateTime, formatDay, joined } from '@stipple/ui';
import { linesInWords } from '../looks';
import { MoveButtons } from './move-buttons';

/** What the payer granted, asked against granted, and who assented. */
@Component({
  selector: 'st-authorizations-section',
  imports: [Chip, MoveButtons],
  template: `
    @let view = this.view();
    <section aria-labelledby="authorizations-title">
      <header>
        <h2 id="authorizations-title">Authorizations</h2>
        @if (mayRecord()) {
          <st-move-buttons
            [view]="view"
            [mover]="{ subject: 'payer_authorization', id: null, version: 0 }"
            [moves]="view.beginnings['payer_authorization'] ?? []"
            (made)="made.emit()"
          />
        }
      </header>
      @for (authorization of view.authorizations; track authorization.id) {
        @let look = authorizationLook(authorization);
        <div class="item">
          <div class="line">
            <b>{{ authorization.number }}</b>
            <st-chip [tone]="look.tone" [icon]="look.icon">{{ look.words }}</st-chip>
            <span class="st-muted"
              >{{ basisWords[authorization.basis] }}, {{ lines(authorization.lines) }},
              {{ formatDay(authorization.effectiveOn) }} to {{ formatDay(authorization.expiresOn) }}</span
            >
          </div>
          @if (authorization.differences.length > 0) {
            <table>
              <caption class="st-hidden">
                Asked against granted
              </caption>
              <thead>
                <tr>
                  <th>Code</th>
                  <th class="st-number">Asked</th>
                  <th class="st-number">Granted</th>
                </tr>
              </thead>
              <tbody>
                @for (line of authorization.differences; track line.procedureCode) {
                  <tr>
                    <td>{{ line.procedureCode }}</td>
                    <td class="st-number">{{ line.asked }}</td>
                    <td class="st-number">
                      <b>{{ line.granted }}</b>
                    </td>
                  </tr>
                }
              </tbody>
            </table>
          }
          @if (authorization.askedWindow; as asked) {
            @if (asked.fromOn !== authorization.effectiveOn || asked.toOn !== authorization.expiresOn) {
              <p class="st-small">Asked for {{ formatDay(asked.fromOn) }} to {{ formatDay(asked.toOn) }}.</p>
            }
          }
          @if (authorization.payerWords) {
            <p class="quote">{{ authorization.payerWords }}</p>
          }
          <p class="st-small st-muted">{{ grantedTo(authorization) }}</p>
          <p class="st-small">
            <a [href]="'/api/documents/' + authorization.proofId" target="_blank" rel="noopener"
              >The payer’s notice</a
            >
          </p>
          @if (authorization.endReason) {
            <p class="st-small st-muted">{{ authorization.endReason }}</p>
          }
          @if (authorization.earlierTerms.length > 0) {
            <details class="st-small">
              <summary>Earlier terms</summary>
              @for (terms of authorization.earlierTerms; track terms.at) {
                <p>{{ earlier(terms) }}</p>
              }
            </details>
          }
          <st-move-buttons
            [view]="view"
            [mover]="{ subject: 'payer_authorization', id: authorization.id, version: authorization.version }"
            [moves]="authorization.moves"
            (made)="made.emit()"
          />
        </div>
      } @empty {
        <p class="none">
          Nothing was granted yet. What the payer approves stands here with its number, days and units, as
          soon as its answer is recorded on the request.
        </p>
      }
    </section>
  `,
  styleUrl: './section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuthorizationsSection {
  readonly view = input.required<CaseView>();
  readonly made = output();
  protected readonly formatDay = formatDay;
  protected readonly lines = linesInWords;
  /** A recorded “not required” comes from a call; all other authorizations come with a request's answer. */
  protected readonly mayRecord = computed(
    () =>
      this.view().benefitCalls.some(({ authorizationRequired }) => authorizationRequired === 'no') ||
      this.view().requests.some(({ state }) => state === 'no_action_required'),
  );

  protected authorizationLook(authorization: AuthorizationView): {
    tone: Tone;
    icon: IconName;
    words: string;
  } {
    const { state } = authorization;
    if (state === 'revoked') return { tone: 'bad', icon: 'ban', words: 'Revoked' };
    if (state === 'superseded') return { tone: 'quiet', icon: 'ban', words: 'Replaced' };
    if (state !== 'in_force')
      return {
        tone: 'warn',
        icon: 'hourglass',
        words: `Waits for ${authorization.assentsOpen.join(' and ')}`,
      };
    const { today } = this.view();
    if (today < authorization.effectiveOn)
      return { tone: 'info', icon: 'clock', words: `Begins ${formatDay(authorization.effectiveOn)}` };
    return today > authorization.expiresOn
      ? { tone: 'quiet', icon: 'clock', words: 'Expired' }
      : { tone: 'good', icon: 'circle-check', words: 'In force' };
  }

  protected readonly basisWords = {
    approved: 'Approved',
    partial: 'Partly approved',
    modified: 'Approved with changes',
    not_required: 'No authorization required',
  };

  protected time(instant: string): string {
    return formatDateTime(instant, this.view().timeZone);
  }

  protected grantedTo(authorization: AuthorizationView): string {
    return joined(
      authorization.clinicians.map(({ name }) => name).join(', '),
      ...authorization.assents.map(({ as, by }) => `${as}: ${by}`),
    );
  }

  protected earlier(terms: AuthorizationView['earlierTerms'][number]): string {
    return joined(
      linesInWords(terms.lines),
      `${formatDay(terms.effectiveOn)} to ${formatDay(terms.expiresOn)}`,
      `recorded ${this.time(terms.at)}`,
    );
  }
}
