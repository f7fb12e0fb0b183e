import type { Bench } from '../bench';
import { day } from '../ground';
import { Columns, inOrder, update } from '../sql';
import * as ledger from '../verbs/ledger';
import { Attack, attack, fresh, notAllowed } from './attack';

const price = 135_000;
/** A plan of the bench’s other signed agreement, which has none. */
const made = (b: Bench, installments: number, more: Partial<ledger.Plan> = {}): ledger.Plan => ({
  caseId: b.ids.case,
  id: fresh(),
  agreementId: b.ids.voidAgreement,
  totalCents: price,
  installments,
  ...more,
});
type Parts = readonly (readonly [before: number, cents: number, forged?: Columns])[];

/** A plan of these installments, with something wrong about it or them. */
function planned(b: Bench, plan: ledger.Plan, parts: Parts, forged: Columns = {}): string {
  return inOrder(
    ledger.plan(b.ground, plan, forged),
    ...parts.map(([before, cents, wrong], index) =>
      ledger.installment(b.ground, plan, index + 1, [before, cents], wrong),
    ),
  );
}

/** One more installment of the bench’s own plan, which is whole. */
const oneMore = (b: Bench, no: number, before: number, forged: Columns = {}) =>
  ledger.installment(b.ground, made(b, 3, { id: b.ids.plan }), no, [before, 1], forged);

const sumAttacks: readonly Attack[] = [
  attack(
    'agree on another price than was signed',
    ['payment_plan.plan_sums_to_price', 'self_pay_agreement.agreement_price'],
    (b) => ledger.wholePlan(b.ground, made(b, 2, { totalCents: 90_000 })),
  ),
  attack('agree on no price', 'payment_plan.payment_plan_total_cents_not_null', (b) =>
    planned(b, made(b, 1), [[0, 1]], { total_cents: null }),
  ),
  attack(
    'leave the last installment out',
    ['payment_plan.installments_reach_total', 'payment_plan_installment.installment_sum'],
    (b) => planned(b, made(b, 2), [[0, 1]]),
  ),
  attack('agree on no number of installments', 'payment_plan.payment_plan_installments_not_null', (b) =>
    planned(b, made(b, 1), [], { installments: null }),
  ),
  attack(
    'go on from a sum that the installment before does not reach',
    ['payment_plan_installment.installments_go_on', 'payment_plan_installment.installment_day'],
    (b) =>
      planned(b, made(b, 2), [
        [0, 1],
        [price - 1, 1],
      ]),
  ),
  attack('follow no other installment', 'payment_plan_installment.prev_no generated', (b) =>
    planned(b, made(b, 2), [
      [0, 1],
      [price - 1, 1, { prev_no: null }],
    ]),
  ),
  attack('begin with a sum', 'payment_plan_installment.installments_begin_at_nothing', (b) =>
    planned(b, made(b, 1), [[price - 1, 1]]),
  ),
  attack('say that the sum is reached', 'payment_plan_installment.through_cents generated', (b) =>
    planned(b, made(b, 1), [[0, 1, { through_cents: price }]]),
  ),
  attack(
    'take back with one installment what another asks too much',
    'payment_plan_installment.payment_plan_installment_cents_check',
    (b) =>
      planned(b, made(b, 2), [
        [0, price + 1],
        [price + 1, -1],
      ]),
  ),
  attack('add an installment to a whole plan', 'payment_plan_installment.installment_within_plan', (b) =>
    oneMore(b, 4, price, { due_on: day(b.ground, 28), after_on: day(b.ground, 21) }),
  ),
  attack(
    'add an installment of no certain plan',
    'payment_plan_installment.payment_plan_installment_of_installments_not_null',
    (b) => oneMore(b, 4, price, { of_installments: null }),
  ),
  attack('add a second third installment', 'payment_plan_installment.payment_plan_installment_pkey', (b) =>
    oneMore(b, 3, 90_000),
  ),
  attack(
    'add an installment to a plan nobody knows',
    ['payment_plan_installment.installment_of_plan', 'payment_plan.plan_size'],
    (b) => ledger.installment(b.ground, made(b, 1), 1, [0, 1]),
  ),
];

export const planAttacks: readonly Attack[] = [
  ...sumAttacks,
  attack(
    'let an installment come due before the one before it',
    'payment_plan_installment.installments_run_forward',
    (b) =>
      planned(b, made(b, 2), [
        [0, 1],
        [1, price - 1, { due_on: day(b.ground, 3) }],
      ]),
  ),
  attack('agree on a second plan', 'payment_plan.one_plan_per_agreement', (b) =>
    ledger.wholePlan(b.ground, made(b, 3, { agreementId: b.ids.agreement })),
  ),
  attack('agree on a plan of an estimate that is not signed', 'payment_plan.plan_of_signed_agreement', (b) =>
    ledger.wholePlan(b.ground, made(b, 3, { agreementId: b.ids.issuedAgreement })),
  ),
  attack('agree on a plan of no agreement', 'payment_plan.payment_plan_agreement_id_not_null', (b) =>
    ledger.wholePlan(b.ground, made(b, 3), { agreement_id: null }),
  ),
  attack('give a plan to another agreement', 'payment_plan UPDATE', (b) =>
    update('payment_plan', { agreement_id: b.ids.voidAgreement }, { id: b.ids.plan }),
  ),
  attack('put an installment off', 'payment_plan_installment UPDATE', (b) =>
    update(
      'payment_plan_installment',
      { due_on: day(b.ground, 300) },
      { plan_id: b.ids.plan, installment_no: 3 },
    ),
  ),
  attack('write another reason under an entry', 'ledger_entry UPDATE', (b) =>
    update('ledger_entry', { words: 'Because' }, { id: b.ids.refund }),
  ),
  attack(
    'change a posting',
    [],
    (b) => update('ledger_posting', { cents: 1 }, { entry_id: b.ids.payment }),
    notAllowed,
  ),
  ...['ledger_entry', 'ledger_posting', 'payment_plan', 'payment_plan_installment'].map((table) =>
    attack(`delete a ${table.replaceAll('_', ' ')}`, [], () => `DELETE FROM stipple.${table}`, notAllowed),
  ),
];
