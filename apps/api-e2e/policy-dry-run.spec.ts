import type { DryRunPage } from '@stipple/contracts';
import { Criterion, blueHeronScar4 } from '@stipple/domain';
import { Stage, mustBe, openStage } from './harness';
import { draftedPolicy, dryRun, policyView, publishedPolicy } from './payer-story';
import { evidenceOf, screening } from './screening-story';
import { Team, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
let surgical: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  const injuredOn = today(team.clinic.timeZone, -30);
  await openCase(team, { bodySite: 'neck', side: 'midline', injuredOn });
  surgical = await openCase(team, { bodySite: 'back', side: 'midline', cause: 'surgery', injuredOn });
  await openCase(team, { bodySite: 'face', side: 'midline', cause: 'acne', planType: 'medicare_advantage' });
});
afterAll(() => stage.close());
afterEach(async () => {
  await stage.db.owner.query('TRUNCATE stipple.policy_dry_run CASCADE');
  await stage.db.owner.query('DELETE FROM stipple.policy_version');
});

const wider: readonly Criterion[] = blueHeronScar4.criteria.map((one) =>
  one.id === 'external_trauma'
    ? {
        ...one,
        label: 'An injury or an operation',
        condition: { fact: 'cause_of_scar', oneOf: ['burn', 'trauma', 'surgery'] },
      }
    : one,
);
const next = { version: '5', effectiveFrom: '2031-01-01' };
const changes = async (runId: string, query = '', by = team.coordinator) =>
  mustBe(200, await by.get<DryRunPage>(`/api/policy-dry-runs/${runId}/changes${query}`));

it('tells which past cases a new version changes, and in which criteria', async () => {
  const before = await publishedPolicy(team);
  const id = await draftedPolicy(team, { ...next, criteria: wider });
  const run = await dryRun(team, id, { version: 1 });
  expect(run).toMatchObject({
    state: 'done',
    against: 'BH-SCAR-07 v4',
    againstId: before,
    // The third case has another kind of plan.
    casesTotal: 2,
    casesDone: 2,
    casesChanged: 1,
    outcomesChanged: 1,
    sentence: '1 of 2 past cases changes its outcome.',
    isCurrent: true,
    by: 'Billie Coordinator',
  });
  const turned = {
    id: 'external_trauma',
    label: 'An injury or an operation',
    before: 'not met',
    after: 'met',
  };
  expect(await changes(run.id)).toEqual({
    criteria: [{ ...turned, cases: 1 }],
    rows: [
      {
        caseId: surgical,
        caseNumber: 2,
        before: 'cosmetic',
        after: 'uncertain',
        outcomeChanges: true,
        criteria: [turned],
      },
    ],
    next: null,
  });
  expect(await policyView(team, id)).toMatchObject({ dryRun: { id: run.id, isCurrent: true } });
  await team.coordinator.move(`/api/policy-versions/${id}/revisions`, {
    version: 1,
    policy: { ...blueHeronScar4, ...next },
  });
  expect(await policyView(team, id)).toMatchObject({ dryRun: { id: run.id, isCurrent: false } });
});

it('compares with the version that is named, and with the general rules where there is none', async () => {
  const id = await draftedPolicy(team, next);
  expect(await dryRun(team, id, { version: 1 })).toMatchObject({
    state: 'done',
    against: null,
    casesTotal: 2,
  });
  const [near, named] = [
    await publishedPolicy(team),
    await publishedPolicy(team, {
      version: '1',
      effectiveFrom: '2020-01-01',
      effectiveTo: '2020-12-31',
      criteria: wider,
    }),
  ];
  expect(await dryRun(team, id, { version: 1 })).toMatchObject({ againstId: near, casesChanged: 0 });
  const run = await dryRun(team, id, { version: 1, againstId: named });
  expect(run).toMatchObject({ againstId: named, casesChanged: 1 });
  expect((await changes(run.id, '?outcome=changed')).rows[0]).toMatchObject({
    before: 'uncertain',
    after: 'cosmetic',
  });
});

it('goes on where it was when the process dies, and counts nothing twice', async () => {
  await publishedPolicy(team);
  const id = await draftedPolicy(team, { ...next, criteria: wider });
  const { owner } = stage.db;
  const first = await dryRun(team, id, { version: 1 });
  // As if it had died after the newest case: the rest of its work is a job again.
  await owner.query(
    `UPDATE stipple.policy_dry_run SET state = 'running', before_number = 2, cases_done = 1, cases_changed = 1, outcomes_changed = 1 WHERE id = $1`,
    [first.id],
  );
  const payload = JSON.stringify({ clinicId: team.clinic.id, runId: first.id });
  await owner.query(`SELECT graphile_worker.add_job('policy-dry-run', payload => $1::json)`, [payload]);
  for (let tries = 0; tries < 200; tries++) {
    const run = mustBe(
      200,
      await team.coordinator.get<{ state: string }>(`/api/policy-dry-runs/${first.id}`),
    );
    if (run.state === 'done') break;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  expect(mustBe(200, await team.coordinator.get(`/api/policy-dry-runs/${first.id}`))).toMatchObject({
    state: 'done',
    casesDone: 2,
    casesChanged: 1,
  });
  expect((await changes(first.id)).rows).toHaveLength(1);
});

it('does not try a version that was withdrawn', async () => {
  const id = await publishedPolicy(team);
  await team.manager.move(`/api/policy-versions/${id}/withdrawals`, { version: 2, reason: 'Misread' });
  expect(await team.coordinator.refused(`/api/policy-versions/${id}/dry-runs`, { version: 3 })).toEqual([
    'policy_withdrawn',
  ]);
});

describe('on what is on record', () => {
  /** Asks for a failed treatment of any kind instead of a listed one. */
  const milder: readonly Criterion[] = blueHeronScar4.criteria.map((one) =>
    one.id === 'listed_modality_failed'
      ? { ...one, condition: { fact: 'failed_treatments_count', atLeast: 1 } }
      : one,
  );

  it('judges by evidence, and each case comes out as its screening page says under either version', async () => {
    const bare = await openCase(team, { bodySite: 'hand', duplicateIntended: true });
    const shown = await openCase(team, { bodySite: 'hand', duplicateIntended: true });
    const worded = await openCase(team, { bodySite: 'hand', duplicateIntended: true });
    await evidenceOf(team, shown).all();
    await evidenceOf(team, worded).all();
    await team.physician.make(`/api/cases/${worded}/clinical-notes`, {
      body: 'Wants it for cosmetic reasons only.',
    });
    // The version that is in force tells on each case's page what the dry run has to say of it.
    const pages = async () =>
      Promise.all(
        [bare, shown, worded].map(async (id) => (await screening(team.physician, id)).result.outcome),
      );
    const strict = await publishedPolicy(team, { effectiveFrom: '2020-01-01' });
    const before = await pages();
    await team.manager.move(`/api/policy-versions/${strict}/withdrawals`, {
      version: 2,
      reason: 'Tried out',
    });
    const mild = await publishedPolicy(team, { version: '5', effectiveFrom: '2020-01-01', criteria: milder });
    const after = await pages();
    expect(before[1]).not.toBe(after[1]);

    const id = await draftedPolicy(team, { version: '6', effectiveFrom: '2031-01-01' });
    const run = await dryRun(team, id, { version: 1, againstId: mild });
    expect(run).toMatchObject({ state: 'done', against: 'BH-SCAR-07 v5' });
    const { rows } = await changes(run.id);
    const outcomes = [bare, shown, worded].map((caseId, index) => {
      const change = rows.find((row) => row.caseId === caseId);
      // A case that is not listed comes out the same, in outcome and in each criterion.
      return change ? [change.before, change.after] : [after[index], after[index]];
    });
    expect(outcomes).toEqual(after.map((outcome, index) => [outcome, before[index]]));
    expect(rows.map(({ caseId }) => caseId)).toContain(shown);
    expect(rows.map(({ caseId }) => caseId)).not.toContain(bare);
  });

  it('tells managers how many cases turn in a criterion, and not in which', async () => {
    const shown = await openCase(team, { bodySite: 'knee', duplicateIntended: true });
    await evidenceOf(team, shown).all();
    const before = await publishedPolicy(team, { effectiveFrom: '2020-01-01' });
    const id = await draftedPolicy(team, { ...next, criteria: milder });
    const run = await dryRun(team, id, { version: 1, againstId: before });
    const told = await changes(run.id);
    const seen = await changes(run.id, '', team.manager);
    expect(told.rows.find(({ caseId }) => caseId === shown)?.criteria).toEqual([
      { id: 'listed_modality_failed', label: expect.any(String), before: 'not met', after: 'met' },
    ]);
    expect(seen.criteria).toEqual(told.criteria);
    expect(seen.criteria[0]?.cases).toBeGreaterThan(0);
    expect(seen.rows.map(({ criteria }) => criteria)).toEqual(told.rows.map(() => null));
    expect(seen.rows.map(({ caseNumber }) => caseNumber)).toEqual(told.rows.map((row) => row.caseNumber));

    // In the database too: for a manager, and for a job whose run has ended.
    const counted = async (setting: string, value: string, table: string) => {
      const client = await stage.db.application.connect();
      try {
        await client.query('BEGIN');
        await client.query(`SELECT set_config('stipple.clinic', $1, true), set_config($2, $3, true)`, [
          team.clinic.id,
          setting,
          value,
        ]);
        return (await client.query(`SELECT FROM stipple.${table}`)).rowCount;
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    };
    const criteria = 'policy_dry_run_criterion';
    expect(await counted('stipple.staff', team.clinic.manager.id, criteria)).toBe(0);
    expect(await counted('stipple.staff', team.clinic.coordinator.id, criteria)).toBeGreaterThan(0);
    for (const table of ['evidence', 'treatment_tried', 'clinical_note'])
      expect(await counted('stipple.dry_run', run.id, table)).toBe(0);
    await stage.db.owner.query(`UPDATE stipple.policy_dry_run SET state = 'running' WHERE id = $1`, [run.id]);
    expect(await counted('stipple.dry_run', run.id, 'evidence')).toBeGreaterThan(0);
  });
});
