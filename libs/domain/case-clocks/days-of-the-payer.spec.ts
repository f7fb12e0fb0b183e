import type { AuthRequest } from '../case-facts';
import type { PayerTerms } from '../clocks/clock-question';
import type { PlanType } from '../coverage';
import { aCase, aRecord, aRequest, clock } from '../testing/a-case';
import { clocksOfCase, endOf } from './index';

/** By when the payer decides, and by which rule. The clinic is in New York. */
function decision(
  payerTerms: Partial<PayerTerms>,
  request: Partial<AuthRequest> = {},
  planType: PlanType = 'commercial_insured',
) {
  const facts = aCase({
    clock,
    case: aRecord({ planType }),
    payerTerms: { clocks: [], ...payerTerms },
    requests: [aRequest({ ...request })],
  });
  const [first] = clocksOfCase(facts);
  if (first?.answer.kind !== 'due') throw new Error('no date');
  return [first.answer.rule.key, endOf(first.answer)?.day, endOf(first.answer)?.ends];
}

// One in the morning of 24 November in New York, ten in the evening of 23 November in Los Angeles.
const atNight = { payerReceivedAt: '2026-11-24T06:00:00Z', payerReceivedOn: '2026-11-24' };

it('counts the days where the payer is, to the end of its last day', () => {
  expect(decision({}, atNight)).toEqual(['C11', '2026-12-09', expect.stringMatching(/^2026-12-10T04:59:59/)]);
  expect(decision({ timeZone: 'America/Los_Angeles' }, atNight)).toEqual([
    'C11',
    '2026-12-08',
    expect.stringMatching(/^2026-12-09T07:59:59/),
  ]);
});

it('an hour is an hour in any zone', () => {
  const urgent = { urgency: 'expedited', ...atNight } as const;
  const [rule, , ends] = decision({ timeZone: 'Pacific/Honolulu' }, urgent);
  expect([rule, ends]).toEqual(['C10', decision({}, urgent)[2]]);
});

describe('the state whose law holds', () => {
  const washington = { state: 'WA' };
  it('is quicker with what came electronically', () => {
    expect(decision(washington, { channel: 'portal' }).slice(0, 2)).toEqual(['WA', '2026-11-26']);
    expect(decision(washington, { channel: 'x12_278' })[0]).toBe('WA');
    expect(decision(washington, { channel: 'fax' })[0]).toBe('C11');
  });
  it('binds no self-funded plan, and no state’s rule is taken where nobody wrote one down', () => {
    expect(decision(washington, {}, 'commercial_self_funded')[0]).toBe('C11');
    expect(decision({ state: null })[0]).toBe('C11');
  });
});
