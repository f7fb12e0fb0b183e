import { setTimeout as pause } from 'node:timers/promises';
import { type TestClinic, makeClinic } from '@stipple/testing';
import { Stage, openStage } from './harness';
import { CaughtMail, MailCatcher, catchMail } from './mail-catcher';
import { today } from './story';
import { manyAsked, watched } from './watch-story';

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

/** A clinic where it is ten in the morning, with so many answers to payers that are a day late. */
async function withLateAnswers(count: number, timeZone?: string): Promise<TestClinic> {
  const clinic = await makeClinic(stage.db.owner, 'Scar Clinic', timeZone);
  await manyAsked(stage.db.owner, clinic, { count, respondByOn: today(clinic.timeZone, -1) });
  await watched(stage.db.owner, clinic);
  return clinic;
}

async function digestsWritten(): Promise<void> {
  const jobs = `SELECT FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier LIKE 'digests%'`;
  while ((await stage.db.owner.query(jobs)).rowCount !== 0) await pause(20);
}

/** Has the morning's e-mails written, as the crontab does every quarter of an hour, and returns a clinic's. */
async function morningOf(clinic: TestClinic): Promise<readonly CaughtMail[]> {
  const before = catcher.caught.length;
  await stage.db.owner.query(`SELECT graphile_worker.add_job('digests')`);
  await digestsWritten();
  const addresses = [clinic.coordinator, clinic.physician, clinic.manager, clinic.administrator].map(
    ({ email }) => email,
  );
  return catcher.caught.slice(before).filter(({ to }) => addresses.includes(to));
}

const digests = async (clinic: TestClinic) =>
  (
    await stage.db.owner.query(
      `SELECT s.name, d.tries, d.sent_at IS NOT NULL AS sent, d.refused_because AS refused FROM stipple.digest d
         JOIN stipple.staff s ON s.id = d.staff_id WHERE d.clinic_id = $1 ORDER BY s.name`,
      [clinic.id],
    )
  ).rows;

const [coordinator, manager] = ['Billie Coordinator', 'Max Manager'];

it('tells whoever has something to do how much it is and where to see it, once a day', async () => {
  const clinic = await withLateAnswers(3);
  const mails = await morningOf(clinic);
  expect(mails.map(({ to }) => to).sort()).toEqual([clinic.coordinator.email, clinic.manager.email]);
  const mail = mails.find(({ to }) => to === clinic.coordinator.email)?.content ?? '';
  expect(mail).toContain('Subject: Stipple: 3 late, 3 new');
  expect(mail).toContain('https://stipple.clinic.test/queue');
  expect(mail).toContain('Auto-Submitted: auto-generated');
  expect(await digests(clinic)).toEqual([
    { name: coordinator, tries: 1, sent: true, refused: null },
    { name: manager, tries: 1, sent: true, refused: null },
  ]);
  expect(await morningOf(clinic)).toEqual([]);
});

it('goes to nobody who would rather not have it, and leads whoever has it to where that is said', async () => {
  const clinic = await withLateAnswers(2);
  const coordinator = await stage.as(clinic.coordinator);
  await coordinator.move('/api/preferences', { digest: false });
  const [mail, ...more] = await morningOf(clinic);
  expect([mail?.to, more.length]).toEqual([clinic.manager.email, 0]);
  expect(mail?.content).toMatch(/^https:\/\/stipple\.clinic\.test\/settings$/m);
  expect(await digests(clinic)).toEqual([{ name: manager, tries: 1, sent: true, refused: null }]);

  await coordinator.move('/api/preferences', { digest: true });
  expect((await morningOf(clinic)).map(({ to }) => to)).toEqual([clinic.coordinator.email]);
});

it('is sent once, also when two processes are at it at the same moment, many times over', async () => {
  await stage.another();
  const clinic = await withLateAnswers(1);
  await stage.db.owner.query(
    `SELECT graphile_worker.add_job('digests-of-clinic', json_build_object('clinicId', $1::text)) FROM generate_series(1, 12)`,
    [clinic.id],
  );
  await digestsWritten();
  for (const { email } of [clinic.coordinator, clinic.manager])
    expect(catcher.caught.filter(({ to }) => to === email)).toHaveLength(1);
});

it('says nothing of a patient or a case: counts and links only', async () => {
  const clinic = await withLateAnswers(2);
  const mails = await morningOf(clinic);
  expect(mails).toHaveLength(2);
  const { rows } = await stage.db.owner.query<{ words: string }>(
    `SELECT unnest(ARRAY[p.given_name, p.family_name, p.birth_date::text, to_char(p.birth_date, 'FMMonth'), p.record_number, v.member_id, y.name, y.phone]) AS words
       FROM stipple.patient p JOIN stipple.coverage v ON (v.clinic_id, v.patient_id) = (p.clinic_id, p.id) JOIN stipple.payer y ON (y.clinic_id, y.id) = (v.clinic_id, v.payer_id)
      WHERE p.clinic_id = $1
     UNION SELECT unnest(ARRAY[c.id::text, c.case_number::text, c.body_site, c.cause, c.procedure_code, c.next_step] || c.diagnoses) FROM stipple.treatment_case c WHERE c.clinic_id = $1
     UNION SELECT unnest(ARRAY[t.id::text, t.about, t.kind, t.due_on::text]) FROM stipple.task t WHERE t.clinic_id = $1`,
    [clinic.id],
  );
  const secrets = rows.map(({ words }) => words);
  expect(secrets).toEqual(expect.arrayContaining(['Testpatient', '1980-01-01', 'hand', '17999']));
  for (const { content } of mails) {
    // Not encoded, so that nothing hides in it. The day of the e-mail itself is no case's.
    const said = content.replace(/^(Date|Message-ID): .*$/gim, '');
    expect(said).not.toMatch(/Content-Transfer-Encoding: (?!7bit)/i);
    expect(secrets.filter((secret) => said.toLowerCase().includes(secret.toLowerCase()))).toEqual([]);
  }
});

it('tries again what the server refused, three times on one day at most', async () => {
  const clinic = await withLateAnswers(1);
  const refused = (tries: number) =>
    [coordinator, manager].map((name) => ({ name, tries, sent: false, refused: 'SMTP 451' }));
  catcher.behave('refuse');
  expect(await morningOf(clinic)).toEqual([]);
  expect(await digests(clinic)).toEqual(refused(1));
  await morningOf(clinic);
  catcher.behave('take');
  expect(await morningOf(clinic)).toHaveLength(2);

  const unlucky = await withLateAnswers(1);
  catcher.behave('refuse');
  for (let tries = 0; tries < 4; tries++) await morningOf(unlucky);
  catcher.behave('take');
  expect(await digests(unlucky)).toEqual(refused(3));
  expect(await morningOf(unlucky)).toEqual([]);
});

it('does not send again what may have gone out already', async () => {
  const clinic = await withLateAnswers(1);
  catcher.behave('hang_up');
  await morningOf(clinic);
  catcher.behave('take');
  expect(await digests(clinic)).toEqual(
    [coordinator, manager].map((name) => ({ name, tries: 1, sent: false, refused: null })),
  );
  expect(await morningOf(clinic)).toEqual([]);
});

it('waits for the clinic’s morning', async () => {
  const afternoon = await withLateAnswers(1, `Etc/GMT${zoneOf(15)}`);
  expect(await morningOf(afternoon)).toEqual([]);
  expect(await digests(afternoon)).toEqual([]);
});

/** The POSIX offset of a zone in which it is this hour now. */
function zoneOf(hour: number): string {
  const ahead = hour - new Date().getUTCHours();
  const offset = ahead > 14 ? ahead - 24 : ahead < -12 ? ahead + 24 : ahead;
  return offset === 0 ? '' : offset > 0 ? `-${offset}` : `+${-offset}`;
}
