import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { AuthorizationView, CaseView, RequestView } from '@stipple/contracts';
import { DenialClass, denialClassWords } from '@stipple/domain';
import { Chip, IconName, Tone, count, formatDateTime, formatDay, joined } from '@stipple/ui';
import { MoveButtons } from './move-buttons';

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

/** What was asked of the payer, what it answered in its own words, and what it granted. */
@Component({
  selector: 'st-decision-sections',
  imports: [Chip, MoveButtons],
  templateUrl: './decision-sections.html',
  styleUrl: './section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecisionSections {
  readonly view = input.required<CaseView>();
  readonly made = output();
  protected readonly formatDay = formatDay;
  /** A recorded “not required” comes from a call; all other authorizations come with a request's answer. */
  protected readonly mayRecord = computed(
    () =>
      this.view().benefitCalls.some(({ authorizationRequired }) => authorizationRequired === 'no') ||
      this.view().requests.some(({ state }) => state === 'no_action_required'),
  );

  protected lookOf(request: RequestView): { tone: Tone; icon: IconName } {
    return requestTones[request.state] ?? { tone: 'info', icon: 'hourglass' };
  }

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

  protected lines(lines: readonly { procedureCode: string; units: number }[]): string {
    return lines.map(({ procedureCode, units }) => `${count(units, 'unit')} of ${procedureCode}`).join(', ');
  }

  private classWords(value: string): string {
    return denialClassWords[value as DenialClass] ?? value;
  }

  protected time(instant: string): string {
    return formatDateTime(instant, this.view().timeZone);
  }

  protected askedFor(request: RequestView): string {
    return joined(
      `${formatDay(request.fromOn)} to ${formatDay(request.toOn)}`,
      request.urgency === 'expedited' && `expedited: ${request.urgencyReason}`,
    );
  }

  protected denialFacts(denial: NonNullable<RequestView['denial']>): string {
    return joined(
      this.classWords(denial.denialClass),
      `decided ${formatDay(denial.deniedOn)}, notice ${formatDay(denial.noticeReceivedOn)}`,
      denial.page && `page ${denial.page}`,
    );
  }

  protected sentHow(request: RequestView): string {
    return joined(
      request.submittedAt && `Sent by ${request.channel} ${this.time(request.submittedAt)}`,
      request.submissionReference && `confirmation ${request.submissionReference}`,
      request.payerReceivedAt && `received ${this.time(request.payerReceivedAt)}`,
      request.payerReference && `payer’s reference ${request.payerReference}`,
    );
  }

  protected grantedTo(authorization: AuthorizationView): string {
    return joined(
      authorization.clinicians.map(({ name }) => name).join(', '),
      ...authorization.assents.map(({ as, by }) => `${as}: ${by}`),
    );
  }

  protected earlier(terms: AuthorizationView['earlierTerms'][number]): string {
    return joined(
      this.lines(terms.lines),
      `${formatDay(terms.effectiveOn)} to ${formatDay(terms.expiresOn)}`,
      `recorded ${this.time(terms.at)}`,
    );
  }

  protected capital(words: string): string {
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
}
