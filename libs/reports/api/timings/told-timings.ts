import { planTypes } from '@stipple/domain';
import { payerTermsJson } from '@stipple/moves';
import { judgedBy } from './judged-by';

const plans = planTypes.map((plan) => `'${plan}'`).join(', ');

/**
 * A hash of what each payer's newest profile says of the clocks of each plan. Payers are few: their terms are read once for
 * each plan, and not for each request.
 *
 * @param clinic whose, as SQL
 */
export const payerTermsSql = (
  clinic: string,
) => /* sql */ `SELECT c.payer_id, c.plan_type, md5(${payerTermsJson}::text) AS payer_terms
      FROM (SELECT p.clinic_id, p.id AS payer_id, l.plan_type FROM stipple.payer p CROSS JOIN unnest(ARRAY[${plans}]) l (plan_type) WHERE p.clinic_id = ${clinic} OFFSET 0) c OFFSET 0`;

/**
 * For a request `r` as it is reported: `terms`, and `told`, the last day for its decision, where one is kept and was worked
 * out by this program from the very same facts and terms.
 *
 * @param payerTerms where the terms are, as a relation
 */
export const toldTimingsSql = (
  payerTerms: string,
) => /* sql */ `LEFT JOIN ${payerTerms} terms ON terms.payer_id = r.payer_id AND terms.plan_type = r.plan_type
  LEFT JOIN stipple.reported_timing told ON (told.clinic_id, told.request_id, told.clock_facts, told.payer_terms) = (r.clinic_id, r.id, r.clock_facts, terms.payer_terms)
    AND told.judged_by = '${judgedBy}'`;
