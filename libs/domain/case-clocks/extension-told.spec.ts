import type { AuthRequest } from '../case-facts';
import type { PlanType } from '../coverage';
import { aCase, aDocument, aRecord, aRequest, clock } from '../testing/a-case';
import { clocksOfCase, endOf, extensionRefusals } from './index';

/** How the payer's clock stands. Received on 23 November. */
function decision(planType: PlanType, more: Partial<AuthRequest>): string {
  const facts = aCase({
    clock: { ...clock, today: '2026-12-20', now: '2026-12-20T15:00:00Z' },
    case: aRecord({ planType }),
    requests: [aRequest({ state: 'pended', ...more })],
  });
  const answer = clocksOfCase(facts).find(({ answer: one }) => one.clock.startsWith('decision'))?.answer;
  return answer === undefined ? 'none' : (endOf(answer)?.day ?? answer.kind);
}
const moreTime = (datedOn: string) => ({ extension: { datedOn, because: 'more_time' } as const });
const missing = (datedOn: string) => ({ extension: { datedOn, because: 'missing_information' } as const });
const asking = { state: 'information_requested', askedAt: '2026-12-07T15:00:00Z' } as const;

it.each([
  ['an employer plan: 15 days more', 'commercial_insured', moreTime('2026-12-04'), '2026-12-23'],
  ['Medicare Advantage: 14 more', 'medicare_advantage', moreTime('2026-11-27'), '2026-12-14'],
  ['Medicaid managed care: 14 more', 'medicaid_managed_care', moreTime('2026-11-27'), '2026-12-14'],
  ['told on the last day it is too late', 'commercial_insured', moreTime('2026-12-08'), '2026-12-08'],
  ['told before it was received it is none', 'commercial_insured', moreTime('2026-11-20'), '2026-12-08'],
] as const)('%s', (_, plan, more, day) => expect(decision(plan, more)).toBe(day));

it('where an urgent claim cannot be extended, the notice moves nothing', () =>
  expect(decision('commercial_insured', { urgency: 'expedited', ...moreTime('2026-11-24') })).toBe(
    decision('commercial_insured', { urgency: 'expedited' }),
  ));

describe('a notice that waits for an answer', () => {
  it('stops an employer plan’s clock from its own date, and the answer lets it run on (table of clocks, C12)', () => {
    expect(decision('commercial_insured', { ...asking, ...missing('2026-12-05') })).toBe('paused');
    const answered = {
      ...missing('2026-12-05'),
      askedAt: asking.askedAt,
      answeredAt: '2026-12-20T15:00:00Z',
    };
    expect(decision('commercial_insured', answered)).toBe('2027-01-07');
  });

  it('stops nothing in Medicare Advantage, which has its 14 days and no more', () =>
    expect(decision('medicare_advantage', { ...asking, ...missing('2026-11-27') })).toBe('2026-12-14'));
});

describe('a question and a notice: a payer extends once, and the first one counts', () => {
  it('the question, where it came first', () =>
    expect(decision('commercial_insured', { ...asking, ...moreTime('2026-12-08') })).toBe('paused'));
  it('the notice, where it did: a question afterwards stops nothing', () =>
    expect(decision('commercial_insured', { ...asking, ...moreTime('2026-12-04') })).toBe('2026-12-23'));
});

describe('what is no notice of extension', () => {
  const told = {
    requestId: 'request-1',
    datedOn: '2026-11-23',
    because: 'more_time',
    proofId: 'document-payer_notice',
  } as const;
  const refused = (more: object, request: Partial<AuthRequest> = {}) =>
    extensionRefusals(
      aCase({ documents: [aDocument('payer_notice'), aDocument('photo')], requests: [aRequest(request)] }),
      { ...told, ...more },
    ).map(({ code }) => code);

  it.each([
    ['another case’s request', { requestId: 'request-9' }, {}, 'not_with_payer'],
    ['one that is decided', {}, { state: 'denied' }, 'not_with_payer'],
    ['tomorrow’s', { datedOn: '2026-11-24' }, {}, 'in_the_future'],
    ['one from before it was sent', { datedOn: '2026-11-22' }, {}, 'before_submission'],
    [
      'one for information that nobody asked for',
      { because: 'missing_information' },
      {},
      'question_not_recorded',
    ],
    ['one without its letter', { proofId: 'document-photo' }, {}, 'proof_unknown'],
  ] as const)('%s', (_, more, request, code) => expect(refused(more, request)).toEqual([code]));

  it('and what is one', () => {
    expect(refused({})).toEqual([]);
    const asked = { state: 'information_requested', askedAt: clock.now } as const;
    expect(refused({ because: 'missing_information' }, asked)).toEqual([]);
  });
});
