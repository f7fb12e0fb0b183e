import type { HeldEvidence, PhotoRecord, ToldRecords, TriedTreatment } from '@stipple/domain';
import type { FactSourcesRow } from '@stipple/evidence-api';
import type { Story } from '../story';

type List<T> = T extends readonly (infer One)[] ? One[] : never;

/** The evidence of a case as far as it is told, in the form in which the API reads it: a case’s facts are derived from it. */
export interface EvidenceSoFar {
  /** Whether all of it was recorded, and not only what the payer’s policy asks about. */
  full: boolean;
  readonly motions: List<FactSourcesRow['motions']>;
  readonly scales: List<FactSourcesRow['scales']>;
  /** Null until somebody was asked. */
  treatments: TriedTreatment[] | null;
  readonly photos: PhotoRecord[];
  readonly told: { readonly [Kind in keyof ToldRecords]: List<ToldRecords[Kind]> };
  /** Documents and records, as a policy counts them. */
  readonly held: HeldEvidence[];
  /** Documents that a record was copied from: they count once, as the record. */
  readonly copied: Set<string>;
}

export function nothingSoFar(): EvidenceSoFar {
  const told = { statements: [], functions: [], areas: [], devices: [], mentalHealth: [] };
  return {
    full: false,
    motions: [],
    scales: [],
    treatments: null,
    photos: [],
    told,
    held: [],
    copied: new Set(),
  };
}

/** What the API’s statement would find for this case now. */
export function sourcesRowOf({ facts, scar, patient, evidence }: Story): FactSourcesRow {
  const { motions, scales, treatments, photos, told } = evidence;
  return {
    intake: {
      cause: scar.cause,
      injuredOn: scar.injuredOn,
      injuryContext: scar.context,
      bodySite: scar.site,
      side: scar.side,
      procedureCode: facts.case.procedureCode,
      plannedSessions: facts.case.plannedSessions,
      diagnoses: facts.case.diagnoses,
      bornOn: patient.birthDate,
    },
    motions,
    scales,
    treatments,
    photos: photos.length > 0 ? photos : null,
    told,
  };
}

export function heldOf({ evidence }: Story): readonly HeldEvidence[] {
  return evidence.held
    .filter(({ id }) => !evidence.copied.has(id))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}
