import type { WithdrawEvidence } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { EvidenceRecordKind, evidenceLifecycle, recorderRefusal, refusal, refusalsOf } from '@stipple/domain';
import { CaseInHand, withCase } from '@stipple/moves';
import { EvidenceEntity } from './evidence.entity';
import { ScaleRatingEntity } from './parts.entities';
import { recordOf } from './record-evidence';

/** Takes a record back, as when it was another patient's. It stays readable, and counts no more. */
export function withdrawEvidence(
  command: Command,
  caseId: string,
  { replacesId, reason }: WithdrawEvidence,
): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => {
    const taken = await recordOf(hand, replacesId);
    refuseIfAny(
      taken.kind === 'withdrawal'
        ? [
            refusal(
              'withdrawn_already',
              'A withdrawal is not withdrawn; record the evidence again.',
              'replacesId',
            ),
          ]
        : refusalsOf(recorderRefusal(command.who, await kindOf(hand, taken), taken.documentId)),
    );
    const [me]: { name: string }[] = await command.tx.query(
      'SELECT name FROM stipple.staff WHERE clinic_id = $1 AND id = $2',
      [command.who.clinicId, command.who.staffId],
    );
    const row = {
      kind: 'withdrawal',
      onDay: hand.facts.clock.today,
      ratedBy: me?.name ?? '',
      documentId: null,
      replacesId,
      replacesKind: taken.kind,
      reason,
    };
    const made = { to: 'recorded', data: { kind: taken.kind } } as const;
    return { id: await hand.create(evidenceLifecycle, 'withdraw', EvidenceEntity, row, made) };
  });
}

async function kindOf({ command }: CaseInHand, { kind, id }: EvidenceEntity) {
  const where = { clinicId: command.who.clinicId, evidenceId: id };
  const rating = kind === 'scale' ? await command.tx.findOne(ScaleRatingEntity, { where }) : null;
  return { kind: kind as EvidenceRecordKind, scale: (rating?.scale ?? null) as never };
}
