import { Command, Missing, refuseIfAny } from '@stipple/database';
import {
  EvidenceRecordKind,
  Refusal,
  ScaleName,
  dayRefusal,
  evidenceLifecycle,
  recorderRefusal,
  refusal,
  refusalsOf,
} from '@stipple/domain';
import { CaseInHand, withCase } from '@stipple/moves';
import { EntityTarget, QueryDeepPartialEntity } from 'typeorm';
import { EvidenceEntity } from './evidence.entity';
import { PartEntity } from './parts.entities';

/** What comes with every record. */
export interface About {
  readonly onDay: string;
  readonly ratedBy: string;
  readonly documentId?: string;
  readonly replacesId?: string;
  readonly reason?: string;
}

interface Kind {
  readonly kind: EvidenceRecordKind;
  readonly scale?: ScaleName;
  /** What the domain has against the values themselves. */
  readonly refusals?: readonly Refusal[];
  /** Other days it names, by their fields. */
  readonly days?: Readonly<Record<string, string | undefined>>;
}

/** Writes the table of the kind once the record is there. */
type WritePart = (hand: CaseInHand, evidenceId: string) => Promise<unknown>;

/** Adds a record to a case's evidence: its common row, the row of its kind and the event, or nothing of it. */
export function recordEvidence(
  command: Command,
  { caseId, about, ...kind }: Kind & { readonly caseId: string; readonly about: About },
  writePart: WritePart | null,
): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => {
    const { onDay, ratedBy, documentId = null, replacesId = null, reason = null } = about;
    const times = { today: hand.facts.clock.today, bornOn: await birthOf(hand) };
    const days = Object.entries({ onDay, ...kind.days });
    refuseIfAny(
      refusalsOf(
        recorderRefusal(command.who, kind, documentId),
        ...days.map(([field, day]) => (day === undefined ? null : dayRefusal(day, { ...times, field }))),
        kind.refusals ?? null,
      ),
    );
    const replaced = replacesId === null ? null : await recordOf(hand, replacesId);
    if (replaced && replaced.kind !== kind.kind)
      refuseIfAny([
        refusal(
          'other_kind',
          'A record is corrected by one of its own kind; withdraw it instead.',
          'replacesId',
        ),
      ]);
    const row = {
      kind: kind.kind,
      onDay,
      ratedBy,
      documentId,
      replacesId,
      replacesKind: replaced?.kind ?? null,
      reason,
    };
    const move = replaced === null ? 'record' : 'correct';
    const made = { to: 'recorded', data: { kind: kind.kind } } as const;
    const id = await hand.create(evidenceLifecycle, move, EvidenceEntity, row, made);
    await writePart?.(hand, id);
    return { id };
  });
}

export async function insertPart<Part extends PartEntity>(
  { command }: CaseInHand,
  part: EntityTarget<Part>,
  columns: Omit<QueryDeepPartialEntity<Part>, 'clinicId'>,
): Promise<void> {
  const values = { ...columns, clinicId: command.who.clinicId };
  await command.tx.insert(part, values as unknown as QueryDeepPartialEntity<Part>);
}

/** The record of this case that is to be replaced. Whether it was replaced already, its row says when it is written. */
export async function recordOf(hand: CaseInHand, id: string): Promise<EvidenceEntity> {
  const where = { clinicId: hand.command.who.clinicId, caseId: hand.caseId, id };
  const found = await hand.command.tx.findOne(EvidenceEntity, { where });
  if (found === null) throw new Missing('piece of evidence');
  return found;
}

async function birthOf({ command, caseId }: CaseInHand): Promise<string> {
  const [row]: { born: string }[] = await command.tx.query(
    `SELECT p.birth_date::text AS born FROM stipple.treatment_case c JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
      WHERE c.clinic_id = $1 AND c.id = $2`,
    [command.who.clinicId, caseId],
  );
  if (row === undefined) throw new Missing('case');
  return row.born;
}
