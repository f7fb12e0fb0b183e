import { readFileSync } from 'node:fs';
import { booking, caseWithPayer, openCase, today } from '@stipple/api-e2e/story';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, test } from './stage';

test('a manager’s day: why payers say no, who did what, and nothing booked too early', async ({
  open,
  stage,
}) => {
  test.setTimeout(120_000);
  const { clinic } = stage;
  const team = await overHttp(stage);
  const patient = await newPatient(stage, 'Managertest');
  const day = today(clinic.timeZone);
  const denied = async (bodySite: string, code: string, words: string) => {
    const { requestId } = await caseWithPayer(team, { ...patient, bodySite });
    const denial = { version: 4, words, code, kind: 'clinical', decisionOn: day, noticeReceivedOn: day };
    await team.coordinator.move(`/api/auth-requests/${requestId}/denials`, denial);
  };
  await denied('ankle', '50', 'Not necessary.');
  await denied('hip', '50', '=1+1 is not a reason.');
  await denied('foot', '55', 'Investigational.');

  const page = await open(clinic.manager);
  await expect(page.getByRole('heading', { name: 'Denials', exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: /Test Health Plan denied most/ })).toBeVisible();
  await expectAccessible(page);

  // Five figures, each of how many, with what it counts a key away; a case that was asked for twice counts once by case.
  const figures = page.getByRole('list', { name: 'Figures' }).getByRole('listitem');
  await expect(figures).toHaveCount(5);
  const rate = figures.filter({ hasText: 'First-decision denial rate' });
  await expect(rate).toContainText(/\d+ of \d+; /);
  await rate.getByRole('button', { name: 'What “First-decision denial rate” counts' }).press('Enter');
  const definition = page.getByRole('dialog', { name: 'First-decision denial rate' });
  await expect(definition).toContainText('Divided by');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
  await page.getByRole('button', { name: 'By case', exact: true }).press('Enter');
  await expect(page).toHaveURL(/count=case/);
  await expect(figures.filter({ hasText: 'Overturn rate by case' })).toBeVisible();
  const behind = await rate.getByRole('link', { name: /^Cases behind it/ }).getAttribute('href');
  const cases = await (await page.request.get(behind ?? '')).text();
  const whole = /of (\d+);/.exec(await rate.innerText())?.[1];
  expect(cases).toContain(`${whole} rows`);

  // By reason, with the keyboard: exactly the cases that the row counts.
  await page.getByRole('button', { name: 'Reason', exact: true }).press('Enter');
  await page.getByRole('button', { name: /^50 Not medically necessary/ }).press('Enter');
  const row = page.getByRole('row', { name: /^50 Not medically necessary/ });
  const counted = await row.getByRole('cell').first().innerText();
  await expect(
    page.getByRole('heading', { name: `${counted} denied requests: 50 Not medically necessary` }),
  ).toBeVisible();
  await expect(page).toHaveURL(/by=reason.*pick=50|pick=50.*by=reason/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV' }).click(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines.at(-1)).toBe(`${counted} rows`);
  expect(lines.join('\n')).toContain(`'=1+1 is not a reason.`);

  await page.getByLabel('From', { exact: true }).fill('2026-12-31');
  await page.getByLabel('To', { exact: true }).fill('2026-01-01');
  await page.getByLabel('To', { exact: true }).blur();
  await expect(page.getByRole('alert')).toContainText('This range ends before it begins');

  await page.getByRole('link', { name: 'Audit', exact: true }).click();
  await page.getByRole('button', { name: 'Check the chain' }).click();
  await expect(page.getByText(/the chain is unbroken/)).toBeVisible();
  await expectAccessible(page);

  // A manager overrides nothing: a case without clearance is booked by nobody.
  const caseId = await openCase(team, { ...patient, bodySite: 'neck' });
  const early = await page.request.post(`/api/cases/${caseId}/sessions`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: booking(team, 2, 9),
  });
  expect(early.status()).toBe(403);
  await page.goto('/people');
  await expect(page.getByRole('heading', { name: 'Denials', exact: true })).toBeVisible();
});
