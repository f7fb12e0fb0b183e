import { FactSources, IntakeRecord, noSources } from '@stipple/domain';
import type { ReadRows } from '../policies/policy-in-force';

/*
 * The one place where a dry run reads what is known of past cases, many at a time. Today that is what the case itself
 * states; records of evidence join here, in the same statement, each filling its part of FactSources.
 */
const sourcesSql = /* sql */ `
SELECT c.id, json_build_object('cause', c.cause, 'injuredOn', c.injured_on, 'injuryContext', nullif(c.injury_context, 'unknown'), 'bodySite', c.body_site,
    'side', c.side, 'procedureCode', c.procedure_code, 'plannedSessions', c.planned_sessions, 'diagnoses', c.diagnoses, 'bornOn', p.birth_date) AS intake
  FROM stipple.treatment_case c JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
 WHERE c.clinic_id = $1 AND c.id = ANY ($2::uuid[])`;

export async function readFactSources(
  read: ReadRows,
  clinicId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, FactSources>> {
  const rows = await read<{ id: string; intake: IntakeRecord }>({
    name: 'fact_sources',
    text: sourcesSql,
    values: [clinicId, caseIds],
  });
  return new Map(rows.map(({ id, intake }) => [id, { ...noSources, intake }]));
}
