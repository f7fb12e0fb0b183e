import { likeText } from './directory.queries';

/**
 * Every identifier a person may have on a slip of paper. Each branch has its own index; one or two characters
 * search beginnings only. A case found in several ways is found once, by the first of them; what is exactly what
 * was typed comes before all beginnings.
 */
export function searchHits(q: string, value: (one: unknown) => string): string {
  const typed = q.toLowerCase().trim();
  const needle = likeText(typed);
  const [exact, prefix] = [value(typed), value(`${needle}%`)];
  const inside = needle.length > 2 ? value(`%${needle.replace(/,\s*/g, ' ')}%`) : null;
  const number = /^#?\d{1,9}$/.test(q.trim()) ? value(Number(q.trim().replace('#', ''))) : null;
  const begins = (column: string) => `x.clinic_id = $1 AND lower(x.${column}) LIKE ${prefix}`;
  const rank = (usual: number, column: string) =>
    `CASE WHEN lower(x.${column}) = ${exact} THEN 0 ELSE ${usual} END`;
  const reference = (usual: number, table: string, column: string, words: string) =>
    `SELECT x.case_id, ${rank(usual, column)}, '${words} ' || x.${column} FROM stipple.${table} x WHERE ${begins(column)}`;
  const branches = [
    ...(number
      ? [
          `SELECT c.id, 1, 'case number' FROM stipple.treatment_case c WHERE c.clinic_id = $1 AND c.case_number = ${number}::int`,
        ]
      : []),
    ofPatient(rank(2, 'record_number'), 'record number', begins('record_number')),
    reference(3, 'payer_authorization', 'number', 'authorization'),
    `SELECT c.id, ${rank(4, 'member_id')}, 'member id' FROM stipple.coverage x JOIN stipple.treatment_case c ON c.clinic_id = x.clinic_id AND c.patient_id = x.patient_id
      WHERE ${begins('member_id')}`,
    reference(5, 'auth_request', 'payer_reference', 'payer reference'),
    reference(6, 'auth_request', 'submission_reference', 'submission'),
    reference(7, 'benefit_call', 'reference_number', 'call reference'),
    reference(7, 'auth_request', 'phone_reference', 'phone reference'),
    ofPatient('8', 'patient', begins('family_name')),
    ...(inside ? [ofPatient('9', 'patient', `x.clinic_id = $1 AND x.search_name LIKE ${inside}`)] : []),
  ];
  return `SELECT DISTINCT ON (case_id) case_id, found_by, rank FROM (${branches.join('\nUNION ALL\n')}) found (case_id, rank, found_by) ORDER BY case_id, rank`;
}

function ofPatient(rank: string, words: string, condition: string): string {
  return `SELECT c.id, ${rank}, '${words}' FROM stipple.patient x JOIN stipple.treatment_case c ON c.clinic_id = x.clinic_id AND c.patient_id = x.id
    WHERE ${condition}`;
}
