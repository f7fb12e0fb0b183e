import type { RecordMotion } from '@stipple/contracts';
import { Command } from '@stipple/database';
import { jointMotion, motionRefusals } from '@stipple/domain';
import { MotionReadingEntity } from './parts.entities';
import { insertPart, recordEvidence } from './record-evidence';

/** The norm is taken from the table of the day and stays with the reading, whatever the table says later. */
export function recordMotion(command: Command, caseId: string, body: RecordMotion): Promise<{ id: string }> {
  const { joint, motion, side, mode, degrees } = body;
  const reading = { joint, motion, side, mode, degrees, digit: body.digit ?? null };
  const refusals = motionRefusals(reading);
  const { normDegrees = 0, leastDegrees = 0, mostDegrees = 0 } = jointMotion(joint, motion) ?? {};
  const norm = { normDegrees, leastDegrees, mostDegrees };
  return recordEvidence(command, { caseId, about: body, kind: 'motion', refusals }, (hand, evidenceId) =>
    insertPart(hand, MotionReadingEntity, { evidenceId, ...reading, ...norm }),
  );
}
