import { setTimeout as pause } from 'node:timers/promises';
import { makeClinic } from '@stipple/testing';
import { EventStream } from './event-stream';
import { Browser, Stage, openStage } from './harness';
import { Team, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
let caseId: string;
let version = 1;
const streams: EventStream[] = [];
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  caseId = await openCase(team);
});
afterEach(() => streams.splice(0).forEach((stream) => stream.close()));
afterAll(() => stage.close());

const listen = async (browser: Browser, lastEventId?: string) => {
  const stream = await EventStream.open(stage, browser, lastEventId);
  streams.push(stream);
  return stream;
};
const touch = () =>
  team.coordinator.move(`/api/cases/${caseId}/touches`, {
    version: version++,
    nextTouchOn: today(team.clinic.timeZone, version % 9),
  });
const seqOf = async (stream: EventStream, count: number) => {
  await stream.until(() => stream.heard.length >= count);
  return stream.heard.map((heard) => heard.data.move);
};

it('reaches every colleague within a second, with ids only', async () => {
  const [physician, manager] = [await listen(team.physician), await listen(team.manager)];
  await touch();
  for (const stream of [physician, manager]) {
    const heard = await stream.until(({ data }) => data.caseId === caseId);
    expect(heard).toEqual({
      id: expect.stringMatching(/^\d+-\d+$/),
      event: 'moved',
      data: { caseId, subject: 'treatment_case', subjectId: caseId, move: 'plan_touch' },
    });
  }
});

it('tells what raw SQL wrote too, without any wake-up', async () => {
  const stream = await listen(team.physician);
  const { id: clinicId, coordinator } = team.clinic;
  await stage.db.owner.query(
    `WITH moved AS (UPDATE stipple.treatment_case SET seq = seq + 1 WHERE id = $1 RETURNING seq)
     INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, actor_id)
     SELECT $2, $1, 'treatment_case', $1, seq, 'open', 'assign', 'open', $3 FROM moved`,
    [caseId, clinicId, coordinator.id],
  );
  version += 1;
  await stream.until(({ data }) => data.move === 'assign');
});

it('resumes where the browser left off, each event once and in order', async () => {
  const before = await listen(team.physician);
  await touch();
  const first = await before.until(({ data }) => data.caseId === caseId);
  before.close();
  for (let times = 0; times < 3; times++) await touch();
  const after = await listen(team.physician, first.id);
  await touch();
  expect(await seqOf(after, 4)).toEqual(['plan_touch', 'plan_touch', 'plan_touch', 'plan_touch']);
  await pause(700);
  expect(after.heard).toHaveLength(4);
  expect(new Set(after.heard.map((heard) => heard.id)).size).toBe(4);
});

it('gives a browser its place at once, so that it can resume before it has heard anything', async () => {
  const before = await listen(team.physician);
  await before.until(() => before.lastId !== '').catch(() => undefined);
  expect(before.lastId).toMatch(/^\d+-\d+$/);
  before.close();
  await touch();
  const after = await listen(team.physician, before.lastId);
  expect(await seqOf(after, 1)).toEqual(['plan_touch']);
});

it('misses nothing while it comes and goes, and hears nothing twice', async () => {
  const heard: string[] = [];
  let stream = await listen(team.manager);
  for (let times = 0; times < 12; times++) {
    await touch();
    if (times % 3 !== 2) continue;
    heard.push(...stream.heard.map((event) => event.id));
    const last = stream.lastId;
    stream.close();
    stream = await listen(team.manager, last);
  }
  await stream.until(() => heard.length + stream.heard.length >= 12);
  const ids = [...heard, ...stream.heard.map((event) => event.id)];
  expect([ids.length, new Set(ids).size]).toEqual([12, 12]);
});

it('says “reload” when more was missed than is worth telling one by one', async () => {
  const place = (await stage.db.owner.query(`SELECT tx || '-' || position AS id FROM stipple.events_end()`))
    .rows[0].id;
  await stage.db.owner.query(`DO $$ BEGIN
    FOR n IN ${version + 1}..${version + 1001} LOOP
      UPDATE stipple.treatment_case SET seq = n WHERE id = '${caseId}';
      INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, actor_id)
        VALUES ('${team.clinic.id}', '${caseId}', 'treatment_case', '${caseId}', n, 'open', 'assign', 'open', '${team.clinic.manager.id}');
    END LOOP;
  END $$`);
  version += 1001;
  const stream = await listen(team.physician, place);
  expect((await stream.until(() => true)).event).toBe('reload');
  await touch();
  await stream.until(({ event }) => event === 'moved');
});

it('tells nothing to another clinic, to an administrator or to a stranger', async () => {
  const other = await signInTeam(stage, await makeClinic(stage.db.owner, 'Elsewhere'));
  const elsewhere = await listen(other.coordinator);
  const here = await listen(team.physician);
  await touch();
  await here.until(({ data }) => data.caseId === caseId);
  await openCase(other);
  await elsewhere.until(({ data }) => data.move === 'open');
  expect(elsewhere.heard.map((heard) => heard.data.caseId)).not.toContain(caseId);
  expect(here.heard.map((heard) => heard.data.move)).not.toContain('open');
  expect((await listen(team.administrator)).status).toBe(403);
  expect((await listen(Browser.stranger(stage.url))).status).toBe(401);
});

it.each(['nonsense', '1', '-1-1', '99999999999999999999-1', "1-1'; --"])(
  'begins anew for the place %j',
  async (place) => {
    const stream = await listen(team.physician, place);
    expect(stream.status).toBe(200);
    await touch();
    await stream.until(({ data }) => data.caseId === caseId);
  },
);
