import { PayerView, PolicyVersionView } from '@stipple/contracts';
import { PolicyComparison, PolicyVersion, blueHeronScar3, blueHeronScar4 } from '@stipple/domain';
import { Stage, mustBe, openStage } from './harness';
import { draftedPolicy, policyView, publishedPolicy } from './payer-story';
import { Team, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());
afterEach(() => stage.db.owner.query('DELETE FROM stipple.policy_version'));

const at = (id: string, noun: string) => `/api/policy-versions/${id}/${noun}`;
const drafts = () => `/api/payers/${team.clinic.payerId}/policy-versions`;
const next: Partial<PolicyVersion> = { version: '5', effectiveFrom: '2031-01-01' };

it('is drafted, revised and published, each by who may, and then stays as it is', async () => {
  const id = await draftedPolicy(team, { title: 'First try' });
  await team.administrator.move(at(id, 'revisions'), { version: 1, policy: blueHeronScar4 });
  const draft = PolicyVersionView.parse(await policyView(team, id));
  expect(draft).toMatchObject({
    state: 'draft',
    version: 2,
    key: 'BH-SCAR-07 v4',
    title: 'Treatment of scars',
    findings: [],
    timeline: [],
    changedBy: 'Ada Administrator',
    publishedBy: null,
  });
  expect(draft.policy).toEqual(blueHeronScar4);
  expect(draft.sentences[0]).toMatch(/^BH-SCAR-07 v4, “Treatment of scars”, applies from 1 July 2026 for: /);
  expect((await team.coordinator.post(at(id, 'publications'), { version: 2 })).status).toBe(403);
  await team.manager.move(at(id, 'publications'), { version: 2 });
  expect(await policyView(team, id)).toMatchObject({
    state: 'published',
    version: 3,
    publishedBy: 'Max Manager',
  });
  for (const [by, noun, body] of [
    [team.coordinator, 'revisions', { version: 3, policy: blueHeronScar3 }],
    [team.coordinator, 'discards', { version: 3 }],
    [team.manager, 'publications', { version: 3 }],
  ] as const)
    expect(await by.refused(at(id, noun), body)).toEqual(['policy_published']);
});

it('ends what has no end the day before it begins, if it is told to', async () => {
  const old = await publishedPolicy(team);
  const id = await draftedPolicy(team, next);
  const overlap = await team.manager.post(at(id, 'publications'), { version: 1 });
  expect(overlap.problem.refusals).toEqual([
    {
      code: 'versions_overlap',
      sentence:
        'BH-SCAR-07 v4 and BH-SCAR-07 v5 both apply from 1 January 2031 on (Commercial, insured; Marketplace or individual plan).',
      field: 'effectiveFrom',
    },
  ]);
  await team.manager.move(at(id, 'publications'), {
    version: 1,
    effectiveFrom: '2031-02-01',
    endsEarlier: true,
  });
  const ended = await policyView(team, old);
  expect([ended.state, ended.appliesTo, ended.policy]).toEqual(['published', '2031-01-31', blueHeronScar4]);
  expect((await policyView(team, id)).policy.effectiveFrom).toBe('2031-02-01');
  const { versions, findings } = PayerView.parse(
    mustBe(200, await team.physician.get(`/api/payers/${team.clinic.payerId}`)),
  );
  expect(versions.map(({ key, appliesTo }) => [key, appliesTo])).toEqual([
    ['BH-SCAR-07 v5', null],
    ['BH-SCAR-07 v4', '2031-01-31'],
  ]);
  expect(findings).toEqual([]);
});

it('is withdrawn with a reason, leaves a gap that is told, and makes room for its correction', async () => {
  const [old, id] = [
    await publishedPolicy(team, { effectiveTo: '2026-12-31' }),
    await publishedPolicy(team, { ...next, effectiveFrom: '2027-02-01' }),
  ];
  const told = mustBe(200, await team.manager.get<PayerView>(`/api/payers/${team.clinic.payerId}`));
  expect(told.findings.map(({ code, fromOn, toOn }) => [code, fromOn, toOn])).toEqual([
    ['versions_gap', '2027-01-01', '2027-01-31'],
  ]);
  await team.manager.move(at(id, 'withdrawals'), { version: 2, reason: 'It was the draft of another plan' });
  expect(await policyView(team, id)).toMatchObject({
    state: 'withdrawn',
    withdrawnBecause: 'It was the draft of another plan',
  });
  await publishedPolicy(team, { ...next, effectiveFrom: '2027-01-01' });
  expect((await policyView(team, old)).state).toBe('published');
});

it('is discarded while it is a draft, and then listed no more', async () => {
  const id = await draftedPolicy(team);
  await team.coordinator.move(at(id, 'discards'), { version: 1 });
  const { versions } = mustBe(200, await team.manager.get<PayerView>(`/api/payers/${team.clinic.payerId}`));
  expect(versions).toEqual([]);
  expect(await team.manager.refused(at(id, 'publications'), { version: 2 })).toEqual(['policy_discarded']);
});

it('is not revised over somebody else’s revision', async () => {
  const id = await draftedPolicy(team);
  await team.administrator.move(at(id, 'revisions'), { version: 1, policy: blueHeronScar4 });
  const answer = await team.coordinator.post(at(id, 'revisions'), { version: 1, policy: blueHeronScar3 });
  expect([answer.status, answer.problem.code, answer.problem.current?.['changedBy']]).toEqual([
    409,
    'stale',
    'Ada Administrator',
  ]);
});

it('is published by one of two who do it at once, where both cannot be in force', async () => {
  const ids = [await draftedPolicy(team), await draftedPolicy(team, { version: '4a' })];
  const answers = await Promise.all(
    ids.map((id) => team.manager.post(at(id, 'publications'), { version: 1 })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
});

it('comes out as it went in: what is exported can be imported', async () => {
  const id = await publishedPolicy(team);
  const exported = await team.physician.get<PolicyVersion>(at(id, 'export'));
  expect(exported.headers.get('content-disposition')).toBe('attachment; filename="BH-SCAR-07-v4.json"');
  expect(exported.body).toEqual(blueHeronScar4);
  const copy = await team.coordinator.make(drafts(), { policy: exported.body });
  expect((await policyView(team, copy)).policy).toEqual(blueHeronScar4);
});

it('is compared with another version, criterion by criterion', async () => {
  const [third, fourth] = [await publishedPolicy(team, blueHeronScar3), await draftedPolicy(team)];
  const comparison = mustBe(
    200,
    await team.physician.get<PolicyComparison>(`${at(fourth, 'comparison')}?with=${third}`),
  );
  expect(comparison.criteria.map(({ id, kind, parts }) => [id, kind, parts.join()])).toEqual([
    ['external_trauma', 'same', ''],
    ['function_impaired', 'changed', 'label,quote,rule'],
    ['listed_modality_failed', 'added', ''],
    ['appearance_only', 'same', ''],
    ['symptoms', 'same', ''],
    ['conservative_care_failed', 'removed', ''],
  ]);
  expect(comparison.others).toEqual([
    {
      what: 'Applies',
      before: 'from 1 January 2024 to 30 June 2026',
      after: 'from 1 July 2026',
    },
  ]);
});
