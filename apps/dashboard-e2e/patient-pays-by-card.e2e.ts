import { patientCardTexts, patientTexts } from '@stipple/domain';
import type { Browser, Page } from '@playwright/test';
import { notify, paidEvent, refundedEvent } from '@stipple/api-e2e/card-story';
import { sendLink } from '@stipple/api-e2e/patient-story';
import { issuedAgreement } from '@stipple/api-e2e/self-pay-story';
import { type Team, openCase } from '@stipple/api-e2e/story';
import { test } from './card-stage';
import { send, within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { RunningStage, expect, expectAccessible, expectNoSidewaysScroll } from './stage';

const small = { width: 360, height: 740 };
const texts = patientCardTexts.en;
const filled = (text: string, total: string) => text.replace('{total}', total);

/** A patient at their telephone, who has just signed. */
async function signedOnScreen(browser: Browser, stage: RunningStage, team: Team) {
  const caseId = await openCase(team, { ...(await newPatient(stage, 'Cardtest')), planType: 'none' });
  const agreementId = await issuedAgreement(team, caseId);
  const context = await browser.newContext({ baseURL: stage.url, viewport: small, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(`/your-estimate#${await sendLink(team, agreementId)}`);
  await page.getByLabel(patientTexts.en.gate.birthDate).fill('1980-01-01');
  await page.getByRole('button', { name: patientTexts.en.gate.open }).click();
  // Nothing is to be paid before it is signed.
  await expect(page.getByLabel(patientTexts.en.sign.name)).toBeVisible();
  await expect(page.getByRole('heading', { name: texts.heading })).toHaveCount(0);
  await page.getByLabel(patientTexts.en.sign.name).fill('Alpha Testpatient');
  await page.getByLabel(patientTexts.en.sign.consent).check();
  await page.getByRole('button', { name: patientTexts.en.sign.button }).click();
  await expect(page.getByRole('heading', { name: texts.heading })).toBeVisible();
  return { page, path: `/cases/${caseId}/ledger/${agreementId}` };
}

const payAll = (page: Page) => page.getByRole('button', { name: filled(texts.all, '$1,500.00') });

test('a patient pays on the provider’s page and is told that it is paid once the bank has said so; the clinic refunds a part', async ({
  browser,
  open,
  stage,
  standIn,
}) => {
  test.setTimeout(120_000);
  const team = await overHttp(stage);
  const { page, path } = await signedOnScreen(browser, stage, team);
  await expectAccessible(page);

  // Whoever comes back without paying is told so, and finds the same page again.
  await payAll(page).click();
  await expect(page.getByRole('heading', { name: 'Pay $1500.00' })).toBeVisible();
  const hosted = page.url();
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByText(texts.left)).toBeVisible();
  await payAll(page).click();
  await expect(page).toHaveURL(hosted);

  await page.getByRole('link', { name: 'Pay with a good card' }).click();
  await expect(page).toHaveURL(`${stage.url}/your-estimate?card=sent`);
  await expect(page.getByText(filled(texts.confirming, '$1,500.00'))).toBeVisible();
  await expect(payAll(page)).toHaveCount(0);
  await expectNoSidewaysScroll(page, small.width);
  await expectAccessible(page);

  const session = standIn.session(hosted.split('/').at(-1) ?? '');
  expect(await notify(stage, paidEvent(session))).toBe(204);
  await expect(page.getByText(/^You paid \$1,500\.00 by card on/)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText(session.payment_intent ?? '')).toBeVisible();
  await expectNoSidewaysScroll(page, small.width);
  await expectAccessible(page);

  const clinic = await open(stage.clinic.coordinator, path);
  const cards = clinic.getByRole('region', { name: 'Cards online' });
  await expect(cards).toContainText('Payment of $1,500.00');
  await expect(cards).toContainText('Confirmed');
  await expect(cards).toContainText('By the patient on their page');
  await expect(cards.getByText('Nothing is still open of the agreed price.')).toBeVisible();
  await cards.getByRole('button', { name: 'Refund to the card' }).click();
  await within(clinic).getByLabel('Amount, $').fill('1500.01');
  await expect(within(clinic).getByText('This is more than $1,500.00.')).toBeVisible();
  await within(clinic).getByLabel('Amount, $').fill('400');
  await within(clinic).getByLabel('Why').fill('One session less');
  await send(clinic, 'Refund to the card');
  await expect(cards).toContainText('Not confirmed yet');
  expect(await notify(stage, refundedEvent(session))).toBe(204);
  await expect(cards).not.toContainText('Not confirmed yet');
  await expect(clinic.getByRole('heading', { name: 'Paid ahead: $1,100.00' })).toBeVisible();
  await expectAccessible(clinic);
});

test('the clinic sends a payment link, and whoever pays by it comes back to a page that names nobody', async ({
  browser,
  open,
  stage,
  standIn,
}) => {
  const team = await overHttp(stage);
  const { path } = await signedOnScreen(browser, stage, team);
  const clinic = await open(stage.clinic.coordinator, path);
  await clinic.getByRole('button', { name: 'Ask for a card payment' }).click();
  await within(clinic).getByLabel('Amount, $').fill('500');
  await send(clinic, 'Make payment link');
  const link = await clinic.getByLabel('Payment link for the patient, shown only now').inputValue();
  await expectAccessible(clinic);

  const context = await browser.newContext({ viewport: small, locale: 'en-US' });
  const payer = await context.newPage();
  await payer.goto(link);
  await payer.getByRole('link', { name: 'Pay with a good card' }).click();
  await expect(payer.getByText(texts.sent)).toBeVisible();
  await expect(payer.getByRole('main')).not.toContainText(/Cardtest|Alpha|\$/);
  await expectAccessible(payer);

  expect(await notify(stage, paidEvent(standIn.session(link.split('/').at(-1) ?? '')))).toBe(204);
  await expect(clinic.getByRole('region', { name: 'Cards online' })).toContainText('Confirmed');
  await expect(clinic.getByRole('heading', { name: 'Paid ahead: $500.00' })).toBeVisible();
  await expect(clinic.getByLabel('Payment link for the patient, shown only now')).toHaveCount(0);
});
