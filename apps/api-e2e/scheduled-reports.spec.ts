import { setTimeout as pause } from 'node:timers/promises';
import { ReportRun, ScheduledReports } from '@stipple/contracts';
import { type TestClinic, makeClinic } from '@stipple/testing';
import { readXlsx } from 'hucre/xlsx';
import { download, weekly } from './export-story';
import { type Browser, type Stage, mustBe, openStage } from './harness';
import { type CaughtMail, type MailCatcher, catchMail } from './mail-catcher';
import { signInTeam, today } from './story';

let catcher: MailCatcher;
let stage: Stage;
beforeAll(async () => {
  catcher = await catchMail();
  stage = await openStage({
    SMTP_URL: catcher.url,
    MAIL_FROM: 'stipple@clinic.test',
    PUBLIC_URL: 'https://stipple.clinic.test/',
  });
});
afterAll(async () => {
  await stage.close();
  await catcher.close();
});

interface Office {
  readonly clinic: TestClinic;
  readonly manager: Browser;
  readonly coordinator: Browser;
}

/** A clinic where it is noon or so. */
async function open(): Promise<Office> {
  const hour = new Date().getUTCHours();
  const clinic = await makeClinic(
    stage.db.owner,
    'Scar Clinic',
    `Etc/GMT${hour >= 12 ? '+' : '-'}${Math.abs(12 - hour) % 13}`,
  );
  return { clinic, manager: await stage.as(clinic.manager), coordinator: await stage.as(clinic.coordinator) };
}

const bodyOf = ({ clinic }: Office, more: object = {}) => ({ ...weekly({ clinic } as never), ...more });
const schedule = (office: Office, more: object = {}) =>
  office.manager.make('/api/scheduled-reports', bodyOf(office, more));
const list = async ({ manager }: Office) =>
  ScheduledReports.parse(mustBe(200, await manager.get('/api/scheduled-reports')));
const only = async (office: Office) => (await list(office)).reports[0] as ScheduledReports['reports'][number];

/** Lets a report's day have come so many days ago. */
const dueSince = (id: string, days: number) =>
  stage.db.owner.query(
    `UPDATE stipple.scheduled_report SET next_run_on = current_date - $2::int WHERE id = $1`,
    [id, days],
  );

/** Has due reports run, as the crontab does every quarter of an hour, and returns what a clinic's people got. */
async function run({ clinic }: Office): Promise<readonly CaughtMail[]> {
  const before = catcher.caught.length;
  await stage.db.owner.query(`SELECT graphile_worker.add_job('reports')`);
  const jobs = `SELECT FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier LIKE 'reports%'`;
  while ((await stage.db.owner.query(jobs)).rowCount !== 0) await pause(20);
  const addresses = [clinic.coordinator, clinic.physician, clinic.manager].map(({ email }) => email);
  return catcher.caught.slice(before).filter(({ to }) => addresses.includes(to));
}

/** Without the line breaks of its encoding, which a link is too long to go without. */
const said = (mail: CaughtMail | undefined) => (mail?.content ?? '').replace(/=\r?\n/g, '');
const linked = (mail: CaughtMail | undefined) => {
  const [, id] = /\/reports\/scheduled\/([0-9a-f-]{36})/.exec(said(mail)) ?? [];
  if (id === undefined) throw new Error('the e-mail holds no link');
  return id;
};

it('says when it comes next, on the clinic’s calendar', async () => {
  const office = await open();
  await schedule(office);
  const day = today(office.clinic.timeZone);
  const { nextRunOn, isPaused, lastRun, recipients } = await only(office);
  expect(new Date(`${nextRunOn}T00:00:00Z`).getUTCDay()).toBe(1);
  expect(String(nextRunOn) > day).toBe(true);
  expect([isPaused, lastRun, recipients]).toEqual([
    false,
    null,
    [{ id: office.clinic.manager.id, name: office.clinic.manager.name }],
  ]);
});

it('tells those on its list by a link, after a downtime of weeks once, and not again', async () => {
  const office = await open();
  const { clinic } = office;
  const id = await schedule(office, { recipients: [clinic.manager.id, clinic.coordinator.id] });
  expect(await run(office)).toEqual([]);
  await dueSince(id, 50);
  const mails = await run(office);
  expect(mails.map(({ to }) => to).sort()).toEqual([clinic.coordinator.email, clinic.manager.email].sort());
  expect(await run(office)).toEqual([]);
  const { nextRunOn, lastRun } = await only(office);
  expect(String(nextRunOn) > today(clinic.timeZone)).toBe(true);
  expect(lastRun).toEqual({ id: linked(mails[0]), onDay: today(clinic.timeZone), sent: 2 });
});

it('says nothing in its e-mail but that there is a report and where', async () => {
  const office = await open();
  await dueSince(
    await schedule(office, { name: 'Secret name', query: `payerId=${office.clinic.payerId}` }),
    1,
  );
  const [mail] = await run(office);
  expect(said(mail)).toMatch(/^https:\/\/stipple\.clinic\.test\/reports\/scheduled\/[0-9a-f-]{36}$/m);
  expect(said(mail)).not.toMatch(/Secret name|Test Health Plan|payerId|base64/i);
});

it('leads to the file as of the day it ran, also after the report was changed and removed', async () => {
  const office = await open();
  const id = await schedule(office, { query: 'mode=case' });
  await dueSince(id, 1);
  const runId = linked((await run(office))[0]);
  await office.manager.move(`/api/scheduled-reports/${id}/changes`, {
    ...bodyOf(office, { format: 'pdf' }),
    version: 1,
  });
  await office.manager.move(`/api/scheduled-reports/${id}/removals`, { version: 2 });
  expect((await list(office)).reports).toEqual([]);
  await stage.db.owner.query(`UPDATE stipple.report_run SET on_day = '2026-03-15' WHERE id = $1`, [runId]);
  const found = ReportRun.parse(mustBe(200, await office.coordinator.get(`/api/report-runs/${runId}`)));
  expect(found).toMatchObject({ onDay: '2026-03-15', format: 'xlsx', query: 'mode=case&to=2026-03-15' });
  const { sheets } = await readXlsx(await download(office.manager, stage, `/api/report-runs/${runId}/file`));
  const about = new Map(sheets[0]?.rows.map(([label, says]) => [label, says]));
  expect(about.get('Days')).toBe('2025-04-01 to 2026-03-15');
});

it('comes to nobody while it is paused, and makes up for nothing when it goes on', async () => {
  const office = await open();
  const id = await schedule(office);
  await dueSince(id, 3);
  await office.manager.move(`/api/scheduled-reports/${id}/pauses`, { version: 1 });
  expect(await run(office)).toEqual([]);
  expect(await only(office)).toMatchObject({ isPaused: true, nextRunOn: null });
  await office.manager.move(`/api/scheduled-reports/${id}/resumptions`, { version: 2 });
  expect(await run(office)).toEqual([]);
  expect(await only(office)).toMatchObject({ isPaused: false, version: 3 });
});

it('comes to nobody who has left or may no longer see reports', async () => {
  const office = await open();
  const { clinic } = office;
  const id = await schedule(office, { recipients: [clinic.manager.id, clinic.coordinator.id] });
  await stage.db.owner.query('UPDATE stipple.staff SET active = false WHERE id = $1', [
    clinic.coordinator.id,
  ]);
  await dueSince(id, 1);
  expect((await run(office)).map(({ to }) => to)).toEqual([clinic.manager.email]);
  expect((await only(office)).recipients.map((one) => one.id)).toEqual([clinic.manager.id]);
});

it('is sent once, also when many are at it at the same moment', async () => {
  const office = await open();
  await dueSince(await schedule(office), 1);
  await stage.another();
  await stage.db.owner.query(
    `SELECT graphile_worker.add_job('reports-of-clinic', json_build_object('clinicId', $1::text)) FROM generate_series(1, 12)`,
    [office.clinic.id],
  );
  await run(office);
  expect(catcher.caught.filter(({ to }) => to === office.clinic.manager.email)).toHaveLength(1);
});

it('tries again what the server refused, three times at most', async () => {
  const office = await open();
  await dueSince(await schedule(office), 1);
  catcher.behave('refuse');
  for (let tries = 0; tries < 2; tries++) expect(await run(office)).toEqual([]);
  catcher.behave('take');
  expect(await run(office)).toHaveLength(1);
  const { rows } = await stage.db.owner.query(
    'SELECT tries FROM stipple.report_run_mail WHERE clinic_id = $1',
    [office.clinic.id],
  );
  expect(rows).toEqual([{ tries: 3 }]);
});

it('refuses a physician on its list, a filter that is none, an eighth weekday and whoever was slower', async () => {
  const office = await open();
  const path = '/api/scheduled-reports';
  expect(
    await office.manager.refused(path, bodyOf(office, { recipients: [office.clinic.physician.id] })),
  ).toEqual(['recipient_sees_no_reports']);
  for (const wrong of [{ query: 'colour=red' }, { on: 8 }, { recipients: [] }])
    expect((await office.manager.post(path, bodyOf(office, wrong))).status).toBe(400);
  const id = await schedule(office);
  await office.manager.move(`${path}/${id}/pauses`, { version: 1 });
  const { status, problem } = await office.manager.post(`${path}/${id}/pauses`, { version: 1 });
  expect([status, problem.code]).toEqual([409, 'stale']);
});

it('shows a run to nobody of another clinic', async () => {
  const office = await open();
  await dueSince(await schedule(office), 1);
  const runId = linked((await run(office))[0]);
  const { manager } = await signInTeam(stage);
  for (const path of [`/api/report-runs/${runId}`, `/api/report-runs/${runId}/file`])
    expect([(await manager.get(path)).status, (await office.manager.get(path)).status]).toEqual([404, 200]);
});
