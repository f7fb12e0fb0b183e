import type { SignScreening } from '@stipple/contracts';
import { Command, refuseIfAny, within } from '@stipple/database';
import {
  type ScreeningOutcome,
  type ScreeningResult,
  outdatedBy,
  overrideRefusals,
  screeningLifecycle,
} from '@stipple/domain';
import { CaseInHand, recordSignature, withSubject } from '@stipple/moves';
import { reAuthenticate } from '@stipple/staff-api';
import { ScreeningBasisEntity } from './screening-basis.entity';
import { screenNow } from './screening-now';
import { ScreeningEntity } from './screening.entity';

/**
 * The physician's signature makes the outcome count: as computed, or another one with a reason. The screening signed
 * before it is replaced. What would come out otherwise today has to be proposed anew.
 */
export async function signScreening(command: Command, id: string, body: SignScreening): Promise<void> {
  const { version, password, outcome, reason } = body;
  await reAuthenticate(command, password);
  await withSubject(command, screeningLifecycle, id, async (hand, screening) => {
    const key = { clinicId: command.who.clinicId, screeningId: id };
    const basis = await command.tx.findOne(ScreeningBasisEntity, { where: key });
    const computed: ScreeningOutcome | null = basis?.result.outcome ?? null;
    if (screening.state === 'proposed') {
      refuseIfAny(overrideRefusals(computed, { outcome, reason }));
      if (basis) await refuseOutdated(hand, basis);
    }
    const overridden = outcome !== undefined && reason !== undefined;
    const decided = overridden ? outcome : screening.outcome;
    for (const earlier of hand.facts.screenings.filter((candidate) => candidate.state === 'signed')) {
      await hand.advance(screeningLifecycle, ScreeningEntity, earlier, 'supersede', { to: 'superseded' });
    }
    const signed = await hand.advance(screeningLifecycle, ScreeningEntity, screening, 'sign', {
      to: 'signed',
      version,
      ...(overridden ? { set: { outcome, overrideReason: reason } } : {}),
      data: { outcome: decided, ...(overridden ? { computed } : {}) },
    });
    const [content]: { hash: Buffer }[] = await command.tx.query(contentHash, [command.who.clinicId, id]);
    if (content)
      await recordSignature(hand, {
        subject: 'screening',
        subjectId: id,
        seq: signed.seq,
        contentHash: content.hash,
        letterVersion: null,
      });
  });
}

async function refuseOutdated(hand: CaseInHand, basis: ScreeningBasisEntity): Promise<void> {
  const { command, caseId, facts } = hand;
  const of = { who: command.who, caseId, facts, explanations: basis.explanations };
  const now = await screenNow(within(command), of);
  refuseIfAny(outdatedBy(basis.result satisfies ScreeningResult, now.result));
}

// The result of a computed screening is part of what is signed; PostgreSQL keeps it as it was written.
const contentHash = `SELECT sha256(convert_to(concat_ws(E'\\n', x.outcome, array_to_string(x.criteria, ','), array_to_string(x.evidence_ids, ','), x.reasons,
    x.override_reason, b.result::text, b.facts::text), 'UTF8')) AS hash
  FROM stipple.screening x LEFT JOIN stipple.screening_basis b ON (b.clinic_id, b.screening_id) = (x.clinic_id, x.id)
 WHERE x.clinic_id = $1 AND x.id = $2`;
