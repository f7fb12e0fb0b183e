import type { DraftAgreement, IssueEstimate, ReviseAgreement } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { addMonths, refusal, refusalsOf, selfPayLifecycle, totalOf } from '@stipple/domain';
import { SelfPayAgreementEntity, withCase, withSubject } from '@stipple/moves';

// A self-pay agreement before the patient has signed it.

export function draftAgreement(
  command: Command,
  caseId: string,
  body: DraftAgreement,
): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => {
    const totalCents = totalOf(body.lines);
    const data = { sessions: body.sessions, totalCents };
    return {
      id: await hand.create(
        selfPayLifecycle,
        'draft',
        SelfPayAgreementEntity,
        { ...body, totalCents },
        { to: 'draft', data },
      ),
    };
  });
}

/** Other prices or another scope: an estimate that was already issued has to be issued again. */
export function reviseAgreement(
  command: Command,
  id: string,
  { version, ...body }: ReviseAgreement,
): Promise<void> {
  return withSubject(command, selfPayLifecycle, id, async (hand, agreement) => {
    const totalCents = totalOf(body.lines);
    const set = { ...body, totalCents, estimateOn: null, validUntil: null, delivery: null };
    await hand.advance(selfPayLifecycle, SelfPayAgreementEntity, agreement, 'revise', {
      to: 'draft',
      version,
      set,
      data: { sessions: body.sessions, totalCents, procedureCode: body.procedureCode, lines: body.lines },
    });
  });
}

/** Gives the patient the good faith estimate. One estimate covers at most twelve months. */
export function issueEstimate(
  command: Command,
  id: string,
  { version, validUntil, delivery }: IssueEstimate,
): Promise<void> {
  return withSubject(command, selfPayLifecycle, id, async (hand, agreement) => {
    const { today } = hand.facts.clock;
    refuseIfAny(
      refusalsOf(
        validUntil < today
          ? refusal('in_the_past', 'The estimate would already have expired.', 'validUntil')
          : null,
        validUntil > addMonths(today, 12)
          ? refusal('estimate_too_long', 'An estimate is valid for at most twelve months.', 'validUntil')
          : null,
      ),
    );
    const set = { estimateOn: today, validUntil, delivery };
    await hand.advance(selfPayLifecycle, SelfPayAgreementEntity, agreement, 'issue_estimate', {
      to: 'estimate_issued',
      version,
      set,
      data: { validUntil, delivery, totalCents: agreement.totalCents },
    });
  });
}
