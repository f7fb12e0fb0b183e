import type { OverrideClock } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import {
  type ClockAnswer,
  caseLifecycle,
  clockNamed,
  kindsFiledWithin,
  clockOverrideRefusals,
} from '@stipple/domain';
import { TreatmentCaseEntity, withCase } from '@stipple/moves';

/**
 * A manager sets another end of a clock, with a reason. What the rules say is computed as before and shown beside it; what
 * is to be filed within that clock, and is not filed yet, gets the new day.
 */
export function overrideClock(
  command: Command,
  caseId: string,
  { version, requestId, clock, dueOn, reason }: OverrideClock,
): Promise<void> {
  const { tx, who } = command;
  return withCase(command, caseId, async (hand) => {
    const { facts } = hand;
    refuseIfAny(clockOverrideRefusals(facts, { requestId, clock, dueOn }));
    const computed = sentenceOfRules(clockNamed(facts, { requestId, clock })?.answer);
    await hand.advance(caseLifecycle, TreatmentCaseEntity, facts.case, 'override_clock', {
      to: 'open',
      version,
      data: { clock, dueOn, reason },
    });
    await tx.query(
      `INSERT INTO stipple.clock_override (clinic_id, case_id, request_id, clock, due_on, reason, computed, staff_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [who.clinicId, caseId, requestId, clock, dueOn, reason, computed, who.staffId],
    );
    await tx.query(
      `UPDATE stipple.challenge SET file_by_on = $4
        WHERE clinic_id = $1 AND request_id = $2 AND kind = ANY ($3) AND state IN ('open', 'drafted', 'signed')`,
      [who.clinicId, requestId, kindsFiledWithin(clock, facts), dueOn],
    );
  });
}

const sentenceOfRules = (answer: ClockAnswer | undefined): string | undefined =>
  answer?.kind === 'overridden' ? answer.computed.sentence : answer?.sentence;
