import { Missing, Principal, Statement } from '@stipple/database';
import {
  FactSources,
  IntakeRecord,
  MotionRead,
  PhotoRecord,
  ScaleName,
  TriedTreatment,
  ToldRecords,
  motionKey,
  scaleOf,
  statedFacts,
} from '@stipple/domain';

/** What the statement below finds; `sourcesOf` puts it into the domain's form. */
export interface FactSourcesRow {
  readonly intake: IntakeRecord;
  readonly motions: readonly (MotionRead & { id: string; measuredOn: string; normDegrees: number })[];
  readonly scales: readonly { id: string; ratedOn: string; scale: ScaleName; total: number }[];
  readonly treatments: readonly TriedTreatment[] | null;
  readonly photos: readonly PhotoRecord[] | null;
  readonly told: ToldRecords;
}

/**
 * Everything a case's facts come from, with the ids of its evidence, in one statement; for who reads more in the same
 * trip. Whoever may not read evidence finds a case without any: the policies of the tables see to it.
 */
export function factSourcesStatement(clinicId: string, caseId: string): Statement {
  return { name: 'fact_sources', text: factSourcesSql, values: [clinicId, caseId] };
}

/** The same as the domain's `FactSources`, ready for `deriveFacts`. `ask` is the transaction it is read in. */
export async function factSources(
  who: Principal,
  caseId: string,
  ask: (statement: Statement) => Promise<readonly FactSourcesRow[]>,
): Promise<FactSources> {
  const [row] = await ask(factSourcesStatement(who.clinicId, caseId));
  if (row === undefined) throw new Missing('case');
  return sourcesOf(row);
}

export function sourcesOf({ told, motions, scales, ...others }: FactSourcesRow): FactSources {
  return {
    ...others,
    motions: motions.map(({ id, measuredOn, degrees, normDegrees, ...motion }) => ({
      id,
      measuredOn,
      motion: motionKey(motion),
      degrees,
      normDegrees,
    })),
    scales: scales.map(({ scale, ...rating }) => ({ ...rating, scale: scaleOf(scale).fact })),
    stated: statedFacts(told),
  };
}

/** A list of the records of one table that nothing has replaced or withdrawn. */
const list = (
  table: string,
  json: string,
) => `(SELECT coalesce(json_agg(json_build_object('id', e.id, ${json}) ORDER BY e.id), '[]')
    FROM current e JOIN stipple.${table} x ON (x.clinic_id, x.evidence_id) = (e.clinic_id, e.id))`;

const factSourcesSql = /* sql */ `
WITH current AS (
  SELECT e.clinic_id, e.id, e.kind, e.on_day FROM stipple.evidence e
   WHERE e.clinic_id = $1 AND e.case_id = $2 AND e.kind <> 'withdrawal'
     AND NOT EXISTS (SELECT FROM stipple.evidence r WHERE (r.clinic_id, r.replaces_id) = (e.clinic_id, e.id))
)
SELECT json_build_object('cause', c.cause, 'injuredOn', c.injured_on, 'injuryContext', c.injury_context, 'bodySite', c.body_site, 'side', c.side,
    'procedureCode', c.procedure_code, 'plannedSessions', c.planned_sessions, 'diagnoses', c.diagnoses, 'bornOn', p.birth_date) AS intake,
  ${list('motion_reading', `'measuredOn', e.on_day, 'joint', x.joint, 'motion', x.motion, 'side', x.side, 'digit', x.digit, 'mode', x.mode, 'degrees', x.degrees, 'normDegrees', x.norm_degrees`)} AS motions,
  ${list('scale_rating', `'ratedOn', e.on_day, 'scale', x.scale, 'total', x.total`)} AS scales,
  -- A list that nobody was asked for is not an empty one.
  CASE WHEN EXISTS (SELECT FROM current WHERE kind IN ('treatment', 'no_treatment'))
    THEN ${list('treatment_tried', `'kind', x.treatment, 'fromOn', x.from_on, 'toOn', x.to_on, 'result', x.result`)} END AS treatments,
  -- Described ones; of a photograph that nobody described it is not known what it shows.
  (SELECT json_agg(json_build_object('id', p.id, 'takenOn', p.taken_on, 'consented', p.consented, 'hasScale', p.shows_scale) ORDER BY p.id)
    FROM stipple.photo p WHERE (p.clinic_id, p.case_id) = (c.clinic_id, c.id)) AS photos,
  json_build_object(
    'statements', ${list('physician_statement', `'onDay', e.on_day, 'fact', x.fact, 'says', x.says`)},
    'functions', ${list('function_statement', `'onDay', e.on_day, 'limited', x.limited`)},
    'areas', ${list('area_measurement', `'onDay', e.on_day, 'areaCm2', x.area_cm2`)},
    'devices', ${list('device_clearance', `'onDay', e.on_day, 'cleared', x.cleared`)},
    'mentalHealth', ${list('mental_health_note', `'onDay', e.on_day, 'distress', x.distress`)}) AS told
FROM stipple.treatment_case c JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
WHERE c.clinic_id = $1 AND c.id = $2`;
