import type { PolicyCheck } from '@stipple/contracts';
import { Criterion, blueHeronScar4 } from '@stipple/domain';
import { Stage, mustBe, openStage } from './harness';
import { draftedPolicy, publishedPolicy } from './payer-story';
import { Team, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const path = () => `/api/payers/${team.clinic.payerId}`;
const kept = async () =>
  (await stage.db.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM stipple.policy_version')).rows[0]
    ?.n;

const [first] = blueHeronScar4.criteria as unknown as [Criterion];
const asking = (condition: unknown) => ({ ...blueHeronScar4, criteria: [{ ...first, condition }] });
const impossible: Criterion = {
  ...first,
  id: 'from_surgery',
  label: 'The scar comes from an operation',
  condition: { fact: 'cause_of_scar', is: 'surgery' },
};

it.each([
  ['an unknown fact', asking({ fact: 'shoe_size', atLeast: 4 }), 'policy.criteria.0.condition.fact'],
  [
    'a value out of range',
    asking({ any: [{ fact: 'vss_total', atLeast: 14 }] }),
    'policy.criteria.0.condition.any.0.atLeast',
  ],
  [
    'a question that cannot be asked of a fact',
    asking({ fact: 'pain', includesAny: ['L90'] }),
    'policy.criteria.0.condition.includesAny',
  ],
  [
    'a criterion without the payer’s words',
    { ...blueHeronScar4, criteria: [{ ...first, quote: ' ' }] },
    'policy.criteria.0.quote',
  ],
  ['an end before its beginning', { ...blueHeronScar4, effectiveTo: '2026-06-30' }, 'policy.effectiveTo'],
  [
    'an unknown line of business',
    { ...blueHeronScar4, linesOfBusiness: ['platinum'] },
    'policy.linesOfBusiness.0',
  ],
  [
    'a future read day',
    { ...blueHeronScar4, source: { ...blueHeronScar4.source, readOn: '2199-01-01' } },
    'policy.source.readOn',
  ],
  ['a day that does not exist', { ...blueHeronScar4, effectiveFrom: '2026-02-30' }, 'policy.effectiveFrom'],
  ['something that has no meaning', { ...blueHeronScar4, payer: 'Blue Heron' }, 'policy'],
  ['nothing at all', {}, 'policy.number'],
  ['text that cannot be stored', { ...blueHeronScar4, title: 'a\u0000b' }, 'policy'],
])('takes no draft with %s, and names the path', async (_, policy, field) => {
  const answer = await team.coordinator.post(`${path()}/policy-versions`, { policy });
  expect([answer.status, answer.problem.refusals.map((one) => one.field)]).toEqual([
    400,
    expect.arrayContaining([field]),
  ]);
  expect(await kept()).toBe(0);
});

it('takes no document of a megabyte, and says that it is too large', async () => {
  const policy = { ...blueHeronScar4, title: 'x'.repeat(1_048_576) };
  const answer = await team.coordinator.post(`${path()}/policy-versions`, { policy });
  expect([answer.status, answer.problem.code]).toEqual([413, 'too_large']);
  expect(await kept()).toBe(0);
});

it('keeps a draft that contradicts itself, shows the pair, and does not publish it', async () => {
  const id = await draftedPolicy(team, { criteria: [...blueHeronScar4.criteria, impossible] });
  const answer = await team.manager.post(`/api/policy-versions/${id}/publications`, { version: 1 });
  expect(answer.problem.refusals).toEqual([
    {
      code: 'required_never_together',
      sentence:
        '“The scar comes from a burn or another external injury” and “The scar comes from an operation” can never be met together. (external_trauma, from_surgery)',
      field: 'policy.criteria',
    },
  ]);
  const view = mustBe(200, await team.coordinator.get<PolicyCheck>(`/api/policy-versions/${id}`));
  expect(view.findings.map(({ criteria }) => criteria)).toEqual([['external_trauma', 'from_surgery']]);
  await stage.db.owner.query('DELETE FROM stipple.policy_version');
});

describe('a check', () => {
  const check = (policy: unknown) => team.manager.post<PolicyCheck>(`${path()}/policy-checks`, { policy });

  it('says what is wrong by its path, or what a document means', async () => {
    const wrong = await check(asking({ fact: 'shoe_size', is: 4 }));
    expect([wrong.status, wrong.problem.refusals.map(({ field }) => field)]).toEqual([
      400,
      ['policy.criteria.0.condition.fact'],
    ]);
    const { findings, timeline, sentences } = mustBe(201, await check(blueHeronScar4));
    expect([findings, timeline]).toEqual([[], []]);
    expect(sentences).toContain('Authorization for 17999: required.');
  });

  it('knows the day of the clinic, contradictions, and what is published already; and keeps nothing', async () => {
    await publishedPolicy(team);
    const readOn = today(team.clinic.timeZone, 1);
    const early = await check({ ...blueHeronScar4, source: { ...blueHeronScar4.source, readOn } });
    expect([early.status, early.problem.refusals[0]?.field]).toEqual([400, 'policy.source.readOn']);
    const criteria = [...blueHeronScar4.criteria, impossible];
    const found = mustBe(201, await check({ ...blueHeronScar4, version: '5', criteria }));
    expect(found.findings.map(({ code, criteria: pair }) => [code, ...pair])).toEqual([
      ['required_never_together', 'external_trauma', 'from_surgery'],
    ]);
    expect(found.timeline.map(({ code, fromOn }) => [code, fromOn])).toEqual([
      ['versions_overlap', '2026-07-01'],
    ]);
    expect(await kept()).toBe(1);
  });
});

it('publishes its JSON Schema, which names every fact', async () => {
  const schema = mustBe(200, await team.physician.get<Record<string, unknown>>('/api/payers/policy-schema'));
  expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
  const text = JSON.stringify(schema);
  for (const name of ['cause_of_scar', 'failed_treatments', 'device_cleared', 'months_since_injury'])
    expect(text).toContain(`"const":"${name}"`);
});
