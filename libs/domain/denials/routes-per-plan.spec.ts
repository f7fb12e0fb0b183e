import { PlanType, planTypes } from '../coverage';
import { routeKinds, type RouteFacts, type RouteKind } from './route';
import { routesAfter } from './routes-after';
import { argued, routeFacts } from './testing/route-facts';
import { denialOf } from './testing/a-denial';

type ClassName = keyof typeof denialOf;
const after = (name: ClassName, plan: PlanType, more: Partial<RouteFacts> = {}) =>
  routesAfter(denialOf[name], plan, routeFacts(more), {});
const signs = { yes: 'y', no: '·', not_known: '?' } as const;
const inShort = (name: ClassName, plan: PlanType, more: Partial<RouteFacts> = {}) =>
  after(name, plan, more)
    .routes.map(({ answer }) => signs[answer])
    .join(' ');

// Columns: correct, new request, peer-to-peer, reconsideration, appeal 1, appeal 2, external, exception, self-pay.
// prettier-ignore
const fresh: readonly (readonly [PlanType, ClassName, string, RouteKind | null])[] = [
  ['commercial_insured',       'clinical',          '· y y y y ? · · y', 'peer_to_peer'],
  ['commercial_self_funded',   'clinical',          '· y y y y ? · · y', 'peer_to_peer'],
  ['marketplace',              'clinical',          '· y y y y · · · y', 'peer_to_peer'],
  ['medicare_advantage',       'clinical',          '· y y y · · · · y', 'peer_to_peer'],
  ['original_medicare',        'clinical',          '· y · · y · · · y', 'appeal_1'],
  ['medicaid_managed_care',    'clinical',          '· y y y y · · · y', 'peer_to_peer'],
  ['medicaid_fee_for_service', 'clinical',          '· y ? ? y · · · y', 'appeal_1'],
  ['workers_compensation',     'clinical',          '· y ? ? ? ? ? · y', null],
  ['none',                     'clinical',          '· · · · · · · · y', 'self_pay'],
  ['unknown',                  'clinical',          '· y ? ? ? ? ? · y', null],
  ['commercial_insured',       'experimental',      '· y y y y ? · · y', 'appeal_1'],
  ['medicare_advantage',       'experimental',      '· y y y · · · · y', 'reconsideration'],
  ['commercial_insured',       'benefit_exclusion', '· y ? y y ? ? y y', 'appeal_1'],
  ['commercial_self_funded',   'benefit_exclusion', '· y ? y y ? ? y y', 'appeal_1'],
  ['medicare_advantage',       'benefit_exclusion', '· y ? y · · · · y', 'reconsideration'],
  ['medicaid_managed_care',    'benefit_exclusion', '· y ? y y · · ? y', 'appeal_1'],
  ['commercial_insured',       'authorization',     'y · · y y ? · · y', 'correct_and_resubmit'],
  ['commercial_insured',       'documentation',     'y · · y y ? · · y', 'correct_and_resubmit'],
  ['commercial_insured',       'coding',            'y · · y y ? · · y', 'correct_and_resubmit'],
  ['commercial_insured',       'eligibility',       'y · · y y ? · · y', 'correct_and_resubmit'],
  ['commercial_insured',       'timely_filing',     'y · · y y ? · · ·', 'correct_and_resubmit'],
  ['commercial_insured',       'unclassified',      '? ? ? y y ? ? ? y', null],
  ['commercial_insured',       'not_a_denial',      '· · · · · · · · ·', null],
];

it.each(fresh)('%s, %s: %s, first %s', (plan, name, signsOf, first) => {
  expect([inShort(name, plan), after(name, plan).first.kind]).toEqual([signsOf, first]);
});

it('answers every route for every plan and class, closed ones with a whole sentence', () => {
  for (const plan of planTypes)
    for (const name of Object.keys(denialOf) as readonly ClassName[]) {
      const { routes, first } = after(name, plan);
      expect(routes.map(({ kind }) => kind)).toEqual(routeKinds);
      expect(first.why).toMatch(/\.$/);
      for (const route of routes)
        if (route.answer === 'yes') {
          expect(route.who).not.toBe('');
          expect(route.needs.length).toBeGreaterThan(0);
          for (const note of route.notes) expect(note).toMatch(/\.$/);
        } else expect(route.why).toMatch(/^[A-Z“].+\.$/);
      const recommended = routes.find(({ kind }) => kind === first.kind);
      expect([null, 'yes']).toContain(recommended?.answer ?? null);
    }
});

// prettier-ignore
it.each([
  // After the first level was upheld.
  ['commercial_insured',     { challenges: [argued('appeal_1', 'upheld')] },                                                          '· y · · · ? y · y', 'external_review'],
  ['commercial_insured',     { challenges: [argued('appeal_1', 'upheld'), argued('peer_to_peer', 'upheld')], secondLevel: true },      '· y · · · y · · y', 'appeal_2'],
  ['commercial_insured',     { challenges: [argued('appeal_1', 'upheld'), argued('peer_to_peer', 'upheld')], secondLevel: false },     '· y · · · · y · y', 'external_review'],
  ['marketplace',            { challenges: [argued('appeal_1', 'partly_overturned'), argued('peer_to_peer', 'upheld')] },              '· y · · · · y · y', 'external_review'],
  ['marketplace',            { challenges: [argued('appeal_1', 'upheld'), argued('peer_to_peer', 'upheld')], secondLevel: true },      '· y · · · · y · y', 'external_review'],
  // A level that runs is waited for.
  ['commercial_insured',     { challenges: [argued('appeal_1', 'sent')] },                                                            '· y y y · ? · · y', null],
  ['commercial_insured',     { challenges: [argued('appeal_1', 'upheld'), argued('appeal_2', 'received')] },                                                   '· y · · · ? · · y', null],
  ['commercial_insured',     { challenges: [argued('peer_to_peer', 'sent')] },                                                        '· y · y y ? · · y', 'appeal_1'],
  // The plan broke its own rules.
  ['commercial_insured',     { challenges: [argued('external_review', 'withdrawn', true), argued('peer_to_peer', 'upheld')] },         '· y · y y ? y · y', 'appeal_1'],
  // Medicare Advantage passes on what it upheld.
  ['medicare_advantage',     { challenges: [argued('reconsideration', 'upheld')] },                                                   '· y · · · · · · y', null],
  ['medicare_advantage',     { challenges: [argued('appeal_1', 'upheld')] },                                                        '· y · · · · · · y', null],
  ['original_medicare',      { challenges: [argued('appeal_1', 'upheld')] },                                                          '· y · · · y · · y', 'appeal_2'],
  // Won.
  ['commercial_insured',     { challenges: [argued('appeal_1', 'overturned')] },                                                      '· · · · · · · · ·', null],
] as const)('clinical, %s after %j: %s, first %s', (plan, more, signsOf, first) =>
  expect([inShort('clinical', plan, more), after('clinical', plan, more).first.kind]).toEqual([signsOf, first]),
);
