import { openCase } from '@stipple/api-e2e/story';
import pg from 'pg';
import { Coordinator } from './people/coordinator';
import { send, within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { RunningStage, expect, expectAccessible, test } from './stage';

const said = 'State of the connection';

async function aCase(stage: RunningStage, family: string): Promise<string> {
  const team = await overHttp(stage);
  return openCase(team, { ...(await newPatient(stage, family)), bodySite: 'knee' });
}

async function asOwner(stage: RunningStage, sql: string): Promise<pg.QueryResult> {
  const owner = new pg.Client({ connectionString: stage.ownerUrl });
  await owner.connect();
  try {
    return await owner.query(sql);
  } finally {
    await owner.end();
  }
}

test('a restarted API: one quiet bar, the page stays, and everything is read again when it is back', async ({
  open,
  stage,
}) => {
  const caseId = await aCase(stage, 'Faultrestart');
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Faultrestart' })).toBeVisible();
  // The whole page, with what comes when there is time.
  await page.waitForLoadState('networkidle');
  await stage.api('stop');
  const bar = page.getByRole('region', { name: said });
  await expect(bar).toContainText(/No connection. What you see is from \d+:\d\d/);
  await expect(page.getByRole('heading', { level: 1, name: 'Faultrestart' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expectAccessible(page);
  // Somebody else works on meanwhile, at another process.
  await asOwner(
    stage,
    `UPDATE stipple.patient SET family_name = 'Faultback' WHERE family_name = 'Faultrestart'`,
  );
  await stage.api('start');
  await expect(bar).toBeHidden({ timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1, name: 'Faultback' })).toBeVisible({ timeout: 30_000 });
});

test('a form that is sent while the API is away keeps what was typed, and is sent once when it is back', async ({
  open,
  stage,
}) => {
  const caseId = await aCase(stage, 'Faultform');
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}`);
  const form = await new Coordinator(page).chooses('Close case');
  await form.getByRole('radio').first().check();
  await page.context().setOffline(true);
  await form.getByRole('button', { name: 'Close case' }).click();
  await expect(form.getByRole('alert')).toContainText('Nothing you typed is lost');
  await expect(page.getByRole('region', { name: said })).toContainText('No connection');
  await expectAccessible(page);
  await page.context().setOffline(false);
  await expect(page.getByRole('region', { name: said })).toBeHidden();
  await send(page, 'Close case');
  const { rows } = await asOwner(
    stage,
    `SELECT count(*)::int AS n FROM stipple.case_event WHERE case_id = '${caseId}' AND move = 'close'`,
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test('an expired sign-in in the middle of a form: sign in again in place, and the same request goes on', async ({
  open,
  stage,
}) => {
  const { coordinator } = stage.clinic;
  const caseId = await aCase(stage, 'Faultexpired');
  const page = await open(coordinator, `/cases/${caseId}`);
  const form = await new Coordinator(page).chooses('Close case');
  await form.getByRole('radio').first().check();
  await asOwner(stage, `DELETE FROM stipple.sign_in WHERE staff_id = '${coordinator.id}'`);
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/closures')) keys.push(request.headers()['idempotency-key'] ?? '');
  });
  await form.getByRole('button', { name: 'Close case' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in again' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('is not right');
  await page.getByLabel('Password').fill(coordinator.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Sign in again' })).toHaveCount(0);
  await expect(within(page)).toHaveCount(0);
  await expect(page.getByText('This case is closed.').first()).toBeVisible();
  expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
});

test('somebody else who signs in where a sign-in had ended gets a page of their own', async ({
  open,
  stage,
}) => {
  const { coordinator, physician } = stage.clinic;
  const page = await open(coordinator);
  await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible();
  await asOwner(stage, `DELETE FROM stipple.sign_in WHERE staff_id = '${coordinator.id}'`);
  // Not a real click: what the queue reads by itself may have met the end before, and the window covers the page then.
  await page
    .getByRole('navigation', { name: 'Main', includeHidden: true })
    .getByRole('link', { name: 'Schedule', includeHidden: true })
    .dispatchEvent('click');
  await expect(page.getByRole('heading', { name: 'Sign in again' })).toBeVisible();
  await page.getByLabel('E-mail address').fill(physician.email);
  await page.getByLabel('Password').fill(physician.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Needs me' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Account of/ })).toContainText(physician.name);
});

test('too much at once: says how long it waits, counts down, and reads on by itself', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.coordinator);
  let times = 0;
  await page.route('**/api/schedule*', async (route) => {
    if (times++ > 0) return route.continue();
    const sentence = 'That was more at once than one person needs.';
    await route.fulfill({
      status: 429,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '3' },
      body: JSON.stringify({
        code: 'too_many_requests',
        title: 'Too many tries',
        refusals: [{ code: 'x', sentence }],
      }),
    });
  });
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Schedule' }).click();
  await expect(page.getByRole('region', { name: said })).toContainText(
    /Reading on by itself in [123] second/,
  );
  await expectAccessible(page);
  await expect(page.getByRole('region', { name: said })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Book a session' })).toBeVisible();
  expect(times).toBeGreaterThanOrEqual(2);
});

test('a slow answer: says that it takes longer, and lets go when asked', async ({ open, stage }) => {
  const page = await open(stage.clinic.coordinator);
  let slow = true;
  await page.route('**/api/waiting*', async (route) => {
    if (slow) await new Promise((resolve) => setTimeout(resolve, 20_000));
    await route.continue().catch(() => undefined);
  });
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Needs me' }).click();
  const bar = page.getByRole('region', { name: said });
  await expect(bar).toContainText('This takes longer than usual.');
  await bar.getByRole('button', { name: 'Stop waiting' }).click();
  await expect(page.getByRole('alert')).toContainText('You stopped waiting');
  slow = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('something unexpected: a calm bar with a reference, the details in the console only', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.coordinator);
  await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible();
  const lines: string[] = [];
  page.on('console', (message) => lines.push(message.text()));
  await page.evaluate(() => setTimeout(() => (undefined as unknown as { x: { y: 1 } }).x.y));
  const bar = page.getByRole('region', { name: said });
  await expect(bar).toContainText(/did not work. What was saved is safe. Reference [0-9A-F]{6}/);
  const reference = /Reference ([0-9A-F]{6})/.exec((await bar.textContent()) ?? '')?.[1];
  expect(lines.some((line) => line.includes(`Reference ${reference}`))).toBe(true);
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Dismiss' }).click();
  await expect(bar).toBeHidden();
});
