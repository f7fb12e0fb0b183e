import type { RecordScale } from '@stipple/contracts';
import { Command } from '@stipple/database';
import { callsPhysician, clinicalAlertWords, scaleOf, scaleRefusals } from '@stipple/domain';
import { ScaleRatingEntity } from './parts.entities';
import { insertPart, recordEvidence } from './record-evidence';

/**
 * Takes answers, not a total. An answer that tells of thoughts of death or self-harm calls the physician in the same
 * transaction: the rating names the task, and PostgreSQL stores none without it.
 */
export function recordScale(command: Command, caseId: string, body: RecordScale): Promise<{ id: string }> {
  const { scale, items } = body;
  const refusals = scaleRefusals(scale, items);
  return recordEvidence(
    command,
    { caseId, about: body, kind: 'scale', scale, refusals },
    async (hand, evidenceId) => {
      const { today } = hand.facts.clock;
      const alertId = callsPhysician(scale, items)
        ? await hand.raiseTask('clinical_alert', clinicalAlertWords, 'physician', today)
        : null;
      const rating = { evidenceId, caseId, scale, version: scaleOf(scale).version, items, alertId };
      await insertPart(hand, ScaleRatingEntity, rating);
    },
  );
}
