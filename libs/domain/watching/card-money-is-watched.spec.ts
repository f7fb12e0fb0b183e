import { nothingYet } from '../ledger/totals';
import { watchesOfCards } from './watch-cards';

const today = '2026-11-30';
const held = { id: 'h', kind: 'payment', cents: 50_000, because: 'amount_differs', onDay: today } as const;
const paid = (paidCents: number) => ({
  agreementId: 'a',
  agreement: { state: 'signed', totalCents: 150_000 } as const,
  totals: { ...nothingYet, paidCents },
  onDay: '2026-11-29',
});

it('makes held money the coordinator’s, and says no more than an amount and why', () =>
  expect(watchesOfCards({ held: [held], paid: [] }, today)).toMatchObject([
    {
      key: 'card_held:h',
      taskKind: 'settle_card_payment',
      forRole: 'coordinator',
      dueOn: today,
      severity: 'now',
      about: expect.stringContaining('$500.00 is in no ledger yet. Another amount was paid') as string,
    },
  ]));

it('asks for money that came beyond the price to be given back, and for nothing where none did', () => {
  expect(watchesOfCards({ held: [], paid: [paid(150_000)] }, today)).toEqual([]);
  expect(watchesOfCards({ held: [], paid: [paid(150_001)] }, today)).toMatchObject([
    {
      key: 'card_overpaid:a',
      dueOn: '2026-11-29',
      about: expect.stringMatching(/^\$0\.01 more was paid/) as string,
    },
  ]);
});
