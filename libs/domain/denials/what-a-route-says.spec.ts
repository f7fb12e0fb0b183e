import fc from 'fast-check';
import { PlanType, planTypes } from '../coverage';
import { challengeKinds } from '../case-facts';
import { challengeLifecycle, ChallengeState } from '../moves/challenge-moves';
import type { Denial } from './denial';
import { Route, RouteFacts, RouteKind, RouteWindows } from './route';
import { routesAfter } from './routes-after';
import { aDenial, denialOf } from './testing/a-denial';
import { argued, routeFacts } from './testing/route-facts';

interface Asked {
  readonly plan?: PlanType;
  readonly facts?: Partial<RouteFacts>;
  readonly windows?: RouteWindows;
}
const routes = (denial: Denial, { plan = 'commercial_insured', facts = {}, windows = {} }: Asked = {}) =>
  routesAfter(denial, plan, routeFacts(facts), windows);
const route = (kind: RouteKind, denial: Denial, asked: Asked = {}): Route => {
  const found = routes(denial, asked).routes.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`no route ${kind}`);
  return found;
};
/** Everything a route says, for tests about words. */
const said = (kind: RouteKind, denial: Denial, asked: Asked = {}) =>
  JSON.stringify(route(kind, denial, asked));

it('takes the last day and its rule as the clocks give it, and says where there is none', () => {
  const window = { lastDay: '2027-05-22', words: '180 days from the notice (ERISA)' };
  const windows = { appeal_1: window };
  expect(route('appeal_1', denialOf.clinical, { windows })).toMatchObject({ window, late: false });
  expect(route('peer_to_peer', denialOf.clinical, { windows })).toMatchObject({
    window: { lastDay: null, words: 'No last day is known for it.' },
    late: false,
  });
});

it('recommends no route whose last day lies behind; the last day itself is in time', () => {
  const windows = (lastDay: string) => ({ peer_to_peer: { lastDay, words: '5 business days' } });
  expect(routes(denialOf.clinical, { windows: windows('2026-11-23') }).first.kind).toBe('peer_to_peer');
  const late = routes(denialOf.clinical, { windows: windows('2026-11-22') });
  expect(late.first.kind).toBe('appeal_1');
  expect(late.routes.find(({ kind }) => kind === 'peer_to_peer')).toMatchObject({
    answer: 'yes',
    late: true,
  });
});

it('says that a call does not stop the appeal’s clock, unless the payer’s writing says so', () => {
  expect(said('peer_to_peer', denialOf.clinical)).toContain('does not stop the clock of the appeal');
  expect(said('peer_to_peer', denialOf.clinical, { facts: { peerStopsAppealClock: true } })).toContain(
    'says in writing that the call stops the clock',
  );
});

it('never argues a benefit exclusion as necessity', () => {
  for (const kind of ['reconsideration', 'appeal_1', 'exception'] as const)
    for (const plan of planTypes)
      expect(said(kind, denialOf.benefit_exclusion, { plan })).not.toMatch(
        /letter of medical necessity|criteria/,
      );
  expect(said('appeal_1', denialOf.benefit_exclusion)).toContain('necessity moves nothing here');
  expect(route('correct_and_resubmit', denialOf.benefit_exclusion).answer).toBe('no');
});

it.each([
  ['likely_medical', 'appeal_1', 'the exclusion does not apply'],
  ['cosmetic', 'self_pay', 'looks'],
  ['uncertain', null, 'Screen first'],
  [null, null, 'Screen first'],
] as const)('a benefit exclusion of a case screened as %s leads to %s', (screening, kind, why) => {
  const { first } = routes(denialOf.benefit_exclusion, { facts: { screening } });
  expect([first.kind, first.why.includes(why)]).toEqual([kind, true]);
});

it('leaves it to a person whether “cosmetic or not” is a judgement', () => {
  const lost = [argued('appeal_1', 'upheld')];
  const external = (exclusionIsJudgement: boolean | null) =>
    route('external_review', denialOf.benefit_exclusion, {
      facts: { challenges: lost, exclusionIsJudgement },
    });
  expect([null, true, false].map((one) => external(one).answer)).toEqual(['not_known', 'yes', 'no']);
});

it('keeps external review away from what only has to be set right', () => {
  const challenges = [argued('appeal_1', 'upheld')];
  for (const name of ['authorization', 'documentation', 'coding', 'eligibility', 'timely_filing'] as const)
    expect(route('external_review', denialOf[name], { facts: { challenges } }).answer).toBe('no');
});

it('says that Medicare Advantage passes on what it upheld by itself', () => {
  expect(said('reconsideration', denialOf.clinical, { plan: 'medicare_advantage' })).toMatch(
    /independent review entity by itself/,
  );
  const after = routes(denialOf.clinical, {
    plan: 'medicare_advantage',
    facts: { challenges: [argued('reconsideration', 'upheld')] },
  });
  expect(after.first.why).toMatch(/by itself: wait/);
});

it('says that the individual market has one internal level', () =>
  expect(
    said('appeal_2', denialOf.clinical, { plan: 'marketplace', facts: { secondLevel: true } }),
  ).toContain('one internal level'));

it('asks for the form that lets the clinic act, and says whether it is on file', () => {
  expect(said('appeal_1', denialOf.clinical)).toContain('not on file');
  expect(said('appeal_1', denialOf.clinical, { facts: { representativeOnFile: true } })).toContain(
    ': on file',
  );
  // A physician may ask a Medicare Advantage plan for the patient, with notice and without that form.
  expect(said('reconsideration', denialOf.clinical, { plan: 'medicare_advantage' })).not.toContain('on file');
});

it.each(['MA130', 'N517'])('%s: nothing was decided that could be appealed', (remark) => {
  const denial = aDenial({ code: '16', remarks: [remark], kind: 'administrative' });
  expect(route('appeal_1', denial)).toMatchObject({ answer: 'no' });
  expect(routes(denial).first.kind).toBe('correct_and_resubmit');
});

it('does not give up an appeal because a remark denies the right to it', () =>
  expect(route('appeal_1', aDenial({ remarks: ['N211'] }))).toMatchObject({ answer: 'not_known' }));

it.each([
  ['198', 'new_request', 'New request: extension'],
  ['302', 'new_request', 'New request: extension'],
  ['210', 'appeal_1', 'Appeal, first level'],
  ['39', 'appeal_1', 'Appeal, first level'],
  ['193', 'appeal_1', 'Appeal, first level'],
  ['242', 'exception', 'Gap exception'],
  ['284', 'correct_and_resubmit', 'Correct and send again'],
] as const)('%s leads to %s first', (code, kind, words) => {
  const denial = aDenial({ code, kind: 'administrative' });
  expect(routes(denial).first.kind).toBe(kind);
  expect(route(kind, denial).words).toBe(words);
});

it('never bills the patient for what was filed too late, and names the waiver of the plan for the rest', () => {
  expect(route('self_pay', denialOf.timely_filing)).toMatchObject({ answer: 'no' });
  expect(said('self_pay', denialOf.clinical, { plan: 'medicare_advantage' })).toContain(
    'an ABN is not valid here',
  );
  expect(said('self_pay', denialOf.coding)).toContain('say so before the patient pays');
});

const states = Object.keys(challengeLifecycle.states) as readonly ChallengeState[];
const anyFacts: fc.Arbitrary<RouteFacts> = fc.record({
  today: fc.constant('2026-11-23'),
  challenges: fc.array(
    fc.record({
      kind: fc.constantFrom(...challengeKinds),
      state: fc.constantFrom(...states),
      deemedExhausted: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  screening: fc.constantFrom('likely_medical', 'cosmetic', 'uncertain', null),
  exclusionIsJudgement: fc.option(fc.boolean()),
  secondLevel: fc.option(fc.boolean()),
  peerStopsAppealClock: fc.boolean(),
  representativeOnFile: fc.boolean(),
});

it('whatever has happened: the first route is open and in time, and no level comes before its turn', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.values(denialOf)),
      fc.constantFrom(...planTypes),
      anyFacts,
      fc.constantFrom('2026-11-22', '2026-11-23', null),
      (denial, plan, facts, lastDay) => {
        const windows = { peer_to_peer: { lastDay, words: '' }, appeal_1: { lastDay, words: '' } };
        const { routes: found, first } = routesAfter(denial, plan, facts, windows);
        const named = found.find(({ kind }) => kind === first.kind);
        if (named !== undefined) expect(named).toMatchObject({ answer: 'yes', late: false });
        const lost = (kind: string) =>
          facts.challenges.some((one) => one.kind === kind && /upheld|partly/.test(one.state));
        const isOpen = (kind: RouteKind) => found.some((one) => one.kind === kind && one.answer === 'yes');
        if (isOpen('appeal_2')) expect(lost('appeal_1')).toBe(true);
        if (isOpen('external_review'))
          expect(
            lost('appeal_1') || lost('appeal_2') || facts.challenges.some((one) => one.deemedExhausted),
          ).toBe(true);
      },
    ),
  ));
