import type { EstimatePaper } from './write-estimate';

export type KeptEstimate = EstimatePaper & { readonly caseId: string };

/** An estimate as it was given; without a version the one the agreement goes by, or else the last. */
export const keptEstimateSql = /* sql */ `
SELECT v.case_id AS "caseId", v.version, v.contents::json -> 'document' AS document, k.name AS clinic, k.is_demo AS "isDemo",
       c.case_number AS "caseNumber", to_json(v.issued_at) #>> '{}' AS "issuedAt"
  FROM stipple.estimate_version v
  JOIN stipple.self_pay_agreement g ON (g.clinic_id, g.id) = (v.clinic_id, v.agreement_id)
  JOIN stipple.treatment_case c ON (c.clinic_id, c.id) = (v.clinic_id, v.case_id)
  JOIN stipple.clinic k ON k.id = v.clinic_id
 WHERE v.clinic_id = $1 AND v.agreement_id = $2 AND v.version = coalesce($3::integer, g.estimate_version, v.version)
 ORDER BY v.version DESC LIMIT 1`;
