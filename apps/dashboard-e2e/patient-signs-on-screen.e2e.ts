import { estimateTexts, patientTexts } from '@stipple/domain';
import type { Browser, Page } from '@playwright/test';
import { estimate, priceOf } from '@stipple/api-e2e/self-pay-story';
import { booking, openCase } from '@stipple/api-e2e/story';
import { send } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { RunningStage, expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

const small = { width: 360, height: 740 };

/** The patient's telephone: no account, and nothing of the clinic's browser. */
async function telephone(browser: Browser, { url }: RunningStage, language: 'en' | 'es'): Promise<Page> {
  const locale = language === 'es' ? 'es-US' : 'en-US';
  const context = await browser.newContext({ baseURL: url, viewport: small, locale });
  return context.newPage();
}

for (const language of ['en', 'es'] as const) {
  const texts = patientTexts[language];

  test(`a patient opens the link, reads the total first and signs, in ${language}; then the clinic can book`, async ({
    browser,
    open,
    stage,
  }) => {
    test.setTimeout(120_000);
    const team = await overHttp(stage);
    const patient = await newPatient(stage, language === 'en' ? 'Linktest' : 'Enlacetest');
    const caseId = await openCase(team, { ...patient, planType: 'none' });
    const id = await team.coordinator.make(`/api/cases/${caseId}/self-pay-agreements`, priceOf());
    if (language === 'es') await team.manager.post('/api/prices', sessionPrice);
    const form = estimate(team, 1, { language, delivery: 'electronic' });
    await team.coordinator.move(`/api/self-pay-agreements/${id}/estimates`, form);

    const clinic = await open(stage.clinic.coordinator, `/cases/${caseId}`);
    await expect(clinic.getByRole('heading', { name: 'Booking is locked' })).toBeVisible();
    await clinic.getByRole('button', { name: 'Link for the patient' }).click();
    await send(clinic, 'Make link');
    const link = await clinic.getByLabel('Link for the patient, shown only now').inputValue();
    // Nothing of the patient, the case or the clinic stands in it.
    expect(link).toMatch(new RegExp(`^${stage.url}/your-estimate#[\\w-]{43}$`));
    await expect(clinic.getByText(/not opened yet/)).toBeVisible();
    await expectAccessible(clinic);

    const page = await telephone(browser, stage, language);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.title);
    await expectAccessible(page);
    await page.getByLabel(texts.gate.birthDate).fill('1979-12-31');
    await page.getByRole('button', { name: texts.gate.open }).click();
    await expect(page.getByRole('alert')).toHaveText(texts.problems.notOpened);
    await page.getByLabel(texts.gate.birthDate).fill('1980-01-01');
    await page.getByRole('button', { name: texts.gate.open }).click();

    // The total is the first thing there is, before any form.
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(texts.headings.total);
    await expect(page.locator('.amount')).toHaveText('$1,500.00');
    await expect(page.locator('.amount')).toBeInViewport();
    await expect(page.getByText(texts.actsNext.patient)).toBeVisible();
    await expect(page.getByText(estimateTexts[language].dispute[2] ?? '')).toHaveCount(2);
    expect(new URL(page.url()).hash).toBe('');
    await expectNoSidewaysScroll(page, small.width);
    await expectAccessible(page);

    // Another course is shown, and changes nothing.
    const box = page.getByRole('spinbutton').first();
    await box.fill('5');
    await expect(page.getByText(texts.otherCourse.result.replace('{total}', '$2,500.00'))).toBeVisible();
    await expect(page.getByRole('slider').first()).toHaveValue('5');
    await expect(page.locator('.amount')).toHaveText('$1,500.00');

    await page.getByRole('button', { name: texts.sign.button }).click();
    await expect(page.getByText(texts.sign.nameMissing)).toBeVisible();
    await expect(page.getByLabel(texts.sign.name)).toBeFocused();
    await page.getByLabel(texts.sign.name).fill('Alpha Testpatient');
    await page.getByLabel(texts.sign.consent).check();
    await page.getByRole('button', { name: texts.sign.button }).click();
    const signed = page.getByText(/^Alpha Testpatient (signed|firmó)/);
    await expect(signed.last()).toBeFocused();
    await expect(page.getByText(texts.stages.self_pay_ready)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: texts.otherLanguage }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      patientTexts[language === 'en' ? 'es' : 'en'].title,
    );
    expect(asked.filter((url) => url.includes(link.split('#')[1] ?? ''))).toEqual([]);

    // A page that is loaded again goes on; the link does not open twice.
    await page.reload();
    await expect(page.locator('.amount')).toHaveText('$1,500.00');
    const stranger = await telephone(browser, stage, language);
    await stranger.goto(link);
    await stranger.getByLabel(texts.gate.birthDate).fill('1980-01-01');
    await stranger.getByRole('button', { name: texts.gate.open }).click();
    await expect(stranger.getByRole('alert')).toHaveText(texts.problems.notOpened);

    await expect(clinic.getByText(/on screen by their link/)).toBeVisible();
    await expect(clinic.getByRole('heading', { name: 'Booking is locked' })).toHaveCount(0);
    await team.coordinator.make(
      `/api/cases/${caseId}/sessions`,
      booking(team, 20, language === 'en' ? 9 : 11),
    );
    await page.context().close();
    await stranger.context().close();
  });
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
