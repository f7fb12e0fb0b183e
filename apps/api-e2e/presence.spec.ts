import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Present } from '@stipple/contracts';
import { makeClinic } from '@stipple/testing';
import { EventStream } from './event-stream';
import { Browser, Stage, openStage } from './harness';
import { makeStaff } from './staff-story';
import { Team, openCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
let caseId: string;
let elsewhere: { url: string };
const streams: EventStream[] = [];
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  caseId = await openCase(team);
  elsewhere = await stage.another();
});
afterEach(async () => {
  streams.splice(0).forEach((stream) => stream.close());
  await stage.db.owner.query('DELETE FROM stipple.case_presence');
});
afterAll(() => stage.close());

const listen = async (browser: Browser, at: { url: string } = stage, tab?: string) => {
  const stream = await EventStream.open(at, browser, undefined, tab);
  streams.push(stream);
  return stream;
};
const come = (browser: Browser, tab: string, editing: string | null = null, at = caseId) =>
  browser.move(`/api/cases/${at}/presences`, { tab, editing });
/** Who is at the case, as far as this stream was told. */
const peopleAt = (stream: EventStream, id = caseId): readonly Present[] =>
  stream.presence.reduce<readonly Present[]>(
    (before, { all, cases }) => cases[id] ?? (all ? [] : before),
    [],
  );
const within = async (ms: number, fits: () => boolean) => {
  for (let waited = 0; waited < ms && !fits(); waited += 20) await pause(20);
  expect(fits()).toBe(true);
};
const coordinator = () => stage.clinic.coordinator.id;
/** Lets seconds pass without a sign of life. */
const silence = (seconds: number) =>
  stage.db.owner.query('UPDATE stipple.case_presence SET seen_at = seen_at - make_interval(secs => $1)', [
    seconds,
  ]);

it('tells colleagues at every API process within a second who looks and who edits, with ids only', async () => {
  const [here, there] = [await listen(team.physician), await listen(team.manager, elsewhere)];
  const tab = randomUUID();
  await come(team.coordinator, tab);
  for (const stream of [here, there])
    await within(
      1000,
      () => JSON.stringify(peopleAt(stream)) === JSON.stringify([{ staffId: coordinator(), editing: [] }]),
    );
  await come(team.coordinator, tab, 'letter.revise');
  for (const stream of [here, there])
    await within(1000, () => peopleAt(stream)[0]?.editing[0] === 'letter.revise');
});

it('tells whoever comes later who is there already', async () => {
  await come(team.coordinator, randomUUID(), 'letter.draft');
  const stream = await listen(team.physician, elsewhere);
  await within(1000, () => stream.presence.length > 0);
  expect(stream.presence[0]).toEqual({
    all: true,
    cases: { [caseId]: [{ staffId: coordinator(), editing: ['letter.draft'] }] },
  });
});

it('says at once when somebody leaves, and when they go to another case', async () => {
  const other = await openCase(team, { bodySite: 'face', side: 'midline', duplicateIntended: true });
  const [stream, tab] = [await listen(team.physician), randomUUID()];
  await come(team.coordinator, tab);
  await within(1000, () => peopleAt(stream).length === 1);
  await come(team.coordinator, tab, null, other);
  await within(1000, () => peopleAt(stream).length === 0 && peopleAt(stream, other).length === 1);
  await team.coordinator.move('/api/presence-ends', { tab });
  await within(1000, () => peopleAt(stream, other).length === 0);
});

it('counts a person once, however many tabs: the others stay when one is closed', async () => {
  const [stream, one, two] = [await listen(team.physician), randomUUID(), randomUUID()];
  await come(team.coordinator, one);
  await come(team.coordinator, two, 'letter.draft');
  await within(1000, () => peopleAt(stream)[0]?.editing.length === 1);
  expect(peopleAt(stream)).toHaveLength(1);
  await team.coordinator.move('/api/presence-ends', { tab: two });
  await within(1000, () => peopleAt(stream)[0]?.editing.length === 0);
});

it('believes nobody who gave no sign of life for thirteen seconds', async () => {
  const stream = await listen(team.physician);
  await come(team.coordinator, randomUUID(), 'letter.draft');
  await within(1000, () => peopleAt(stream).length === 1);
  await silence(11);
  await pause(1300);
  expect(peopleAt(stream)).toHaveLength(1);
  await silence(3);
  await within(1500, () => peopleAt(stream).length === 0);
});

it('misses a browser that died as soon as its stream has ended, and not one that renews it', async () => {
  const [watching, tab] = [await listen(team.physician, elsewhere), randomUUID()];
  const first = await listen(team.coordinator, stage, tab);
  await come(team.coordinator, tab);
  await within(1000, () => peopleAt(watching).length === 1);
  first.close();
  await pause(500);
  const second = await listen(team.coordinator, elsewhere, tab);
  await come(team.coordinator, tab);
  await pause(3000);
  expect(peopleAt(watching)).toHaveLength(1);
  second.close();
  await within(4000, () => peopleAt(watching).length === 0);
}, 15_000);

it('ends with the sign-in, whoever ends it', async () => {
  const stream = await listen(team.physician);
  const leaving = await makeStaff(stage, 'coordinator');
  await come(leaving, randomUUID());
  await within(1000, () => peopleAt(stream).length === 1);
  await leaving.move('/api/sign-out', {});
  await within(1500, () => peopleAt(stream).length === 0);
});

it('does not keep an idle sign-in awake, and writes nothing into the audit trail', async () => {
  const idler = await makeStaff(stage, 'coordinator');
  const age = (minutes: number) =>
    stage.db.owner.query(
      'UPDATE stipple.sign_in SET last_seen_at = last_seen_at - make_interval(mins => $1)',
      [minutes],
    );
  const entries = async () =>
    (await stage.db.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM stipple.audit_entry')).rows[0]
      ?.n;
  const before = await entries();
  for (let times = 0; times < 3; times++) {
    await age(6);
    const answer = await idler.post(`/api/cases/${caseId}/presences`, { tab: randomUUID(), editing: null });
    expect(answer.status).toBe(times < 2 ? 204 : 423);
  }
  expect(await entries()).toBe(before);
  await stage.db.owner.query('UPDATE stipple.sign_in SET last_seen_at = now(), locked = false');
});

it('takes nobody to a case of another clinic, and tells another clinic nothing', async () => {
  const other = await signInTeam(stage, await makeClinic(stage.db.owner, 'Elsewhere'));
  const theirs = await listen(other.physician);
  await come(team.coordinator, randomUUID());
  const answer = await other.coordinator.post(`/api/cases/${caseId}/presences`, {
    tab: randomUUID(),
    editing: null,
  });
  expect([answer.status, answer.problem.code]).toEqual([404, 'not_found']);
  await pause(1200);
  expect(theirs.presence.every(({ cases }) => Object.keys(cases).length === 0)).toBe(true);
});

it('tells two hundred people of a rush in few words: what comes together is told together', async () => {
  const stream = await listen(team.physician);
  await within(1000, () => stream.presence.length === 1);
  const tabs = Array.from({ length: 200 }, () => randomUUID());
  const from = Date.now();
  await Promise.all(tabs.map((tab, index) => come(index % 2 ? team.coordinator : team.manager, tab)));
  await within(2000, () => peopleAt(stream).length === 2);
  const told = stream.presence.length - 1;
  expect(told).toBeLessThanOrEqual(Math.ceil((Date.now() - from) / 150) + 1);
});
