import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseView, RequestView } from '@stipple/contracts';
import { AuthRequestState, channelWords, channels, isAdverse } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { Chip, IconName, Tone, formatDateTime, formatDay, joined } from '@stipple/ui';
import { linesInWords } from '../looks';
import { CaseActions } from './case-actions';
import { DenialSaid } from './denial-said';
import { followsInWords } from './follows-in-words';
import { MoveButtons } from './move-buttons';
import { NextRoutes } from './next-routes';
import { NothingYet } from './nothing-yet';

const requestTones: Readonly<Record<string, { tone: Tone; icon: IconName }>> = {
  approved: { tone: 'good', icon: 'circle-check' },
  partial: { tone: 'warn', icon: 'circle-check' },
  modified: { tone: 'warn', icon: 'circle-check' },
  denied: { tone: 'bad', icon: 'circle-x' },
  rejected_unreviewed: { tone: 'warn', icon: 'warning' },
  approved_unconfirmed: { tone: 'warn', icon: 'phone' },
  information_requested: { tone: 'warn', icon: 'help' },
  contact_payer: { tone: 'warn', icon: 'phone' },
  cancelled: { tone: 'quiet', icon: 'ban' },
  withdrawn: { tone: 'quiet', icon: 'ban' },
  draft: { tone: 'quiet', icon: 'edit' },
  ready: { tone: 'info', icon: 'send' },
};

/** What was asked of the payer, and what it answered in its own words. */
@Component({
  selector: 'st-requests-section',
  imports: [Chip, DenialSaid, MoveButtons, NextRoutes, NothingYet, RouterLink],
  template: `
    @let view = this.view();
    <section aria-labelledby="requests-title">
      <header>
        <h2 id="requests-title">Requests to the payer</h2>
        @if (view.requests.length > 0 && (person.holds('coordinator') || person.holds('physician'))) {
          <a class="st-button small" [routerLink]="['/cases', view.id, 'packet']">Packet</a>
        }
        <st-move-buttons
          [view]="view"
          [mover]="{ subject: 'auth_request', id: null, version: 0 }"
          [moves]="view.beginnings['auth_request'] ?? []"
          (made)="made.emit()"
        />
      </header>
      @for (request of view.requests; track request.id) {
        <div class="item">
          <div class="line">
            <b>{{ lines(request.lines) }}</b>
            <st-chip [tone]="lookOf(request).tone" [icon]="lookOf(request).icon">{{
              capital(request.stateWords)
            }}</st-chip>
            <span class="st-muted">{{ askedFor(request) }}</span>
          </div>
          @if (request.denial ?? request.withheld; as denial) {
            <st-denial-said [denial]="denial" />
          }
          @if (lacksReason(request)) {
            <p class="st-small">
              Why less was granted is not on record: an appeal of it begins with the payer’s own words.
              <button type="button" class="st-button small" (click)="recordReason(request)">
                Record why less was granted
              </button>
            </p>
          }
          @if (adverse(request)) {
            @defer (on idle) {
              <st-next-routes [view]="view" [requestId]="request.id" />
            }
          }
          @if (request.rejection; as rejection) {
            <p class="quote">{{ rejection.words }}</p>
            <p class="st-small st-muted">
              {{ rejection.code ? 'Code ' + rejection.code + '. ' : '' }}Returned without review. That is not
              a denial: correct it and send it again.
            </p>
          }
          @if (request.payerWords && !request.denial) {
            <p class="quote">{{ request.payerWords }}</p>
          }
          @if (request.informationItems && request.state === 'information_requested') {
            <ul class="st-small">
              @for (item of request.informationItems; track $index) {
                <li>{{ item }}</li>
              }
            </ul>
          }
          @if (request.submittedAt) {
            <p class="st-small st-muted">
              {{ sentHow(request) }}
              @if (request.submissionProofId; as proofId) {
                ·
                <a [href]="'/api/documents/' + proofId" target="_blank" rel="noopener"
                  >proof of the submission</a
                >
              } @else {
                · no proof on file
              }
            </p>
          }
          @if (follows(view, request); as words) {
            <p class="st-small st-muted">{{ words }}</p>
          }
          @if (request.endReason) {
            <p class="st-small st-muted">{{ request.endReason }}</p>
          }
          @if (worksheetLacks(request); as lacks) {
            <p class="st-small">
              {{ lacks }} <a [routerLink]="['/cases', view.id, 'worksheet']">Fill in the worksheet</a>
            </p>
          }
          <st-move-buttons
            [view]="view"
            [mover]="{ subject: 'auth_request', id: request.id, version: request.version }"
            [moves]="request.moves"
            [most]="4"
            (made)="made.emit()"
          />
        </div>
      } @empty {
        <st-nothing-yet subject="auth_request" move="draft"
          >Nothing was asked yet. A request takes the signed letter and the evidence to the
          payer.</st-nothing-yet
        >
      }
    </section>
  `,
  styleUrl: './section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequestsSection {
  readonly view = input.required<CaseView>();
  readonly made = output();
  protected readonly person = inject(CurrentPerson);
  private readonly actions = inject(CaseActions);
  protected readonly formatDay = formatDay;
  protected readonly lines = linesInWords;
  protected readonly follows = followsInWords;

  protected lookOf(request: RequestView): { tone: Tone; icon: IconName } {
    return requestTones[request.state] ?? { tone: 'info', icon: 'hourglass' };
  }

  protected lacksReason({ state, withheld }: RequestView): boolean {
    const lesser = state === 'partial' || state === 'modified';
    return lesser && withheld === null && this.person.holds('coordinator');
  }

  protected recordReason({ id, version }: RequestView): Promise<void> {
    return this.actions.open({ subject: 'withheld_reason', id, version }, 'record');
  }

  protected adverse({ state }: RequestView): boolean {
    return isAdverse(state as AuthRequestState);
  }

  protected time(instant: string): string {
    return formatDateTime(instant, this.view().timeZone);
  }

  /** What keeps a request at the desk, where it is the worksheet of an unlisted code. */
  protected worksheetLacks({ moves }: RequestView): string | null {
    const no = moves
      .flatMap(({ refusals }) => refusals)
      .find(({ code }) => code === 'worksheet_missing' || code === 'worksheet_incomplete');
    if (no === undefined) return null;
    return no.code === 'worksheet_missing'
      ? 'Its code is unlisted and has no worksheet yet.'
      : 'The worksheet of its unlisted code is not complete.';
  }

  protected askedFor(request: RequestView): string {
    return joined(
      request.ofAuthorizationId && this.again(request),
      `${formatDay(request.fromOn)} to ${formatDay(request.toOn)}`,
      request.urgency === 'expedited' && `expedited: ${request.urgencyReason}`,
    );
  }

  /** “extension of A-123”. */
  private again({ purpose, ofAuthorizationId }: RequestView): string {
    const of = this.view().authorizations.find(({ id }) => id === ofAuthorizationId);
    return of ? `${purpose} of ${of.number}` : purpose;
  }

  protected sentHow(request: RequestView): string {
    return joined(
      request.submittedAt && `Sent by ${sentBy(request.channel)} ${this.time(request.submittedAt)}`,
      request.submittedBy && `recorded by ${request.submittedBy}`,
      request.submissionReference && `confirmation ${request.submissionReference}`,
      request.payerReceivedAt ? `received ${this.time(request.payerReceivedAt)}` : 'no receipt on record',
      request.payerReference && `payer’s reference ${request.payerReference}`,
    );
  }

  protected capital(words: string): string {
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
}

function sentBy(channel: string | null): string {
  const known = channels.find((one) => one === channel);
  if (known === undefined) return 'a way that is not on record';
  // The names of standards keep their capitals.
  return /^[A-Z]{2}|\d/.test(channelWords[known]) ? channelWords[known] : channelWords[known].toLowerCase();
}
