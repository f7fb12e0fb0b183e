import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseView, ChallengeView } from '@stipple/contracts';
import {
  type AuthRequestState,
  appealRightWords,
  challengeGroundWords,
  challengeKindWords,
  isAdverse,
} from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Chip, IconName, Tone, formatDateTime, formatDay, joined } from '@stipple/ui';
import { MoveButtons } from './move-buttons';

const tones: Readonly<Record<string, { tone: Tone; icon: IconName }>> = {
  open: { tone: 'quiet', icon: 'edit' },
  drafted: { tone: 'quiet', icon: 'edit' },
  signed: { tone: 'info', icon: 'send' },
  overturned: { tone: 'good', icon: 'circle-check' },
  partly_overturned: { tone: 'warn', icon: 'circle-check' },
  upheld: { tone: 'bad', icon: 'circle-x' },
  dismissed: { tone: 'bad', icon: 'circle-x' },
  withdrawn: { tone: 'quiet', icon: 'ban' },
};

/** What the clinic argues against a decision: calls, appeals, reviews. Stands only where there is something to argue. */
@Component({
  selector: 'st-challenges-section',
  imports: [Chip, MoveButtons, RouterLink],
  template: `
    @let view = this.view();
    @if (adverse() || view.challenges.length > 0) {
      <section aria-labelledby="challenges-title">
        <header>
          <h2 id="challenges-title">Calls and appeals</h2>
          <st-move-buttons
            [view]="view"
            [mover]="{ subject: 'challenge', id: null, version: 0 }"
            [moves]="view.beginnings['challenge'] ?? []"
            (made)="made.emit()"
          />
        </header>
        @for (one of view.challenges; track one.id) {
          <div class="item">
            <div class="line">
              <b>{{ words[one.kind] }}</b>
              <st-chip [tone]="lookOf(one).tone" [icon]="lookOf(one).icon">{{
                capital(one.stateWords)
              }}</st-chip>
              <span class="st-muted">{{ standing(one) }}</span>
            </div>
            @if (one.decisionWords) {
              <p class="quote" [class.bad]="one.state === 'upheld' || one.state === 'dismissed'">
                {{ one.decisionWords }}
              </p>
            }
            @if (one.body) {
              <details>
                <summary>{{ one.kind === 'peer_to_peer' ? 'What to say' : 'The words' }}</summary>
                <p class="body">{{ one.body }}</p>
              </details>
            }
            @if (facts(one); as facts) {
              <p class="st-small st-muted">
                {{ facts }}
                @if (one.representativeFormId; as formId) {
                  ·
                  <a [href]="'/api/documents/' + formId" target="_blank" rel="noopener">the patient’s form</a>
                }
                @if (one.sentProofId; as proofId) {
                  ·
                  <a [href]="'/api/documents/' + proofId" target="_blank" rel="noopener">proof</a>
                }
              </p>
            }
            @if (one.lateReason) {
              <p class="st-small">Filed late, with good cause: {{ one.lateReason }}</p>
            }
            @if (one.exhaustedBecause) {
              <p class="st-small">The plan’s own levels count as used up: {{ one.exhaustedBecause }}</p>
            }
            @if (one.endReason) {
              <p class="st-small st-muted">{{ one.endReason }}</p>
            }
            @if (pageOf(one); as page) {
              <p class="st-small">
                <a [routerLink]="['/cases', view.id, page.path, one.id]">{{ page.words }}</a>
              </p>
            }
            <st-move-buttons
              [view]="view"
              [mover]="{ subject: 'challenge', id: one.id, version: one.version }"
              [moves]="one.moves"
              [most]="4"
              (made)="made.emit()"
            />
          </div>
        } @empty {
          <p class="st-muted">
            Nothing was argued yet. A peer-to-peer call does not stop the clock of an appeal.
          </p>
        }
      </section>
    }
  `,
  styleUrl: './section.css',
  styles: `
    details > summary {
      cursor: pointer;
      min-height: 1.5rem;
    }
    .body {
      white-space: pre-wrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChallengesSection {
  readonly view = input.required<CaseView>();
  readonly made = output();
  private readonly person = inject(CurrentPerson);
  protected readonly words = challengeKindWords;
  /** Whether there is a decision to argue with. */
  protected readonly adverse = computed(() =>
    this.view().requests.some(({ state }) => isAdverse(state as AuthRequestState)),
  );

  /** Where a call is prepared and an appeal is put together, for whoever reads evidence. */
  protected pageOf({ kind }: ChallengeView): { readonly path: string; readonly words: string } | null {
    if (!this.person.holds('coordinator') && !this.person.holds('physician')) return null;
    return kind === 'peer_to_peer'
      ? { path: 'calls', words: 'Brief for the call' }
      : { path: 'appeals', words: 'What it has to say, and what is missing' };
  }

  protected lookOf({ state }: ChallengeView): { tone: Tone; icon: IconName } {
    return tones[state] ?? { tone: 'info', icon: 'hourglass' };
  }

  protected standing({ state, fileByOn, decidedOn, sentOn }: ChallengeView): string {
    if (decidedOn !== null) return `decided ${formatDay(decidedOn)}`;
    if (sentOn !== null || state === 'withdrawn' || fileByOn === null) return '';
    return `to be filed by ${formatDay(fileByOn)}`;
  }

  protected facts(one: ChallengeView): string {
    const time = (instant: string) => formatDateTime(instant, this.view().timeZone);
    return joined(
      one.argues && `argues ${challengeGroundWords[one.argues].toLowerCase()}`,
      one.appealsAs && appealRightWords[one.appealsAs].toLowerCase(),
      one.appealsAs === 'representative' && one.representativeFormId === null && 'form not attached yet',
      one.signed && `signed by ${one.signed.by}, ${time(one.signed.at)}`,
      one.sentOn && `${one.kind === 'peer_to_peer' ? 'asked for' : 'sent'} ${formatDay(one.sentOn)}`,
      one.offeredSlots && one.callAt === null && `offered ${one.offeredSlots.map(time).join(', ')}`,
      one.payerReceivedOn &&
        one.kind !== 'peer_to_peer' &&
        `received by the payer ${formatDay(one.payerReceivedOn)}`,
      one.callAt && `call at ${time(one.callAt)}`,
      one.payerReference && `payer’s reference ${one.payerReference}`,
      one.spokenWith && `spoke with ${one.spokenWith}`,
    );
  }

  protected capital(words: string): string {
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
}
