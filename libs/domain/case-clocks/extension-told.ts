import type { Day } from '../calendar';
import type { CaseFacts, ExtensionReason } from '../case-facts';
import type { ToldExtension } from '../clocks/clock-question';
import { employerPlans } from '../clocks/rules/plans';
import { dayOfMoment } from '../clocks/start-events';
import type { PlanType } from '../coverage';
import { isOpenRequest } from '../moves/auth-request-moves';
import { Refusal, refusal, refusalsOf } from '../refusal';
import { type ClockFacts, type ClockedRequest, zoneOfPayer } from './request-question';

/** Where asking for what is missing is itself what stops the plan's clock; elsewhere only a notice of extension does. */
const stoppedByAsking: readonly PlanType[] = [...employerPlans, 'marketplace'];

/**
 * What the payer told about taking longer: by a written notice, or by asking where that stops its clock. A payer extends
 * once, so of a question and a notice the first one counts; a notice that waits for an answer is that question's, by its date.
 */
export function extensionTold(facts: ClockFacts, request: ClockedRequest): ToldExtension | null {
  const { extension, askedAt, answeredAt } = request;
  const byAsking: ToldExtension | null =
    askedAt !== null && stoppedByAsking.includes(facts.case.planType)
      ? { noticeSentAt: askedAt, missingInformation: true, answeredAt }
      : null;
  if (extension === null) return byAsking;
  const missingInformation = extension.because === 'missing_information';
  const byNotice: ToldExtension = {
    noticeSentAt: extension.datedOn,
    missingInformation,
    answeredAt: missingInformation ? answeredAt : null,
  };
  if (byAsking === null || missingInformation) return byNotice;
  return dayOfMoment(byAsking.noticeSentAt, zoneOfPayer(facts)) < extension.datedOn ? byAsking : byNotice;
}

interface ExtensionTold {
  readonly requestId: string;
  readonly datedOn: Day;
  readonly because: ExtensionReason;
  readonly proofId: string;
}

/** Whether a notice is one; whether the payer's clock allows it is what the clock says, and no reason not to keep it. */
export function extensionRefusals(facts: CaseFacts, told: ExtensionTold): readonly Refusal[] {
  const request = facts.requests.find(({ id }) => id === told.requestId);
  if (request === undefined || !isOpenRequest(request.state))
    return [refusal('not_with_payer', 'Only a request that is with the payer is extended.', 'requestId')];
  const sentOn = request.submittedAt && dayOfMoment(request.submittedAt, zoneOfPayer(facts));
  const proof = facts.documents.find(({ id }) => id === told.proofId);
  return refusalsOf(
    told.datedOn > facts.clock.today
      ? refusal('in_the_future', 'The notice cannot lie in the future.', 'datedOn')
      : null,
    sentOn !== null && told.datedOn < sentOn
      ? refusal('before_submission', 'The notice cannot come before the request was sent.', 'datedOn')
      : null,
    told.because === 'missing_information' && request.state !== 'information_requested'
      ? refusal(
          'question_not_recorded',
          'Record first what the payer asks for: its clock runs on from the answer to that.',
          'because',
        )
      : null,
    proof?.kind === 'payer_notice'
      ? null
      : refusal('proof_unknown', 'Attach the payer’s notice to this case first.', 'proofId'),
  );
}
