import { installmentsOf, paymentPlanLifecycle } from '@stipple/domain';
import type { Story } from '../story';
import type { AgreementTold } from './self-pay';

/** Every sixth patient pays in parts. No dice: they would change what else becomes of the case. */
export function mayAgreeOnPlan(story: Story, { fact: agreement }: AgreementTold): void {
  if (story.caseNumber % 6 !== 2) return;
  const { clinic, today: firstOn } = story;
  const { totalCents } = agreement;
  const count = 3 + (story.caseNumber % 2);
  const every = 'month';
  const { fact: plan } = story.create(
    paymentPlanLifecycle,
    'payment_plan',
    'agree',
    story.cast.owner,
    {
      to: 'agreed',
      fact: {},
      row: { agreement_id: agreement.id, total_cents: totalCents, installments: count, every },
      data: { totalCents, installments: count, every, day: firstOn },
    },
    story.dice.fork(`plan ${agreement.id}`),
  );
  let [before, after] = [0, null as string | null];
  for (const { no, cents, dueOn } of installmentsOf(totalCents, count, firstOn, every)) {
    story.rows.add('payment_plan_installment', {
      clinic_id: clinic.id,
      plan_id: plan.id,
      installment_no: no,
      of_installments: count,
      cents,
      before_cents: before,
      due_on: dueOn,
      after_on: after,
    });
    [before, after] = [before + cents, dueOn];
  }
}
