import { randomUUID } from 'node:crypto';
import type { CaseView } from '@stipple/contracts';
import { Browser, Stage, openStage } from './harness';
import { Team, openCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
let caseId: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
beforeEach(async () => void (caseId = await openCase(team, { duplicateIntended: true })));
afterAll(() => stage.close());

const billing = (by: Browser, body = 'Asked for a call back', more: object = {}) =>
  by.post<{ id: string }>(`/api/cases/${caseId}/billing-notes`, { body, ...more });
const clinical = (by: Browser, body = 'Extension is limited', more: object = {}) =>
  by.post<{ id: string }>(`/api/cases/${caseId}/clinical-notes`, { body, ...more });
const lanesOf = ({ notes, timeline }: CaseView) => ({
  notes: notes.map(({ lane }) => lane),
  timeline: timeline.map(({ subject }) => subject).filter((subject) => subject.endsWith('_note')),
});

it('lets each role write only in its lanes', async () => {
  const statuses = async (by: Browser) => [(await billing(by)).status, (await clinical(by)).status];
  expect(await statuses(team.coordinator)).toEqual([201, 403]);
  expect(await statuses(team.manager)).toEqual([201, 403]);
  expect(await statuses(team.physician)).toEqual([403, 201]);
  expect(await statuses(team.administrator)).toEqual([403, 403]);
});

it('shows a clinical note to coordinator and physician, and no trace of it to a manager', async () => {
  await billing(team.manager, 'Price agreed');
  await clinical(team.physician, 'Distress about the hand');
  for (const who of [team.coordinator, team.physician])
    expect(lanesOf(await who.case(caseId))).toEqual({
      notes: ['clinical', 'billing'],
      timeline: ['clinical_note', 'billing_note'],
    });
  const seen = await team.manager.case(caseId);
  expect(lanesOf(seen)).toEqual({ notes: ['billing'], timeline: ['billing_note'] });
  expect(JSON.stringify(seen)).not.toContain('Distress');
});

it('keeps a corrected note and says which one corrects it; once only', async () => {
  const first = (await billing(team.coordinator, 'Owes $100')).body.id;
  const second = await billing(team.manager, 'Owes $1,000', { correctsId: first });
  expect(second.status).toBe(201);
  const [newer, older] = (await team.coordinator.case(caseId)).notes;
  expect(newer).toMatchObject({
    body: 'Owes $1,000',
    correctsId: first,
    by: stage.clinic.manager.name,
  });
  expect(older).toMatchObject({ id: first, body: 'Owes $100', correctsId: null });
  const again = { body: 'Owes nothing', correctsId: first };
  expect(await team.coordinator.refused(`/api/cases/${caseId}/billing-notes`, again)).toEqual([
    'corrected_already',
  ]);
});

it('corrects no note of another lane, of another case, or of nowhere', async () => {
  const other = (await clinical(team.physician)).body.id;
  for (const correctsId of [other, randomUUID()])
    expect((await billing(team.coordinator, 'No', { correctsId })).status).toBe(404);
  const mine = (await billing(team.coordinator)).body.id;
  caseId = await openCase(team, { duplicateIntended: true });
  expect((await billing(team.coordinator, 'No', { correctsId: mine })).status).toBe(404);
});

it('takes 4,000 characters, and neither more nor none', async () => {
  expect((await billing(team.coordinator, 'é'.repeat(4000))).status).toBe(201);
  for (const body of ['é'.repeat(4001), '  \n'])
    expect((await billing(team.coordinator, body)).problem.refusals[0]?.field).toBe('body');
});

it('writes no text of a note into events, audit trail or remembered answers', async () => {
  await clinical(team.physician, 'Unmistakable words');
  await billing(team.coordinator, 'Unmistakable words');
  for (const table of ['case_event', 'audit_entry', 'idempotency_record']) {
    const { rows } = await stage.db.owner.query(
      `SELECT 1 FROM stipple.${table} t WHERE t::text LIKE '%Unmistakable%'`,
    );
    expect([table, rows]).toEqual([table, []]);
  }
});

describe('raw SQL by the application’s role', () => {
  /** Acts for a person, as the API does; without one for nobody in particular. */
  async function acting<T>(staffId: string | null, sql: string, values: unknown[] = []): Promise<T[]> {
    const client = await stage.db.application.connect();
    try {
      await client.query('BEGIN');
      await client.query(
        `SELECT set_config('stipple.clinic', $1, true), set_config('stipple.staff', $2, true)`,
        [stage.clinic.id, staffId ?? ''],
      );
      return (await client.query(sql, values)).rows as T[];
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  beforeEach(async () => {
    await billing(team.coordinator);
    await clinical(team.physician);
  });

  it('finds the notes of the person’s lanes only', async () => {
    const seen = async (staffId: string | null) =>
      acting(
        staffId,
        `SELECT 'billing' AS lane FROM stipple.billing_note WHERE case_id = $1
          UNION ALL SELECT 'clinical' FROM stipple.clinical_note WHERE case_id = $1`,
        [caseId],
      ).then((rows) => rows.map((row) => (row as { lane: string }).lane));
    const { coordinator, physician, manager, administrator } = stage.clinic;
    expect(await seen(coordinator.id)).toEqual(['billing', 'clinical']);
    expect(await seen(physician.id)).toEqual(['billing', 'clinical']);
    expect(await seen(manager.id)).toEqual(['billing']);
    expect(await seen(administrator.id)).toEqual([]);
    expect(await seen(null)).toEqual([]);
  });

  it.each(['billing_note', 'clinical_note'])('changes and removes no %s', async (table) => {
    const me = stage.clinic.physician.id;
    await expect(acting(me, `UPDATE stipple.${table} SET body = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(acting(me, `DELETE FROM stipple.${table}`)).rejects.toThrow(/permission denied/);
  });

  it('writes no clinical note for a manager or a coordinator', async () => {
    const insert = `INSERT INTO stipple.clinical_note (clinic_id, case_id, state, seq, body) VALUES ($1, $2, 'written', 1, 'x')`;
    for (const person of [stage.clinic.manager, stage.clinic.coordinator])
      await expect(acting(person.id, insert, [stage.clinic.id, caseId])).rejects.toThrow(
        /row-level security/,
      );
    await expect(acting(stage.clinic.physician.id, insert, [stage.clinic.id, caseId])).resolves.toBeDefined();
  });

  it('backdates none', async () => {
    const insert = `INSERT INTO stipple.clinical_note (clinic_id, case_id, state, seq, body, recorded_at) VALUES ($1, $2, 'written', 1, 'x', '2020-01-01')`;
    await expect(acting(stage.clinic.physician.id, insert, [stage.clinic.id, caseId])).rejects.toThrow(
      /permission denied/,
    );
  });
});
