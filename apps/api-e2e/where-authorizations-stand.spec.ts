import { makeClinic } from '@stipple/testing';
import { type Stage, openStage } from './harness';
import { treated } from './ledger-story';
import { authorizationsFor, authorizedEarlier, expiringCase, rowsFor } from './standing-story';
import { type Team, at, booking, signInTeam, today } from './story';

/** Where the day is another one than in UTC, and far from over. */
const zone = new Date().getUTCHours() >= 10 ? 'Pacific/Kiritimati' : 'Etc/GMT+12';

let stage: Stage;
let team: Team;
/** Each authorization by what becomes of it, three units of 17999 unless said otherwise. */
const cases: Record<string, string> = {};
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const book = (caseId: string, startsAt: string) =>
  team.coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 0, 0, { startsAt, minutes: 10 }));

beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage, await makeClinic(stage.db.owner, 'Edge of the day', zone));
  const { coordinator } = team;
  const make = async (name: string, days: number, more: { bodySite: string; units?: number }) => {
    const made = await expiringCase(team, days, more);
    cases[name] = made.caseId;
    return made;
  };
  await make('today', 0, { bodySite: 'hand' });
  const tomorrow = await make('tomorrow', 1, { bodySite: 'wrist' });
  await treated(team, tomorrow.caseId, { startsAt: soon(3) });
  await book(tomorrow.caseId, at(zone, 1, 9));
  const thirty = await make('in 30 days', 30, { bodySite: 'elbow' });
  for (const days of [10, 20, 30]) await book(thirty.caseId, at(zone, days, 11));
  // One booking was cancelled and one patient did not come: neither holds a unit.
  const later = await make('in 31 days', 31, { bodySite: 'knee' });
  const cancelled = await book(later.caseId, at(zone, 12, 9));
  await coordinator.move(`/api/sessions/${cancelled}/cancellations`, { version: 1, reason: 'Ill' });
  const missed = await book(later.caseId, soon(36));
  await coordinator.move(`/api/sessions/${missed}/no-shows`, { version: 1 });
  const revoked = await make('revoked', 5, { bodySite: 'ankle' });
  const why = { version: 1, reason: 'Entered for another patient' };
  await coordinator.move(`/api/authorizations/${revoked.authorizationId}/revocations`, why);
  // Over: one of three performed and expired yesterday, and the only unit of another performed.
  const expired = await make('expired', 9, { bodySite: 'foot' });
  await treated(team, expired.caseId, { startsAt: soon(14) });
  await authorizedEarlier(stage.db.owner, expired.authorizationId, 10);
  const exhausted = await make('exhausted', 90, { bodySite: 'thigh', units: 1 });
  await treated(team, exhausted.caseId, { startsAt: soon(25) });
}, 180_000);
afterAll(() => stage.close());

const nameOf = (caseId: string) => Object.entries(cases).find(([, id]) => id === caseId)?.[0];
const listed = async (query: string) =>
  (await rowsFor(team.manager, query)).rows.map((row) => [
    nameOf(row.caseId),
    row.part,
    row.day,
    row.days,
    row.units?.performed,
    row.units?.scheduled,
    row.units?.left,
  ]);

it('lists what expires by the clinic’s own day, first what has units left and nothing booked', async () => {
  expect((await authorizationsFor(team.manager)).today).toBe(today(zone));
  expect(today(zone)).not.toBe(today('UTC'));
  expect(await listed('list=expiring_authorizations&within=60')).toEqual([
    ['today', 'nothing_booked', today(zone), 0, 0, 0, 3],
    ['in 31 days', 'nothing_booked', today(zone, 31), 31, 0, 0, 3],
    ['tomorrow', 'partly_booked', today(zone, 1), 1, 1, 1, 1],
    ['in 30 days', 'fully_booked', today(zone, 30), 30, 0, 3, 0],
  ]);
});

it.each([
  [7, ['today', 'tomorrow']],
  [30, ['today', 'tomorrow', 'in 30 days']],
  [60, ['today', 'in 31 days', 'tomorrow', 'in 30 days']],
])('within %i days expire %j', async (within, names) => {
  const rows = await listed(`list=expiring_authorizations&within=${within}`);
  expect(rows.map(([name]) => name)).toEqual(names);
});

it('adds the units up by hand: within 30 days nine approved, one performed, four scheduled, four left', async () => {
  const { expiring } = await authorizationsFor(team.manager, 'within=30');
  const sums = { count: 3, units: 9, performed: 1, scheduled: 4, left: 4 };
  expect(expiring).toMatchObject(sums);
  expect(expiring.codes).toEqual([{ procedureCode: '17999', ...sums }]);
  expect(expiring.parts).toEqual([
    { part: 'nothing_booked', count: 1, units: 3, performed: 0, scheduled: 0, left: 3 },
    { part: 'partly_booked', count: 1, units: 3, performed: 1, scheduled: 1, left: 1 },
    { part: 'fully_booked', count: 1, units: 3, performed: 0, scheduled: 3, left: 0 },
  ]);
});

it('lists those whose units are gone while they are still in force', async () => {
  expect((await authorizationsFor(team.manager)).usedUp).toMatchObject({ count: 2, units: 4, left: 0 });
  expect(await listed('list=used_up_authorizations')).toEqual([
    ['in 30 days', null, today(zone, 30), 30, 0, 3, 0],
    ['exhausted', null, today(zone, 90), 90, 1, 0, 0],
  ]);
});

it('says of those that are over how far they were used: two of four units, and nothing of what was revoked', async () => {
  const { ended } = await authorizationsFor(team.manager);
  expect(ended).toMatchObject({ count: 2, units: 4, performed: 2 });
  expect(ended.parts).toMatchObject([
    { part: 'exhausted', count: 1, units: 1, performed: 1 },
    { part: 'expired', count: 1, units: 3, performed: 1 },
  ]);
  expect(await listed('list=ended_authorizations')).toEqual([
    ['exhausted', 'exhausted', today(zone), 0, 1, 0, 0],
    ['expired', 'expired', today(zone, -1), 1, 1, 0, 2],
  ]);
});

it('no longer lists what expires once its case is closed: nothing can be booked on it', async () => {
  const caseId = cases['in 31 days'] ?? '';
  const { version } = await team.coordinator.case(caseId);
  await team.coordinator.move(`/api/cases/${caseId}/closures`, { version, reason: 'transferred' });
  const rows = await listed('list=expiring_authorizations&within=60');
  expect(rows.map(([name]) => name)).toEqual(['today', 'tomorrow', 'in 30 days']);
});

it('says as left exactly what booking then allows: it books until it is refused', async () => {
  const { rows } = await rowsFor(team.manager, 'list=expiring_authorizations&within=30');
  let minutes = 36;
  for (const row of rows) {
    let booked = 0;
    for (;;) {
      const wish = booking(team, 0, 0, { startsAt: soon((minutes += 11)), minutes: 10 });
      const answer = await team.coordinator.post(`/api/cases/${row.caseId}/sessions`, wish);
      if (answer.status !== 201) {
        expect(answer.problem.refusals.map(({ code }) => code)).toEqual(['units_used_up']);
        break;
      }
      booked += 1;
    }
    expect([nameOf(row.caseId), booked]).toEqual([nameOf(row.caseId), row.units?.left]);
  }
  const { expiring } = await authorizationsFor(team.manager, 'within=30');
  expect(expiring).toMatchObject({ left: 0, performed: 1, scheduled: 8 });
});
