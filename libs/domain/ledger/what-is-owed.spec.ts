import { type OwingAgreement, balanceOf, nothingYet, owedAmounts } from './index';

const today = '2026-11-30';
const charged = (...charges: readonly (readonly [onDay: string, cents: number])[]) => ({
  charges: charges.map(([onDay, cents], index) => ({ entryNo: index + 1, onDay, cents })),
  totals: { ...nothingYet, chargedCents: charges.reduce((sum, [, cents]) => sum + cents, 0) },
});
const agreement = (more: Partial<OwingAgreement> = {}): OwingAgreement => ({
  state: 'active',
  ...charged(['2026-10-30', 50_000], ['2026-11-30', 50_000]),
  installments: null,
  onHold: false,
  ...more,
});
const paid = (paidCents: number, more: object = {}) => ({
  totals: { ...agreement().totals, paidCents, ...more },
});
const plan = [
  { no: 1, dueOn: '2026-10-01', cents: 50_000 },
  { no: 2, dueOn: '2026-11-30', cents: 50_000 },
  { no: 3, dueOn: '2026-12-01', cents: 50_000 },
];
const told = (one: OwingAgreement) =>
  owedAmounts(one, today).map(({ of, no, dueOn, openCents }) => [of, no, dueOn, openCents]);

it('counts each charged session from its day, the one of today too', () =>
  expect(told(agreement())).toEqual([
    ['session', 1, '2026-10-30', 50_000],
    ['session', 2, '2026-11-30', 50_000],
  ]));

it('fills the oldest first with what was paid, less what was given back, and with what was given up', () => {
  const settled = paid(40_000, { refundedCents: 5_000, adjustedCents: 20_000 });
  expect(told(agreement(settled))).toEqual([['session', 2, '2026-11-30', 45_000]]);
});

it('fills by the day of the session and not by when somebody charged it', () => {
  const late = charged(['2026-11-20', 30_000], ['2026-11-01', 20_000]);
  const one = agreement({ ...late, totals: { ...late.totals, paidCents: 20_000 } });
  expect(told(one)).toEqual([['session', 1, '2026-11-20', 30_000]]);
});

it('comes to the ledger’s own balance where no plan says otherwise, and to nothing where the patient is ahead', () => {
  for (const cents of [0, 1, 49_999, 50_000, 99_999, 100_000, 140_000]) {
    const one = agreement(paid(cents));
    const sum = owedAmounts(one, today).reduce((total, { openCents }) => total + openCents, 0);
    expect(sum).toBe(Math.max(0, balanceOf(one.totals)));
  }
});

it('asks by the plan where one is in force: what is due today, not what is due tomorrow, whatever was charged', () =>
  expect(told(agreement({ installments: plan, ...paid(20_000) }))).toEqual([
    ['installment', 1, '2026-10-01', 30_000],
    ['installment', 2, '2026-11-30', 50_000],
  ]));

it('asks for what was performed once the agreement is withdrawn, whose plan ended with it', () =>
  expect(told(agreement({ state: 'void', installments: plan, ...paid(60_000) }))).toEqual([
    ['session', 2, '2026-11-30', 40_000],
  ]));

it('asks for nothing while a bill is disputed', () =>
  expect(told(agreement({ installments: plan, onHold: true }))).toEqual([]));
