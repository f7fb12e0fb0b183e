import type { Ask } from '@stipple/database';
import { Day, PlanType, PolicyVersion, parsePolicy } from '@stipple/domain';

/** Whose policy: that of the payer and plan of a case, or of a payer for a line of business. */
export type PolicyOf =
  | { readonly clinicId: string; readonly caseId: string }
  | { readonly clinicId: string; readonly payerId: string; readonly lineOfBusiness: PlanType };

export interface PolicyInForce {
  /** What a screening refers to, by `(clinic_id, policy_version_id, true)`. */
  readonly policyVersionId: string;
  /** Its last day is the one on which it really ends, where a later version ended it earlier than its payer had said. */
  readonly policy: PolicyVersion;
}

interface Row {
  readonly id: string;
  readonly document: unknown;
  readonly appliesTo: string | null;
}

const columns = /* sql */ `v.id, v.document, CASE WHEN isfinite(v.applies_to) THEN v.applies_to::text END AS "appliesTo"`;

const ofCase = /* sql */ `
SELECT ${columns} FROM stipple.treatment_case c
  JOIN stipple.policy_version v ON (v.clinic_id, v.payer_id) = (c.clinic_id, c.payer_id) AND c.plan_type = ANY (v.lines_of_business)
 WHERE c.clinic_id = $1 AND c.id = $2 AND v.state = 'published' AND v.service = 'microneedling' AND $3::date BETWEEN v.applies_from AND v.applies_to`;

const ofPayer = /* sql */ `
SELECT ${columns} FROM stipple.policy_version v
 WHERE v.clinic_id = $1 AND v.payer_id = $2 AND $4 = ANY (v.lines_of_business) AND v.state = 'published' AND v.service = 'microneedling'
   AND $3::date BETWEEN v.applies_from AND v.applies_to`;

/** The published version that applies on a day: at most one, by `one_policy_on_a_day`. Null where there is none on file. */
export async function policyInForce(read: Ask, of: PolicyOf, on: Day): Promise<PolicyInForce | null> {
  const [row] = await read<Row>(
    'caseId' in of
      ? { name: 'policy_of_case', text: ofCase, values: [of.clinicId, of.caseId, on] }
      : { name: 'policy_of_payer', text: ofPayer, values: [of.clinicId, of.payerId, on, of.lineOfBusiness] },
  );
  return row === undefined ? null : { policyVersionId: row.id, policy: policyOf(row) };
}

/** Reads a stored document. What was once published is readable for ever, so that not being so is a fault of ours. */
export function policyOf({ id, document, appliesTo }: Row): PolicyVersion {
  const { ok, value, refusals } = parsePolicy(document);
  if (!ok) throw new Error(`policy version ${id} cannot be read: ${refusals.map((one) => one.code).join()}`);
  return { ...value, effectiveTo: appliesTo };
}
