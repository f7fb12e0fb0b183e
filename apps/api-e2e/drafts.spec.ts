import { randomUUID } from 'node:crypto';
import { DraftView, SavedDraft, draftHeader } from '@stipple/contracts';
import { someDraft } from './draft-story';
import { Browser, Stage, mustBe, openStage } from './harness';
import { makeStaff } from './staff-story';
import { Team, letterText, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
let caseId: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  caseId = await openCase(team, { bodySite: 'hand' });
});
afterAll(() => stage.close());
beforeEach(() => stage.db.owner.query('DELETE FROM stipple.draft'));

const typed = (text: string) => [{ name: 'reason', shown: '', typed: text }];
const save = async (more: object, by: Browser = team.coordinator) =>
  SavedDraft.parse(mustBe(201, await by.post('/api/drafts', { ...someDraft(team, caseId), ...more })));
const draftsOf = async (by: Browser, query = '') =>
  mustBe(200, await by.get<DraftView[]>(`/api/drafts${query}`)).map((one) => DraftView.parse(one));

it('keeps what was typed, and tells whose it is about', async () => {
  const saved = await save({});
  expect(await draftsOf(team.coordinator)).toEqual([
    expect.objectContaining({
      id: saved.id,
      caseId,
      caseNumber: (await team.coordinator.case(caseId)).number,
      patientName: expect.stringContaining(', '),
      words: 'Reopen case',
      savedAt: saved.savedAt,
      fields: typed('The family called again'),
    }),
  ]);
});

it('keeps one draft per form: the same again replaces it, another form is another draft', async () => {
  const first = await save({ counter: 1, fields: typed('one') });
  const second = await save({ counter: 2, fields: typed('two') });
  expect(second.id).toBe(first.id);
  await save({ move: 'close' });
  await save({ caseId: null });
  expect(await draftsOf(team.coordinator)).toHaveLength(3);
  expect(await draftsOf(team.coordinator, `?caseId=${caseId}`)).toHaveLength(2);
  expect((await draftsOf(team.coordinator, '?caseId=new')).map((one) => one.caseId)).toEqual([null]);
});

it('never lets a late request overwrite a newer one, whatever the order in which they arrive', async () => {
  const counters = Array.from({ length: 24 }, (_, index) => index + 1).sort(() => Math.random() - 0.5);
  await Promise.all(counters.map((counter) => save({ counter, fields: typed(`state ${counter}`) })));
  const late = await save({ counter: 3, fields: typed('late') });
  expect(late.counter).toBe(24);
  expect((await draftsOf(team.coordinator))[0]?.fields).toEqual(typed('state 24'));
});

it('shows a draft to nobody but its author, and lets nobody else throw it away', async () => {
  const { id } = await save({});
  const other = await makeStaff(stage, 'coordinator');
  for (const browser of [other, team.manager, team.physician]) {
    expect(await draftsOf(browser)).toEqual([]);
    expect((await browser.post(`/api/drafts/${id}/discards`, { counter: 9 })).status).toBe(404);
  }
  expect(await draftsOf(team.coordinator)).toHaveLength(1);
});

it('takes nothing that somebody else typed before on the same screen', async () => {
  expect(await team.manager.refused('/api/drafts', someDraft(team, caseId))).toEqual(['not_the_author']);
});

it('knows the case and the thing that a draft is about', async () => {
  const letter = await team.coordinator.make(`/api/cases/${caseId}/letters`, letterText);
  const elsewhere = await openCase(team, { bodySite: 'foot' });
  const about = (subjectId: string) => ({ subject: 'letter', subjectId, move: 'revise' });
  await save(about(letter));
  for (const wrong of [
    { caseId: randomUUID() },
    about(randomUUID()),
    { ...about(letter), caseId: elsewhere },
  ]) {
    const answer = await team.coordinator.post('/api/drafts', { ...someDraft(team, caseId), ...wrong });
    expect([answer.status, answer.problem.code]).toEqual([404, 'not_found']);
  }
});

it('is gone once discarded, and a save that comes late does not bring it back', async () => {
  const { id } = await save({ counter: 5 });
  await team.coordinator.move(`/api/drafts/${id}/discards`, { counter: 7 });
  await team.coordinator.move(`/api/drafts/${id}/discards`, { counter: 7 });
  await save({ counter: 6, fields: typed('late') });
  expect(await draftsOf(team.coordinator)).toEqual([]);
  const { rows } = await stage.db.owner.query('SELECT fields FROM stipple.draft');
  expect(rows).toEqual([{ fields: [] }]);
  await save({ counter: 8, fields: typed('typed anew') });
  expect(await draftsOf(team.coordinator)).toHaveLength(1);
});

describe('sending the form', () => {
  const send = (body: object, { id, counter }: SavedDraft) =>
    team.coordinator.send('POST', `/api/cases/${caseId}/touches`, JSON.stringify(body), {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      [draftHeader]: `${id} ${counter}`,
    });
  const form = { move: 'plan_touch', fields: typed('2027-01-01') };

  it('ends its draft with it', async () => {
    const draft = await save({ ...form, counter: 4 });
    const { version } = await team.coordinator.case(caseId);
    mustBe(204, await send({ version, nextTouchOn: today(team.clinic.timeZone, 3) }, draft));
    expect(await draftsOf(team.coordinator)).toEqual([]);
    await save({ ...form, counter: 4, fields: typed('late') });
    expect(await draftsOf(team.coordinator)).toEqual([]);
  });

  it('keeps the draft when it is refused', async () => {
    const draft = await save(form);
    expect((await send({ version: 99, nextTouchOn: today(team.clinic.timeZone, 3) }, draft)).status).toBe(
      409,
    );
    expect(await draftsOf(team.coordinator)).toHaveLength(1);
  });
});

it('leaves no trace of what was typed in the audit trail, and no entry at all', async () => {
  const entries = async () =>
    (await stage.db.owner.query('SELECT count(*)::int AS n FROM stipple.audit_entry')).rows[0];
  const before = await entries();
  const { id } = await save({ counter: 1 });
  await team.coordinator.move(`/api/drafts/${id}/discards`, { counter: 2 });
  expect(await entries()).toEqual(before);
});

it('is removed 30 days after its author last typed, by a job that comes with it', async () => {
  const { id } = await save({ counter: 1 });
  await save({ counter: 2 });
  const job = `SELECT run_at::date - now()::date AS days FROM graphile_worker.jobs WHERE task_identifier = 'draft-expiry'`;
  const { rows } = await stage.db.owner.query(job);
  expect(rows.at(-1)).toEqual({ days: 30 });
  await stage.db.owner.query(`UPDATE stipple.draft SET saved_at = now() - interval '31 days'`);
  await stage.db.owner.query(
    `SELECT graphile_worker.add_job('draft-expiry', json_build_object('clinicId', $1::uuid, 'draftId', $2::uuid))`,
    [team.clinic.id, id],
  );
  const deadline = Date.now() + 20_000;
  const left = async () => (await stage.db.owner.query('SELECT FROM stipple.draft')).rowCount;
  while ((await left()) !== 0 && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await left()).toBe(0);
});
