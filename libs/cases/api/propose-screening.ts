import type { ProposeScreening } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { refusal, screeningLifecycle } from '@stipple/domain';
import { withCase } from '@stipple/moves';
import { ScreeningEntity } from './screening.entity';

/** Proposes medical, cosmetic or uncertain, with reasons. An unsigned proposal before it is replaced; a signed one stays until the new one is signed. */
export function proposeScreening(
  command: Command,
  caseId: string,
  body: ProposeScreening,
): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => {
    const known = new Set(hand.facts.documents.map((document) => document.id));
    refuseIfAny(
      body.evidenceIds.every((id) => known.has(id))
        ? []
        : [refusal('evidence_unknown', 'A linked document does not belong to this case.', 'evidenceIds')],
    );
    for (const screening of hand.facts.screenings.filter((candidate) => candidate.state === 'proposed')) {
      await hand.advance(screeningLifecycle, ScreeningEntity, screening, 'supersede', { to: 'superseded' });
    }
    const id = await hand.create(screeningLifecycle, 'propose', ScreeningEntity, body, {
      to: 'proposed',
      data: { outcome: body.outcome },
    });
    return { id };
  });
}
