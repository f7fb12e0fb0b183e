import { randomUUID } from 'node:crypto';
import { addPatient } from '@stipple/api-e2e/roster-story';
import pg from 'pg';
import { send, within } from './people/form';
import { RunningStage, expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './stage';

/** An empty clinic with one administrator, as `npm run seed -- --clinic` founds it; the password is the stage's. */
async function foundClinic({ ownerUrl, clinic }: RunningStage) {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  const [id, adminId] = [randomUUID(), randomUUID()];
  const email = `${adminId}@new.test`;
  await owner.query(`INSERT INTO stipple.clinic (id, name, time_zone) VALUES ($1, 'New Clinic', 'UTC')`, [
    id,
  ]);
  await owner.query(`INSERT INTO stipple.audit_head (clinic_id, seq, hash) VALUES ($1, 0, sha256(''))`, [id]);
  await owner.query(
    `INSERT INTO stipple.staff (clinic_id, id, name, email, password_hash)
     SELECT $1, $2, 'Ada Founder', $3, password_hash FROM stipple.staff WHERE id = $4`,
    [id, adminId, email, clinic.administrator.id],
  );
  await owner.query(
    `INSERT INTO stipple.staff_role (clinic_id, staff_id, role) VALUES ($1, $2, 'administrator')`,
    [id, adminId],
  );
  return {
    id,
    owner,
    admin: { id: adminId, name: 'Ada Founder', email, password: clinic.administrator.password },
  };
}

test('a new clinic, from nothing to its first case: four steps, read from what is there', async ({
  browser,
  stage,
}) => {
  test.setTimeout(180_000);
  const { owner, admin } = await foundClinic(stage);
  const page = await (await browser.newContext({ baseURL: stage.url })).newPage();
  await signIn(page, admin);
  const steps = page.getByRole('region', { name: 'First steps' });
  await expect(steps.getByText('0 of 4 done')).toBeVisible();
  await expect(steps.getByRole('link', { name: 'Add people' })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(page, 360);
  await page.setViewportSize({ width: 1440, height: 900 });

  const password = 'long enough to begin with';
  for (const [name, role] of [
    ['Dr. Newly Come', 'physician'],
    ['Corry Newly', 'billing coordinator'],
  ] as const) {
    await page.getByRole('button', { name: 'Add a person' }).click();
    const form = within(page);
    await form.getByLabel('Name').fill(name);
    await form.getByLabel('E-mail address').fill(`${name.at(-1)}-${admin.email}`);
    await form.getByRole('checkbox', { name: role }).check();
    await form.getByLabel('Password to begin with').fill(password);
    await send(page, 'Add');
    await expect(page.getByText(name)).toBeVisible();
  }
  await page.goto('/clinic');
  await page.getByRole('button', { name: 'Add a room' }).click();
  await within(page).getByLabel('Name').fill('Room 1');
  await send(page, 'Add');
  await page.getByRole('button', { name: 'Add a clinician' }).click();
  await within(page).getByLabel('Name').fill('Dr. Newly Come');
  await send(page, 'Add');
  await page.goto('/people');
  await expect(steps.getByText('1 of 4 done')).toBeVisible();
  // Put away, it stays away, on another computer too; the menu brings it back.
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/preferences') && answer.ok());
  await steps.getByRole('button', { name: /^Put away/ }).click();
  await kept;
  const elsewhere = await (await browser.newContext({ baseURL: stage.url })).newPage();
  await signIn(elsewhere, admin);
  for (const one of [page, elsewhere]) {
    await one.goto('/people');
    await expect(one.getByText('Corry Newly')).toBeVisible();
    await expect(one.getByRole('region', { name: 'First steps' })).toHaveCount(0);
  }
  await elsewhere.context().close();
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Show first steps and hints again' }).click();
  await expect(steps).toBeVisible();

  const { rows } = await owner.query<{ clinic_id: string }>(
    'SELECT clinic_id FROM stipple.staff WHERE id = $1',
    [admin.id],
  );
  const payerId = randomUUID();
  await owner.query(`INSERT INTO stipple.payer (clinic_id, id, name) VALUES ($1, $2, 'First Health Plan')`, [
    rows[0]?.clinic_id,
    payerId,
  ]);
  await addPatient(
    owner,
    { ...stage.clinic, id: rows[0]?.clinic_id ?? '', payerId },
    { family: 'Firstpatient', given: 'Alpha' },
  );
  await owner.end();

  const theirs = await (await browser.newContext({ baseURL: stage.url })).newPage();
  await signIn(theirs, { ...admin, email: `y-${admin.email}`, password });
  const todo = theirs.getByRole('region', { name: 'First steps' });
  await expect(todo.getByText('2 of 4 done')).toBeVisible();
  await expectAccessible(theirs);
  await todo.getByRole('link', { name: 'Open a case' }).click();
  await expect(theirs.getByRole('heading', { name: 'Open a case' })).toBeVisible();
});
