import { AuditEntry, AuditQuery, AuditVerification } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import { auditWords } from '@stipple/domain';

const pageSql = /* sql */ `
SELECT e.seq::float8 AS seq, e.at, p.name AS actor, e.action, whom.name AS person, c.case_number AS "caseNumber", e.case_id AS "caseId", e.detail,
       encode(e.hash, 'hex') AS hash
  FROM stipple.audit_entry e
  LEFT JOIN stipple.staff p ON (p.clinic_id, p.id) = (e.clinic_id, e.actor_id)
  LEFT JOIN stipple.staff whom ON e.subject = 'staff' AND (whom.clinic_id, whom.id) = (e.clinic_id, e.subject_id) AND whom.id IS DISTINCT FROM e.actor_id
  LEFT JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (e.clinic_id, e.case_id)
 WHERE e.clinic_id = $1 AND e.seq < $2 AND ($3::uuid IS NULL OR e.case_id = $3)
   AND ($4::integer IS NULL OR e.case_id = (SELECT n.id FROM stipple.treatment_case n WHERE n.clinic_id = $1 AND n.case_number = $4))
 ORDER BY e.seq DESC LIMIT 100`;

/** A hundred entries, newest first; the seq of the last one leads to the next page. */
export async function auditPage(
  db: ClinicDatabase,
  who: Principal,
  query: AuditQuery,
): Promise<readonly AuditEntry[]> {
  const values = [
    who.clinicId,
    query.before ?? Number.MAX_SAFE_INTEGER,
    query.caseId ?? null,
    query.caseNumber ?? null,
  ];
  const note = { action: 'audit.read', subject: 'audit', subjectId: null, caseId: query.caseId ?? null };
  const statement = { name: 'audit_page', planFor: 'values' as const, text: pageSql, values };
  const rows = await db.read<Omit<AuditEntry, 'words'>>(who, statement, note);
  return rows.map((entry) => ({ ...entry, words: auditWords(entry.action) }));
}

const verifySql = /* sql */ `
SELECT (SELECT count(*)::float8 FROM stipple.audit_entry WHERE clinic_id = $1) AS entries,
       (SELECT coalesce(json_agg(json_build_object('seq', f.seq, 'flaw', f.flaw)), '[]') FROM stipple.audit_flaws() f) AS flaws,
       (SELECT encode(hash, 'hex') FROM stipple.audit_head WHERE clinic_id = $1) AS head, now() AS "checkedAt"`;

/** Recomputes the whole chain of this clinic. An intact chain has no flaws; its head can be noted down elsewhere. */
export async function verifyAudit(db: ClinicDatabase, who: Principal): Promise<AuditVerification> {
  const [result] = await db.read<AuditVerification>(who, {
    name: 'audit_verify',
    planFor: 'values',
    text: verifySql,
    values: [who.clinicId],
  });
  if (result === undefined) throw new Error('the verification returned nothing');
  return result;
}
