import type { ProposeScreening } from '@stipple/contracts';
import { type Command, refuseIfAny, within } from '@stipple/database';
import { changesSince, refusal, screeningLifecycle } from '@stipple/domain';
import { withCase } from '@stipple/moves';
import { ScreeningBasisEntity } from './screening-basis.entity';
import { screenNow, seenOf } from './screening-now';
import { ScreeningEntity } from './screening.entity';

/**
 * Proposes what the policy in force makes of the record, computed here and now, with all it was computed from. An
 * unsigned proposal before it is replaced; a signed one stays until the new one is signed.
 */
export function proposeScreening(
  command: Command,
  caseId: string,
  { reasons, explanations, seen }: ProposeScreening,
): Promise<{ id: string }> {
  const { who, tx } = command;
  return withCase(command, caseId, async (hand) => {
    const given = explanations.map((one) => ({ ...one, by: who.name }));
    const now = await screenNow(within(command), { who, caseId, facts: hand.facts, explanations: given });
    const { basis, result, policyVersionId, serviceOn } = now;
    if (seen) refuseIfAny(changesSince(seen, seenOf(now)));
    refuseIfAny(
      given
        .filter(({ key }) => !result.trips.some((trip) => trip.key === key))
        .map(() =>
          refusal('nothing_flagged', 'One of the explained words or codes is not flagged.', 'explanations'),
        ),
    );
    for (const screening of hand.facts.screenings.filter(({ state }) => state === 'proposed'))
      await hand.advance(screeningLifecycle, ScreeningEntity, screening, 'supersede', { to: 'superseded' });
    const { outcome, headline, policyKey } = result;
    const id = await hand.create(
      screeningLifecycle,
      'propose',
      ScreeningEntity,
      {
        outcome,
        computedOutcome: outcome,
        headline,
        policyKey,
        policyVersionId,
        criteria: [],
        reasons,
        evidenceIds: [],
      },
      { to: 'proposed', data: { outcome, policy: policyKey } },
    );
    await tx.insert(ScreeningBasisEntity, {
      clinicId: who.clinicId,
      screeningId: id,
      serviceOn,
      ...basis,
      result,
    } as never);
    return { id };
  });
}
