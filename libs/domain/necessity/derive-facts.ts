import { Day } from '../calendar';
import type { BodySite, InjuryContext, ScarCause, Side } from '../injury';
import type { TreatmentKind } from './evidence-kinds';
import type { FactName } from './facts';
import { Facts, KnownFact } from './fact-values';

/** What a case states itself. Null is not known. */
export interface IntakeRecord {
  readonly cause: ScarCause | null;
  readonly injuredOn: Day | null;
  readonly injuryContext: InjuryContext | null;
  readonly bodySite: BodySite | null;
  readonly side: Side | null;
  readonly procedureCode: string | null;
  readonly plannedSessions: number | null;
  readonly diagnoses: readonly string[] | null;
  readonly bornOn: Day | null;
}

export interface MotionReading {
  readonly id: string;
  readonly measuredOn: Day;
  /** Which motion of which joint on which side, so that a later reading replaces the earlier one. */
  readonly motion: string;
  readonly degrees: number;
  readonly normDegrees: number;
}

export const ratedScales = [
  'vss_total',
  'posas_observer_total',
  'posas_patient_total',
  'dlqi_total',
  'phq9_total',
  'pain',
  'itch',
] as const satisfies readonly FactName[];

export interface ScaleReading {
  readonly id: string;
  readonly ratedOn: Day;
  readonly scale: (typeof ratedScales)[number];
  readonly total: number;
}

export interface TriedTreatment {
  readonly id: string;
  readonly kind: TreatmentKind;
  readonly fromOn: Day;
  /** Null while it goes on. */
  readonly toOn: Day | null;
  readonly result: 'failed' | 'helped' | 'ongoing';
}

export interface PhotoRecord {
  readonly id: string;
  readonly takenOn: Day;
  readonly consented: boolean;
  readonly hasScale: boolean;
}

/**
 * What facts are derived from. Treatments and photographs that are null were never asked for; an empty list says that
 * there are none. Without a measurement its fact stays unknown either way.
 */
export interface FactSources {
  readonly intake: IntakeRecord | null;
  readonly motions: readonly MotionReading[] | null;
  readonly scales: readonly ScaleReading[] | null;
  readonly treatments: readonly TriedTreatment[] | null;
  readonly photos: readonly PhotoRecord[] | null;
  /** What somebody states outright, such as “the scar impairs function”; it goes before what is derived. */
  readonly stated: Facts;
}

export const noSources: FactSources = {
  intake: null,
  motions: null,
  scales: null,
  treatments: null,
  photos: null,
  stated: {},
};

/** The facts of a case on a day: what lies after that day does not count yet. Months and years are completed ones. */
export function deriveFacts(sources: FactSources, on: Day): Facts {
  return {
    ...(sources.intake ? fromIntake(sources.intake, on) : {}),
    ...fromMotions(sources.motions ?? [], on),
    ...fromScales(sources.scales ?? [], on),
    ...(sources.treatments ? fromTreatments(sources.treatments, on) : {}),
    ...(sources.photos ? fromPhotos(sources.photos, on) : {}),
    ...sources.stated,
  };
}

const fact = <V>(value: V, evidence: readonly string[] = []): KnownFact<V> => ({ value, evidence });

function fromIntake(intake: IntakeRecord, on: Day): Facts {
  const { injuredOn, bornOn } = intake;
  const injured = injuredOn !== null && injuredOn <= on ? injuredOn : null;
  return {
    ...(intake.cause && { cause_of_scar: fact(intake.cause) }),
    ...(injured && {
      injured_on: fact(injured),
      months_since_injury: fact(completed('months', injured, on)),
    }),
    ...(intake.injuryContext && { work_or_auto: fact(intake.injuryContext) }),
    ...(intake.bodySite && { body_site: fact(intake.bodySite) }),
    ...(intake.side && { side: fact(intake.side) }),
    ...(intake.procedureCode && { procedure_codes: fact([intake.procedureCode]) }),
    ...(intake.plannedSessions !== null && { planned_sessions: fact(intake.plannedSessions) }),
    ...(intake.diagnoses && { diagnoses: fact([...new Set(intake.diagnoses)]) }),
    ...(bornOn !== null && bornOn <= on && { age_years: fact(completed('years', bornOn, on)) }),
  };
}

function completed(unit: 'months' | 'years', from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: unit })[unit];
}

/** The worst deficit among the latest reading of each motion; never below zero, rounded down to a tenth. */
function fromMotions(readings: readonly MotionReading[], on: Day): Facts {
  const latest = latestOf(
    readings,
    ({ motion }) => motion,
    ({ measuredOn }) => measuredOn,
    on,
  );
  if (latest.length === 0) return {};
  const short = ({ degrees, normDegrees }: MotionReading) => Math.max(0, normDegrees - degrees);
  const share = (one: MotionReading) => Math.min(100, (short(one) / one.normDegrees) * 100);
  const ids = latest.map(({ id }) => id);
  const withNorm = latest.filter(({ normDegrees }) => normDegrees > 0);
  return {
    rom_deficit_degrees: fact(tenth(Math.max(...latest.map(short))), ids),
    ...(withNorm.length > 0 && {
      rom_deficit_percent: fact(
        tenth(Math.max(...withNorm.map(share))),
        withNorm.map(({ id }) => id),
      ),
    }),
  };
}

// A deficit is never rounded up over a payer’s threshold. The small addend takes binary fractions such as 0.1 × 3.
const tenth = (value: number) => Math.floor(value * 10 + 1e-9) / 10;

function fromScales(readings: readonly ScaleReading[], on: Day): Facts {
  const latest = latestOf(
    readings,
    ({ scale }) => scale,
    ({ ratedOn }) => ratedOn,
    on,
  );
  return Object.fromEntries(latest.map(({ scale, total, id }) => [scale, fact(total, [id])]));
}

function fromTreatments(treatments: readonly TriedTreatment[], on: Day): Facts {
  const failed = treatments.filter(({ fromOn, result }) => result === 'failed' && fromOn <= on);
  const ids = failed.map(({ id }) => id);
  const months = failed.map(({ fromOn, toOn }) =>
    Math.max(0, completed('months', fromOn, toOn !== null && toOn < on ? toOn : on)),
  );
  return {
    failed_treatments: fact([...new Set(failed.map(({ kind }) => kind))].sort(), ids),
    failed_treatments_count: fact(failed.length, ids),
    longest_failed_treatment_months: fact(Math.max(0, ...months), ids),
  };
}

function fromPhotos(photos: readonly PhotoRecord[], on: Day): Facts {
  const good = photos.filter(({ consented, hasScale, takenOn }) => consented && hasScale && takenOn <= on);
  return {
    photos_with_scale_and_consent: fact(
      good.length,
      good.map(({ id }) => id),
    ),
  };
}

/** The latest of each kind up to a day; of two on one day the one with the later id, so that order does not matter. */
function latestOf<T extends { readonly id: string }>(
  readings: readonly T[],
  kindOf: (reading: T) => string,
  dayOf: (reading: T) => Day,
  on: Day,
): readonly T[] {
  const place = (reading: T) => `${dayOf(reading)} ${reading.id}`;
  const sorted = readings
    .filter((reading) => dayOf(reading) <= on)
    .sort((one, other) => (place(one) < place(other) ? -1 : 1));
  const latest = new Map(sorted.map((reading) => [kindOf(reading), reading]));
  return [...latest.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}
