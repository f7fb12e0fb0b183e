import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { caseToPack, packetOf } from '@stipple/api-e2e/packet-story';
import { askingMore, publishedPolicy } from '@stipple/api-e2e/payer-story';
import { drawnPicture } from '@stipple/api-e2e/photo-story';
import { benefitCall, fillWorksheet, openCase } from '@stipple/api-e2e/story';
import { evidenceOf } from '@stipple/api-e2e/screening-story';
import { send, within } from './people/form';
import { coveredBy, newPatient, overHttp } from './people/over-http';
import { Physician } from './people/physician';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

const words = 'The scar of the right hand comes from a burn.';

test('a case goes from its first measurement to a sealed packet', async ({ open, stage }) => {
  test.setTimeout(240_000);
  const team = await overHttp(stage);
  const caseId = await openCase(team, await newPatient(stage, 'Packetcase'));
  await team.coordinator.make(`/api/cases/${caseId}/benefit-calls`, benefitCall());
  await evidenceOf(team, caseId).all();
  await fillWorksheet(team, caseId);

  // The physician measures.
  const physician = new Physician(await open(stage.clinic.physician), stage.clinic.physician.password);
  await physician.page.goto(`/cases/${caseId}/evidence`);
  await physician.page.getByRole('button', { name: 'Measure motion', exact: true }).click();
  const sheet = within(physician.page);
  await sheet.getByLabel('Joint and motion').selectOption({ label: 'Wrist: extension (normal 70°)' });
  await sheet.getByRole('group', { name: 'Side' }).getByRole('radio', { name: 'Right' }).check();
  await sheet.getByLabel('Degrees', { exact: true }).fill('25');
  await send(physician.page, 'Save');
  await expect(physician.page.getByRole('region', { name: 'Range of motion' })).toContainText('45° short');

  // The coordinator adds a photograph and proposes the screening; the physician signs it.
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}/photos`);
  const palm = { name: 'palm.jpg', mimeType: 'image/jpeg', buffer: await drawnPicture(1200, 900, '#c98') };
  await page.getByLabel('Photographs', { exact: true }).setInputFiles([palm]);
  await page.getByLabel('View, palm.jpg').selectOption('Close-up');
  await page.getByRole('button', { name: 'Add 1 photograph' }).click();
  await expect(page.getByText('sent to the payer')).toBeVisible();
  await page.goto(`/cases/${caseId}/packet`);
  await expect(page.getByText('Nothing to pack yet')).toBeVisible();
  await expect(page.getByText('No signed screening is on file')).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/cases/${caseId}/screening`);
  await page.getByLabel('Reasons').fill('Contracture of the hand after a burn.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Waits for signature')).toBeVisible();
  await physician.signs('Screening outcome', 'Packetcase');

  // The letter rests on the record, and is signed.
  await page.goto(`/cases/${caseId}/letter`);
  await page.getByRole('button', { name: 'Begin with an empty sheet' }).click();
  const letter = page.getByLabel('Letter', { exact: true });
  await letter.fill(words);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+b');
  await expect(page.getByRole('combobox', { name: 'Find evidence' })).toBeFocused();
  await page.keyboard.type('cause of');
  await expect(page.getByRole('option').first()).toContainText('The cause of the scar: Burn');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: words })).toContainText('on record');
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(new RegExp(`/cases/${caseId}$`));
  await physician.signs('Letter of medical necessity', 'Packetcase');

  // The request, and what goes with it.
  await page.getByRole('button', { name: 'Draft request', exact: true }).first().click();
  await send(page, 'Save draft');
  await page.goto(`/cases/${caseId}/packet`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Packet: Packetcase, Alpha');
  const contents = page.getByRole('region', { name: 'Contents' });
  for (const part of [
    'Cover sheet',
    'Criteria map',
    'Letter of medical necessity',
    'Range of motion',
    'Photographs',
  ])
    await expect(contents.getByRole('listitem').filter({ hasText: part }).first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Marked ready.')).toBeVisible();
  await expect(contents.getByRole('status')).toHaveText(/^\d+ pages$/);
  await expect(contents.getByRole('listitem').filter({ hasText: 'Cover sheet' })).toContainText('page 1');

  // What is previewed is what is sealed.
  const preview = await (await page.request.get(await fileOn(page))).body();
  await page.keyboard.press('Control+Enter');
  const form = within(page);
  await form.getByLabel('Confirmation number').fill('PORTAL-PACKET');
  await send(page, 'Record submission');
  const seal = page.getByRole('region', { name: 'Sealed' });
  await expect(seal).toContainText(stage.clinic.coordinator.name);
  const { sealed } = await packetOf(team.coordinator, caseId);
  await expect(seal).toContainText(sealed?.sha256 ?? 'no hash');
  const kept = await (
    await page.request.get(
      (await seal.getByRole('link', { name: 'Open the sealed file' }).getAttribute('href')) ?? '',
    )
  ).body();
  expect(kept.equals(preview)).toBe(true);
  const [manifest] = await Promise.all([
    page.waitForEvent('download'),
    seal.getByRole('link', { name: 'Save the manifest' }).click(),
  ]);
  expect(JSON.parse(await readFile(await manifest.path(), 'utf8'))).toEqual(sealed?.manifest);
  await expectAccessible(page);
  for (const width of [768, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page, width);
  }
});

const fileOn = async (page: Page) =>
  (await page.getByRole('link', { name: /^Preview as PDF/ }).getAttribute('href')) ?? '';

test('what the payer asks for is there, or somebody says why not: keys alone, on a phone', async ({
  open,
  stage,
}) => {
  test.setTimeout(180_000);
  const team = await overHttp(stage);
  const payerId = await team.coordinator.make('/api/payers', { name: 'Packetfield Plan', phone: '555-0109' });
  await publishedPolicy({ ...team, clinic: { ...team.clinic, payerId } }, askingMore);
  const patient = await newPatient(stage, 'Packetgaps');
  await coveredBy(stage, patient.coverageId, payerId);
  const { caseId } = await caseToPack(team, patient);
  const page = await open(stage.clinic.coordinator);
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`/cases/${caseId}?tab=payer`);
  await page.getByRole('link', { name: 'Packet', exact: true }).focus();
  await page.keyboard.press('Enter');
  const checklist = page.getByRole('region', { name: 'Checklist' });
  await expect(checklist).toContainText('Packetfield Plan asks for');
  const reasons = checklist.getByRole('textbox', { name: 'Why the packet goes without it' });
  await expect(reasons.first()).toBeVisible();
  const gaps = await reasons.count();

  // A missing reason has the caret, and nothing was sent.
  await page.keyboard.press('Control+Enter');
  await expect(reasons.first()).toBeFocused();
  await expect(checklist.getByText('Add it, or say why not.')).toHaveCount(gaps);
  for (let at = 0; at < gaps; at++) {
    await reasons.nth(at).focus();
    await page.keyboard.type(`Not to be had, number ${at}`);
  }
  await expect(page.getByText('Draft saved')).toBeVisible();
  await expectAccessible(page);
  // What was typed outlives the page.
  await page.reload();
  await expect(reasons.first()).toHaveValue('Not to be had, number 0');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Marked ready.')).toBeVisible();
  await expect(checklist.getByText('Goes without')).toHaveCount(gaps);
  await expect(checklist).toContainText('Not to be had, number 0');
  await expectNoSidewaysScroll(page, 360);
  await page.getByRole('button', { name: 'Back to draft' }).focus();
  await page.keyboard.press('Enter');
  await expect(reasons.first()).toBeVisible();
});
