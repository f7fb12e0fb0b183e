import { readFileSync } from 'node:fs';
import { nextRequest, readyRequest } from '@stipple/api-e2e/sent-story';
import { caseWithPayer, today } from '@stipple/api-e2e/story';
import { Keyboard } from './people/by-keyboard';
import { send, within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './stage';

test('a coordinator finds what has no receipt, follows it to its case, and sees the receipt arrive: keys alone', async ({
  browser,
  stage,
}) => {
  test.slow();
  const team = await overHttp(stage);
  const { coordinator, clinic } = team;
  const { caseId, requestId } = await readyRequest(team, await newPatient(stage, 'Faxedtest'));
  const fax = { version: 2, channel: 'fax', submittedAt: new Date().toISOString(), reference: 'FAX-55' };
  await coordinator.move(`/api/auth-requests/${requestId}/submissions`, fax);

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const keys = new Keyboard(page);
  await keys.arrives(stage);
  await keys.signsIn(clinic.coordinator);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await keys.press('g');
  await keys.press('u');
  await expect(page.getByRole('heading', { name: 'Submissions', exact: true })).toBeVisible();
  const sent = page.getByRole('row', { name: /Faxedtest, Alpha.*FAX-55/ });
  await expect(sent).toContainText('No receipt yet, sent today');
  await expect(sent).toContainText('17999 × 3');
  await expect(sent).toContainText('No proof on file');
  await expect(sent).toContainText(/Recorded .* by Billie Coordinator/);
  await expectAccessible(page);

  // What lacks a receipt; the address keeps it.
  await keys.press('r');
  await expect(page).toHaveURL(/\?receipt=none$/);
  await expect(page.getByRole('row', { name: /PORTAL-77/ })).toHaveCount(0);
  const byFax = page.getByRole('button', { name: /^Fax \d/ });
  await byFax.focus();
  await keys.press('Enter');
  await expect(page).toHaveURL(/channel=fax/);
  await expect(byFax).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(byFax).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: /^No receipt/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(sent).toBeVisible();

  // The payer confirms, a colleague writes it down, and the row leaves by itself; without the filter it tells when.
  await coordinator.move(`/api/auth-requests/${requestId}/receipts`, {
    version: 3,
    payerReceivedAt: new Date().toISOString(),
    payerReference: 'PAYER-8',
  });
  await expect(sent).toHaveCount(0);
  await keys.press('Shift+F');
  await expect(page).toHaveURL(/\/submissions$/);
  await expect(sent).toContainText(/Received.*payer’s reference PAYER-8/);

  await keys.press('j');
  await expect(page.getByRole('row').nth(1).getByRole('link').first()).toBeFocused();
  await keys.press('j');
  await keys.press('k');
  await sent.getByRole('link', { name: 'Faxedtest, Alpha' }).focus();
  await keys.press('o');
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}`));
  await page.goto(`${stage.url}/cases/${caseId}?tab=payer`);
  const requests = page.getByRole('region', { name: 'Requests to the payer' });
  await expect(requests).toContainText(
    /Sent by fax .* · recorded by Billie Coordinator · confirmation FAX-55 · received .* · payer’s reference PAYER-8/,
  );
  await expect(requests).toContainText('no proof on file');
  await keys.expectNoMouse();
  await context.close();
});

test('a resubmission names what it corrects, and its proof opens; on a phone too', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const { coordinator, clinic } = team;
  const { caseId, requestId } = await readyRequest(team, {
    ...(await newPatient(stage, 'Resubmittedtest')),
    bodySite: 'foot',
  });
  const now = new Date().toISOString();
  const first = `/api/auth-requests/${requestId}`;
  const fax = { version: 2, channel: 'fax', submittedAt: now, reference: 'FAX-66' };
  await coordinator.move(`${first}/submissions`, fax);
  await coordinator.move(`${first}/rejections`, {
    version: 3,
    errorCode: '67',
    words: 'Member is not found',
  });
  const again = await nextRequest(team, caseId, { supersedesId: requestId });
  const proofId = await coordinator.attach(caseId, 'submission_proof', 'Certified letter');
  const letter = { version: 2, channel: 'mail', submittedAt: now, proofId };
  await coordinator.move(`/api/auth-requests/${again}/submissions`, letter);

  const page = await open(clinic.coordinator);
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto('/submissions');
  const rows = page.getByRole('row', { name: /Resubmittedtest, Alpha/ });
  const rejected = rows.filter({ hasText: 'FAX-66' }).filter({ hasText: 'Rejected without review' });
  await expect(rejected).toContainText('67: “Member is not found”');
  const corrected = rows.filter({ hasText: 'Certified letter' });
  await expect(corrected).toContainText(/Corrects the one sent .* · no. FAX-66/);
  await expectNoSidewaysScroll(page, 360);
  await expectAccessible(page);
  const paper = corrected.getByRole('link', { name: 'Certified letter' });
  await expect(paper).toHaveAttribute('href', `/api/documents/${proofId}`);
  expect((await page.request.get(`/api/documents/${proofId}`)).status()).toBe(200);

  await page.getByRole('button', { name: /^No proof/ }).click();
  await expect(corrected).toHaveCount(0);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV' }).click(),
  ]);
  const lines = readFileSync(await file.path(), 'utf8');
  expect(lines).toContain('without a proof');
  expect(lines).not.toContain('Certified letter');

  await page.goto('/submissions?from=2026-02-02&to=2026-01-01');
  await expect(page.getByRole('alert')).toContainText('This range ends before it begins');
  await page.goto('/submissions?to=2001-01-01');
  await expect(page.getByText('Nothing sent fits these filters')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(rows.first()).toBeVisible();
});

test('a manager reads the log; a physician is not shown the way, and is sent home', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.manager);
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Sent', exact: true })
    .click();
  await expect(page.getByRole('heading', { name: 'Submissions', exact: true })).toBeVisible();
  const context = await page.context().browser()?.newContext({ baseURL: stage.url });
  const theirs = await context?.newPage();
  if (theirs === undefined) throw new Error('a second browser');
  await signIn(theirs, stage.clinic.physician);
  await expect(theirs.getByRole('link', { name: 'Sent', exact: true })).toHaveCount(0);
  await theirs.goto('/submissions');
  await expect(theirs).toHaveURL(/\/waiting/);
  await context?.close();
});

test('an answer to the payer’s questions is recorded with the way it went, and stands in the log until the payer goes on', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const patient = await newPatient(stage, 'Answeredtest');
  const { caseId, requestId } = await caseWithPayer(team, { ...patient, bodySite: 'knee' });
  const path = `/api/auth-requests/${requestId}`;
  const respondByOn = today(team.clinic.timeZone, 9);
  await team.coordinator.move(`${path}/information-requests`, { version: 4, items: ['Photos'], respondByOn });

  const page = await open(stage.clinic.coordinator, `/cases/${caseId}?tab=payer`);
  await page.getByRole('button', { name: 'Record answer to payer', exact: true }).first().click();
  const form = within(page);
  await expect(form.getByRole('radio', { name: 'Payer portal', exact: true })).toBeChecked();
  await form.getByRole('radio', { name: 'Phone', exact: true }).check();
  await form.getByLabel('Confirmation number').fill('TEL-77');
  await send(page, 'Record answer');

  await page.goto('/submissions?channel=phone');
  const row = page.getByRole('row', { name: /Answeredtest, Alpha/ });
  await expect(row).toContainText('Answer to the payer: 17999 × 3');
  await expect(row).toContainText('TEL-77');
  await expect(row).toContainText('No receipt yet, sent today');
  await team.coordinator.move(`${path}/call-referrals`, { version: 6, words: 'Call us' });
  await expect(row).toContainText('Payer answered “contact payer”');
});
