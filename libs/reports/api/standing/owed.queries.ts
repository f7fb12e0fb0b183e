import type { ClinicDatabase, Principal } from '@stipple/database';
import { type Day, type OwingAgreement, owedAmounts } from '@stipple/domain';
import { today } from './standing-values';

/**
 * Signed agreements with a charge or a plan in force; without either nothing can be owed. The sums are those of the last
 * entry, which PostgreSQL holds to be the sums of all.
 */
const owingSql = /* sql */ `
SELECT ${today}::text AS today, coalesce(json_agg(json_build_object('id', g.id, 'caseId', g.case_id, 'state', g.state,
    'totals', coalesce(summed.totals, json_build_object('chargedCents', 0, 'adjustedCents', 0, 'paidCents', 0, 'refundedCents', 0)),
    'charges', charged.entries, 'installments', plan.installments,
    'onHold', EXISTS (SELECT FROM stipple.dispute d WHERE (d.clinic_id, d.agreement_id, d.state) = (g.clinic_id, g.id, 'open')))), '[]') AS agreements
  FROM stipple.patient_signature signed
  JOIN stipple.self_pay_agreement g ON (g.clinic_id, g.id) = (signed.clinic_id, signed.agreement_id)
  LEFT JOIN LATERAL (SELECT json_build_object('chargedCents', e.charged_cents, 'adjustedCents', e.adjusted_cents, 'paidCents', e.paid_cents, 'refundedCents', e.refunded_cents) AS totals
    FROM stipple.ledger_entry e WHERE (e.clinic_id, e.agreement_id) = (g.clinic_id, g.id) ORDER BY e.entry_no DESC LIMIT 1) summed ON true
  CROSS JOIN LATERAL (SELECT count(*), coalesce(json_agg(json_build_object('entryNo', e.entry_no, 'onDay', e.happened_on, 'cents', e.cents)), '[]') AS entries
    FROM stipple.ledger_entry e WHERE (e.clinic_id, e.agreement_id, e.kind) = (g.clinic_id, g.id, 'charge')) charged
  CROSS JOIN LATERAL (SELECT json_agg(json_build_object('no', i.installment_no, 'dueOn', i.due_on, 'cents', i.cents) ORDER BY i.installment_no) AS installments
    FROM stipple.payment_plan p JOIN stipple.payment_plan_installment i ON (i.clinic_id, i.plan_id) = (p.clinic_id, p.id)
   WHERE (p.clinic_id, p.agreement_id, p.state) = (g.clinic_id, g.id, 'agreed')) plan
 WHERE signed.clinic_id = $1 AND (charged.count > 0 OR plan.installments IS NOT NULL)`;

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
