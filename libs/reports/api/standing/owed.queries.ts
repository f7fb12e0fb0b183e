import type { ClinicDatabase, Principal } from '@stipple/database';
import { type Day, type OwingAgreement, owedAmounts } from '@stipple/domain';
import { today } from './standing-values';

/**
 * Agreements with a charge or a plan in force, which only signed ones have; without either nothing can be owed. The sums
 * are those of the last entry, which PostgreSQL holds to be the sums of all.
 */
const owingSql = /* sql */ `
WITH summed AS (
  SELECT DISTINCT ON (e.agreement_id) e.agreement_id, e.charged_cents, e.adjusted_cents, e.paid_cents, e.refunded_cents
    FROM stipple.ledger_entry e WHERE e.clinic_id = $1 ORDER BY e.agreement_id, e.entry_no DESC),
charged AS (
  SELECT e.agreement_id, json_agg(json_build_object('entryNo', e.entry_no, 'onDay', e.happened_on, 'cents', e.cents)) AS entries
    FROM stipple.ledger_entry e WHERE e.clinic_id = $1 AND e.kind = 'charge' GROUP BY e.agreement_id),
plan AS (
  SELECT p.agreement_id, json_agg(json_build_object('no', i.installment_no, 'dueOn', i.due_on, 'cents', i.cents) ORDER BY i.installment_no) AS installments
    FROM stipple.payment_plan p JOIN stipple.payment_plan_installment i ON (i.clinic_id, i.plan_id) = (p.clinic_id, p.id)
   WHERE p.clinic_id = $1 AND p.state = 'agreed' GROUP BY p.agreement_id),
disputed AS (SELECT DISTINCT d.agreement_id FROM stipple.dispute d WHERE d.clinic_id = $1 AND d.state = 'open')
SELECT ${today}::text AS today, coalesce(json_agg(json_build_object('id', g.id, 'caseId', g.case_id, 'state', g.state,
    'totals', json_build_object('chargedCents', coalesce(summed.charged_cents, 0), 'adjustedCents', coalesce(summed.adjusted_cents, 0),
      'paidCents', coalesce(summed.paid_cents, 0), 'refundedCents', coalesce(summed.refunded_cents, 0)),
    'charges', coalesce(charged.entries, '[]'), 'installments', plan.installments,
    'onHold', disputed.agreement_id IS NOT NULL)), '[]') AS agreements
  FROM stipple.self_pay_agreement g
  LEFT JOIN summed ON summed.agreement_id = g.id
  LEFT JOIN charged ON charged.agreement_id = g.id
  LEFT JOIN plan ON plan.agreement_id = g.id
  LEFT JOIN disputed ON disputed.agreement_id = g.id
 WHERE g.clinic_id = $1 AND (charged.agreement_id IS NOT NULL OR plan.agreement_id IS NOT NULL)`;

interface Owing extends OwingAgreement {
  readonly id: string;
  readonly caseId: string;
}

/** What is owed now, by the ledger’s own rule, as the rows that `owedAmounts` of the SQL reads. */
export async function readOwed(db: ClinicDatabase, who: Principal): Promise<string> {
  const [found] = await db.read<{ today: Day; agreements: readonly Owing[] }>(who, {
    name: 'owing_agreements',
    planFor: 'values',
    text: owingSql,
    values: [who.clinicId, who.timeZone],
  });
  if (found === undefined) throw new Error('an aggregate has one row');
  return JSON.stringify(
    found.agreements.flatMap(({ id, caseId, ...agreement }) =>
      owedAmounts(agreement, found.today).map(({ of, no, dueOn, openCents }) => ({
        ...{ agreement_id: id, case_id: caseId },
        ...{ of, no, due_on: dueOn, cents: openCents },
      })),
    ),
  );
}
