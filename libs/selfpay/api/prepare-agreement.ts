import type { DraftAgreement, ReviseAgreement } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { estimateStartRefusals, selfPayLifecycle, startsOf, totalOf } from '@stipple/domain';
import { SelfPayAgreementEntity, withCase, withSubject } from '@stipple/moves';

// A self-pay agreement before the patient has signed it.

export function draftAgreement(
  command: Command,
  caseId: string,
  body: DraftAgreement,
): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => {
    refuseIfAny(estimateStartRefusals(body, hand.facts.clock));
    const { procedureCode, sessions, lines } = body;
    const totalCents = totalOf(lines);
    const row = { procedureCode, sessions, lines, totalCents, ...startsOf(body) };
    return {
      id: await hand.create(
        selfPayLifecycle,
        'draft',
        SelfPayAgreementEntity,
        { ...row, withheldFromPayer: false },
        { to: 'draft', data: { sessions, totalCents } },
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
    refuseIfAny(estimateStartRefusals(body, hand.facts.clock));
    const { procedureCode, sessions, lines } = body;
    const totalCents = totalOf(lines);
    const notIssued = { estimateOn: null, validUntil: null, delivery: null, estimateVersion: null };
    const set = { procedureCode, sessions, lines, totalCents, ...startsOf(body), ...notIssued };
    await hand.advance(selfPayLifecycle, SelfPayAgreementEntity, agreement, 'revise', {
      to: 'draft',
      version,
      set,
      data: { sessions, totalCents, procedureCode, lines },
    });
  });
}
