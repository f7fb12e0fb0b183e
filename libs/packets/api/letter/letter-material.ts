import { type Ask, Missing } from '@stipple/database';
import {
  Day,
  LetterMaterial,
  LetterParticulars,
  ShelfDocument,
  deriveFacts,
  diagnosisWords,
  procedureWords,
} from '@stipple/domain';
import { FactSourcesRow, factSourcesStatement, measurementsOf, sourcesOf } from '@stipple/evidence-api';
import { policyInForce } from '@stipple/payers-api';

interface Row {
  readonly today: Day;
  readonly particulars: LetterParticulars;
  readonly documents: readonly ShelfDocument[];
}

/** What the letter of a case may rest on, as the record stands on the clinic's day. */
export async function letterMaterial(
  read: Ask,
  { clinicId, caseId }: { readonly clinicId: string; readonly caseId: string },
  procedureCodes: readonly string[] = [],
): Promise<LetterMaterial & { readonly today: Day }> {
  const [row] = await read<Row>({ name: 'letter_material', text: materialSql, values: [clinicId, caseId] });
  const [sources] = await read<FactSourcesRow>(factSourcesStatement(clinicId, caseId));
  if (row === undefined || sources === undefined) throw new Missing('case');
  const { today, particulars, documents } = row;
  const { intake } = sources;
  const found = await policyInForce(read, { clinicId, caseId }, today);
  const procedures = [
    ...new Set([...(intake.procedureCode ? [intake.procedureCode] : []), ...procedureCodes]),
  ];
  return {
    today,
    particulars,
    documents,
    facts: deriveFacts(sourcesOf(sources), today),
    measurements: measurementsOf(sources),
    policy: found?.policy ?? null,
    codes: [
      ...(intake.diagnoses ?? []).map((code) => ({ code, words: diagnosisWords(code) })),
      ...procedures.map((code) => ({ code, words: procedureWords(code) })),
    ],
  };
}

/** Documents of the money and of the payer's answers are no evidence for a letter. */
const materialSql = /* sql */ `
SELECT (now() AT TIME ZONE k.time_zone)::date::text AS today,
  json_build_object('patient', p.given_name || ' ' || p.family_name, 'bornOn', p.birth_date, 'memberId', v.member_id, 'payer', y.name,
    'physician', s.name, 'caseNumber', c.case_number::text) AS particulars,
  (SELECT coalesce(json_agg(json_build_object('id', d.id, 'title', d.title, 'datedOn', d.dated_on) ORDER BY d.id), '[]')
     FROM stipple.case_document d WHERE (d.clinic_id, d.case_id) = (c.clinic_id, c.id)
      AND d.kind IN ('photo', 'range_of_motion', 'scar_scale', 'prior_treatment', 'clinical_note', 'payer_policy', 'other')) AS documents
FROM stipple.treatment_case c
JOIN stipple.clinic k ON k.id = c.clinic_id
JOIN stipple.patient p ON (p.clinic_id, p.id) = (c.clinic_id, c.patient_id)
JOIN stipple.coverage v ON (v.clinic_id, v.id) = (c.clinic_id, c.coverage_id)
JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
JOIN stipple.staff s ON (s.clinic_id, s.id) = (c.clinic_id, c.physician_id)
WHERE c.clinic_id = $1 AND c.id = $2`;
