import {
  EvidenceKind,
  EvidenceRecordKind,
  Refusal,
  ScaleName,
  dayRefusal,
  evidenceLifecycle,
  nowhere,
  recorderRefusal,
} from '@stipple/domain';
import type { Member } from '../people';
import type { RowOf, Table } from '../rows';
import type { Chart } from './chart';

/** Who records it, who saw it, on which day, and what it was copied from. */
export interface About {
  readonly by: Member;
  readonly ratedBy: string;
  readonly onDay: string;
  readonly documentId?: string | null;
  /** The record that was wrong, and why. */
  readonly replacesId?: string;
  readonly reason?: string;
}

interface Kind {
  readonly kind: EvidenceRecordKind;
  readonly scale?: ScaleName;
  readonly refusals?: readonly Refusal[];
}

type Part<T extends Table> = Omit<RowOf<T>, 'clinic_id' | 'evidence_id'>;

const heldAs: Record<EvidenceRecordKind, EvidenceKind> = {
  motion: 'range_of_motion',
  scale: 'scar_scale',
  treatment: 'prior_treatment',
  no_treatment: 'clinical_note',
  device: 'device_clearance',
  mental_health: 'mental_health_note',
  function: 'functional_statement',
  statement: 'functional_statement',
  area: 'clinical_note',
};

/** A record of evidence with the row of its kind, as the API writes them. Returns its id. */
export function recordEvidence<T extends Table>(
  { story, dice }: Chart,
  { kind, scale, refusals = [] }: Kind,
  about: About,
  [table, part]: readonly [T, Part<T>],
): string {
  const { by, ratedBy, onDay, documentId = null, replacesId = null, reason = null } = about;
  const { clinic, facts, rows, patient, evidence } = story;
  const move = replacesId === null ? 'record' : 'correct';
  const days = { today: story.today, bornOn: patient.birthDate, field: 'onDay' };
  story.assertLegal(evidenceLifecycle, move, null, by, 'recorded');
  story.assertNone([
    ...[recorderRefusal(by, { kind, scale: scale ?? null }, documentId), dayRefusal(onDay, days)].filter(
      (one) => one !== null,
    ),
    ...refusals,
  ]);
  const id = story.newId(dice);
  rows.add('evidence', {
    clinic_id: clinic.id,
    id,
    case_id: facts.case.id,
    state: 'recorded',
    seq: 1,
    kind,
    on_day: onDay,
    rated_by: ratedBy,
    document_id: documentId,
    replaces_id: replacesId,
    replaces_kind: replacesId === null ? null : kind,
    reason,
    recorded_at: story.now,
  });
  rows.add(table, { ...part, clinic_id: clinic.id, evidence_id: id } as unknown as RowOf<T>);
  story.append('evidence', id, 1, nowhere, move, 'recorded', by, { kind });
  if (documentId !== null) evidence.copied.add(documentId);
  if (replacesId !== null) forget(evidence.held, replacesId);
  evidence.held.push({ id, kind: heldAs[kind] });
  return id;
}

/** What was replaced counts no more. */
export function forget(list: { readonly id: string }[], id: string): void {
  const at = list.findIndex((one) => one.id === id);
  if (at >= 0) list.splice(at, 1);
}
