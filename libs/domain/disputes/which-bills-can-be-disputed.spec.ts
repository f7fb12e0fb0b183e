import { billsAgainstEstimate, disputeRefusals, disputeWindow, overBy } from './index';

const zone = 'America/New_York';

it.each([
  [219_999, 'not_over'],
  [220_000, 'may_dispute'],
])('C33: of an estimate of $1,800.00 a bill of %i cents: %s', (billedCents, kind) =>
  expect(disputeWindow({ estimatedCents: 180_000, billedCents }, '2026-11-23', zone).kind).toBe(kind),
);

it('C33: a first bill of 23 November 2026 can be disputed until 23 March 2027', () =>
  expect(disputeWindow({ estimatedCents: 180_000, billedCents: 220_000 }, '2026-11-23', zone)).toMatchObject({
    endsOn: '2027-03-23',
    rule: 'C33',
  }));

it('holds each provider’s bill against its own estimate, and the clinic’s charges against its own', () => {
  const providers = [
    { name: 'Scar Clinic', totalCents: 180_000 },
    { name: 'Harbor Laboratory', totalCents: 20_000 },
  ];
  const charges = [
    { cents: 110_000, onDay: '2026-12-21' },
    { cents: 110_000, onDay: '2026-11-23' },
  ];
  expect(billsAgainstEstimate(providers, charges)).toEqual([
    {
      provider: 'Scar Clinic',
      estimatedCents: 180_000,
      chargedCents: 220_000,
      overByCents: 40_000,
      firstChargedOn: '2026-11-23',
    },
    {
      provider: 'Harbor Laboratory',
      estimatedCents: 20_000,
      chargedCents: 0,
      overByCents: -20_000,
      firstChargedOn: null,
    },
  ]);
  expect(overBy({ estimatedCents: 180_000, billedCents: 219_999 })).toBe(39_999);
});

const entered = {
  provider: 'Scar Clinic',
  billedCents: 220_000,
  billedOn: '2026-11-23',
  openedOn: '2027-03-23',
};
const ground = {
  providers: [{ name: 'Scar Clinic', totalCents: 180_000 }],
  disputes: [],
  clock: { today: '2027-04-01', timeZone: zone },
};
const codes = (more: Partial<typeof entered>, where: Partial<Parameters<typeof disputeRefusals>[1]> = {}) =>
  disputeRefusals({ ...entered, ...more }, { ...ground, ...where }).map(
    ({ code, field }) => `${code} ${field}`,
  );

it.each([
  ['on the last day of the window', {}, []],
  ['a day after it', { openedOn: '2027-03-24' }, ['window_over openedOn']],
  ['of a bill a cent below $400.00 over', { billedCents: 219_999 }, ['not_over_estimate billedCents']],
  ['by a provider the estimate does not name', { provider: 'Nobody' }, ['not_estimated provider']],
  ['begun before the bill', { openedOn: '2026-11-22' }, ['before_the_bill openedOn']],
  [
    'that has not come',
    { billedOn: '2027-04-02', openedOn: '2027-04-02' },
    ['in_the_future billedOn', 'in_the_future openedOn'],
  ],
])('a dispute %s: %j %j', (_, more, expected) => expect(codes(more)).toEqual(expected));

it('is opened once at a time for each provider, and again once it is closed', () => {
  const disputes = (state: 'open' | 'closed') => ({ disputes: [{ provider: 'Scar Clinic', state }] });
  expect(codes({}, disputes('open'))).toEqual(['dispute_open provider']);
  expect(codes({}, disputes('closed'))).toEqual([]);
  expect(codes({}, { disputes: [{ provider: 'Harbor Laboratory', state: 'open' }] })).toEqual([]);
});
