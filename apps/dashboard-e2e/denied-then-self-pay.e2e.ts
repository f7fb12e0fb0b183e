import { caseWithPayer, today } from '@stipple/api-e2e/story';
import { patientTexts } from '@stipple/domain';
import { pdfText } from '@stipple/testing';
import type { Page } from '@playwright/test';
import { Coordinator } from './people/coordinator';
import { pdf, send, within } from './people/form';
import { newPatient, overHttp, ownClinic } from './people/over-http';
import { Physician } from './people/physician';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

const phone = { width: 360, height: 740 };

/* Everybody on a telephone: the payer has denied, and the patient pays. */
for (const language of ['en', 'es'] as const) {
  const texts = patientTexts[language];

  test(`denied, estimated, signed, booked, treated, paid, and a receipt, on telephones, in ${language}`, async ({
    browser,
    open,
    stage: shared,
  }) => {
    test.setTimeout(180_000);
    const stage = await ownClinic(shared);
    const { clinic } = stage;
    const team = await overHttp(stage);
    const patient = await newPatient(stage, 'Selfpaytest');
    const { caseId } = await caseWithPayer(team, patient);
    const page = await open(clinic.coordinator, `/cases/${caseId}`);
    await page.setViewportSize(phone);
    const coordinator = new Coordinator(page);

    await coordinator.recordsDenial('Not medically necessary for this member.', '50');
    await expect(page.getByRole('heading', { name: 'Booking is locked' })).toBeVisible();
    await coordinator.triesToBook('Selfpaytest');
    await expect(page.getByRole('alert')).toContainText('cannot be booked yet');

    await page.goto(`/cases/${caseId}`);
    await team.manager.move('/api/prices', sessionPrice);
    await page.reload();
    await coordinator.offersSelfPay(language);
    // An estimate that nobody has signed unlocks nothing.
    await expect(page.getByRole('heading', { name: 'Booking is locked' })).toBeVisible();

    const patients = await (
      await browser.newContext({ baseURL: stage.url, viewport: phone, locale: language })
    ).newPage();
    await patients.goto(await linkFor(page));
    await patients.getByLabel(texts.gate.birthDate).fill('1980-01-01');
    await patients.getByRole('button', { name: texts.gate.open }).click();
    await expect(patients.locator('.amount')).toHaveText('$1,500.00');
    await patients.getByLabel(texts.sign.name).fill('Alpha Selfpaytest');
    await patients.getByLabel(texts.sign.consent).check();
    await patients.getByRole('button', { name: texts.sign.button }).click();
    await expect(patients.getByText(texts.stages.self_pay_ready)).toBeVisible();
    await expectNoSidewaysScroll(patients, phone.width);
    await expectAccessible(patients);

    await expect(page.getByRole('heading', { name: 'Unlocked by signed self-pay' })).toBeVisible();
    await coordinator.books('Selfpaytest', today(clinic.timeZone), '15:00');
    const physician = new Physician(await open(clinic.physician), clinic.physician.password);
    await physician.treats('Selfpaytest, Alpha');

    await page.goto(`/cases/${caseId}`);
    await page.getByRole('tab', { name: /Self-pay/ }).click();
    await page.getByRole('link', { name: 'Ledger' }).click();
    await expect(page.getByRole('heading', { name: 'Owed for what was done: $500.00' })).toBeVisible();
    await page.getByRole('button', { name: 'Record payment' }).click();
    await within(page).getByLabel('Amount, $').fill('500');
    await within(page)
      .getByLabel(/^Receipt number of the terminal/)
      .fill('SLIP-31');
    await send(page, 'Record payment');
    await expect(page.getByRole('heading', { name: 'Owed for what was done: $0.00' })).toBeVisible();
    await expectNoSidewaysScroll(page, phone.width);
    await expectAccessible(page);
    const receipt = await page.getByRole('link', { name: 'Receipt (PDF)' }).getAttribute('href');
    const text = pdfText(await (await page.request.get(receipt ?? '')).body());
    for (const said of ['Selfpaytest', 'SLIP-31', 'Still to be paid $0.00']) expect(text).toContain(said);
    await patients.context().close();
  });
}

/** Makes the link, with the waiver that a commercial plan asks for, and reads it off the screen. */
async function linkFor(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Link for the patient' }).click();
  const form = within(page);
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: 'waiver.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect(form.getByRole('option', { name: /just attached/ })).toHaveCount(1);
  await send(page, 'Make link');
  return page.getByLabel('Link for the patient, shown only now').inputValue();
}

const sessionPrice = {
  code: 'session',
  version: 0,
  kind: 'session',
  wordsEn: 'Microneedling session',
  wordsEs: 'Sesión de microagujas',
  procedureCode: '17999',
  unitCents: 50_000,
  validFrom: '2026-01-01',
};
