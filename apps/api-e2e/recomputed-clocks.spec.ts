import { clockTableAsOf, dayInWords } from '@stipple/domain';
import { Stage, mustBe, openStage } from './harness';
import { payerProfile } from './payer-story';
import { Team, caseWithPayer, requestFor, markReady, signInTeam, today } from './story';
import { watched } from './watch-story';

// Deadlines are computed for whoever asks. That one came out otherwise than before is told in the timeline.

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const sites = ['hand', 'wrist', 'elbow', 'knee', 'ankle'];
let site = 0;
const withPayer = () =>
  caseWithPayer(team, {
    planType: 'commercial_insured',
    bodySite: sites[site++ % sites.length],
    duplicateIntended: true,
  });
const words = (days: number) => dayInWords(today(team.clinic.timeZone, days));
const round = () => watched(stage.db.owner, team.clinic);
const told = async (caseId: string) =>
  (await team.coordinator.case(caseId)).timeline.filter(({ subject }) => subject === 'clock_change');

let profile = 0;
const describePayer = (more: object) =>
  team.coordinator.move(`/api/payers/${team.clinic.payerId}/profiles`, {
    version: profile++,
    ...payerProfile(team, { lines: ['commercial_insured'], clocks: [], ...more }),
  });
const ownFigure = (amount: number) => ({
  lineOfBusiness: 'commercial_insured',
  clock: 'decision_standard',
  amount,
  unit: 'calendar_days',
  starts: 'payer_received',
  source: 'Provider manual, 3.1',
});

it('tells of a rule that changed: what the deadline was, what it is now, and by what', async () => {
  const { caseId } = await withPayer();
  await round();
  expect(await told(caseId)).toEqual([]);

  await describePayer({ clocks: [ownFigure(5)] });
  await round();
  expect(await told(caseId)).toEqual([
    expect.objectContaining({
      words: 'Deadline changed',
      by: 'The system',
      data: {
        clock: 'decision_standard',
        was: words(15),
        became: words(5),
        rule: 'payer-decision_standard',
        source: 'Provider manual, 3.1',
        rulesAsOf: clockTableAsOf,
      },
    }),
  ]);

  // Once, however often it is looked at, and again when the law's own days hold again.
  await round();
  expect(await told(caseId)).toHaveLength(1);
  await describePayer({});
  await round();
  expect((await told(caseId))[0]).toMatchObject({
    data: { was: words(5), became: words(15), source: '29 CFR 2560.503-1(f)(2)(iii)(A)' },
  });
});

it('tells of another edition of the table of rules, which nobody in the clinic has touched', async () => {
  const { caseId } = await withPayer();
  await round();
  // As an earlier edition had said it.
  await stage.db.owner.query(
    `UPDATE stipple.kept_clock SET says = $2, rule = 'C11-before' WHERE case_id = $1`,
    [caseId, words(30)],
  );
  await round();
  expect(await told(caseId)).toEqual([
    expect.objectContaining({
      data: expect.objectContaining({ was: words(30), became: words(15), rule: 'C11' }),
    }),
  ]);
});

it('tells of a date that was recorded later: the receipt moves the end of what was an estimate', async () => {
  const { coordinator } = team;
  const { caseId, requestId } = await withPayer();
  await coordinator.move(`/api/auth-requests/${requestId}/withdrawals`, { version: 4, reason: 'Again' });
  const id = await coordinator.make(`/api/cases/${caseId}/auth-requests`, requestFor(team));
  await markReady(team, caseId, id);
  const submittedAt = Temporal.Now.instant().subtract({ hours: 72 }).toString();
  await coordinator.move(`/api/auth-requests/${id}/submissions`, {
    version: 2,
    channel: 'fax',
    submittedAt,
    reference: 'FAX-1',
  });
  await round();
  await coordinator.move(`/api/auth-requests/${id}/receipts`, {
    version: 3,
    payerReceivedAt: new Date().toISOString(),
  });
  await round();
  expect(await told(caseId)).toEqual([
    expect.objectContaining({ data: expect.objectContaining({ was: words(12), became: words(15) }) }),
  ]);
});

it('leaves what a manager has set to the manager’s own entry', async () => {
  const { caseId, requestId } = await withPayer();
  await round();
  const set = {
    version: 1,
    requestId,
    clock: 'decision_standard',
    dueOn: today(team.clinic.timeZone, 3),
    reason: 'Promised by phone.',
  };
  await team.manager.move(`/api/cases/${caseId}/clock-overrides`, set);
  await round();
  expect(await told(caseId)).toEqual([]);
});

it('is in the audit trail, and whoever holds a form of the case open is not told that it is stale', async () => {
  const { caseId } = await withPayer();
  await round();
  const { version } = await team.coordinator.case(caseId);
  await describePayer({ clocks: [ownFigure(4)] });
  await round();
  expect(await told(caseId)).toHaveLength(1);
  expect((await team.coordinator.case(caseId)).version).toBe(version);
  const { rows } = await stage.db.owner.query(
    `SELECT actor_id, detail FROM stipple.audit_entry WHERE case_id = $1 AND action = 'clock_change.record'`,
    [caseId],
  );
  expect(rows).toEqual([{ actor_id: null, detail: { seq: 1, from: 'nowhere', to: 'recorded' } }]);
});

it('nobody records one by hand: not the API, and not the application’s own role with a person’s name', async () => {
  const { caseId, requestId } = await withPayer();
  mustBe(404, await team.manager.post(`/api/cases/${caseId}/clock-changes`, {}));
  const client = await stage.db.owner.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO stipple.clock_change (clinic_id, case_id, state, seq, request_id, clock, was, became)
       VALUES ($1, $2, 'recorded', 1, $3, 'decision_standard', 'x', 'y') RETURNING id`,
      [team.clinic.id, caseId, requestId],
    );
    await expect(
      client.query(
        `INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, actor_id)
         VALUES ($1, $2, 'clock_change', $3, 1, 'nowhere', 'record', 'recorded', $4)`,
        [team.clinic.id, caseId, rows[0]?.id, team.clinic.manager.id],
      ),
    ).rejects.toMatchObject({ constraint: 'deadlines_change_by_themselves' });
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
});

it('keeps every clock that a manager may set: a name that is missing would be kept by nobody', async () => {
  const { rows } = await stage.db.owner.query<{ said: string }>(
    `SELECT DISTINCT pg_get_constraintdef(oid) AS said FROM pg_constraint WHERE conname IN ('kept_clock_clock_check', 'clock_override_clock_check')`,
  );
  expect(rows).toHaveLength(1);
});
