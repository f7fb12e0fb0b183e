import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { drawnPicture } from '@stipple/api-e2e/photo-story';
import { deniedCase, today } from '@stipple/api-e2e/story';
import { caseTexts, longDay, patientTexts } from '@stipple/domain';
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

/** From the first step of the guide to the photograph's own form. */
async function takeGuided(page: Page, language: 'en' | 'es', buffer: Buffer): Promise<void> {
  const { photos, steps } = caseTexts[language];
  for (const step of steps.slice(0, -1)) {
    await expect(page.getByRole('heading', { name: step.title })).toBeFocused();
    await page.getByRole('button', { name: photos.next, exact: true }).click();
  }
  await expect(page.getByRole('heading', { name: steps.at(-1)?.title })).toBeFocused();
  await expectAccessible(page);
  await expect(page.getByLabel(photos.take)).toHaveAttribute('capture', 'environment');
  await page.getByLabel(photos.take).setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await expect(page.getByRole('img', { name: photos.preview })).toBeVisible();
}

for (const language of ['en', 'es'] as const) {
  const texts = caseTexts[language];
  const { gate, problems, stages } = patientTexts[language];

  test(`a patient reads where their case stands, sends two photographs and takes their papers, in ${language}`, async ({
    browser,
    open,
    stage,
  }) => {
    test.setTimeout(150_000);
    const team = await overHttp(stage);
    const patient = await newPatient(stage, language === 'en' ? 'Casetest' : 'Casotest');
    const { caseId } = await deniedCase(team, patient);

    const clinic = await open(stage.clinic.coordinator, `/cases/${caseId}`);
    await clinic.getByRole('button', { name: 'Link to the case' }).click();
    await send(clinic, 'Make link');
    const link = await clinic.getByLabel('Link for the patient, shown only now').inputValue();
    expect(link).toMatch(new RegExp(`^${stage.url}/your-case#[\\w-]{43}$`));
    await expect(clinic.getByText(/not opened yet.*They can send photographs and take papers/)).toBeVisible();
    await expectAccessible(clinic);

    const page = await telephone(browser, stage, language);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.title);
    await page.getByLabel(gate.birthDate).fill('1979-12-31');
    await page.getByRole('button', { name: texts.gate.open }).click();
    await expect(page.getByRole('alert')).toHaveText(problems.notOpened);
    await page.getByLabel(gate.birthDate).fill('1980-01-01');
    await page.getByRole('button', { name: texts.gate.open }).click();

    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(texts.headings.standing);
    await expect(page.getByText(stages.adverse)).toBeInViewport();
    await expect(page.getByText(texts.youCan.adverse)).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(texts.title));
    expect(new URL(page.url()).hash).toBe('');
    await expectNoSidewaysScroll(page, small.width);
    await expectAccessible(page);

    await page.getByRole('button', { name: texts.photos.begin, exact: true }).click();
    await takeGuided(page, language, await drawnPicture(900, 600, '#ca8'));
    // Another one instead; and without the consent to keep it, none is sent.
    const again = await drawnPicture(900, 600, '#a86');
    const file = { name: 'again.jpg', mimeType: 'image/jpeg', buffer: again };
    await page.getByLabel(texts.photos.retake).setInputFiles(file);
    await page.getByRole('button', { name: texts.photos.send, exact: true }).click();
    await expect(page.getByRole('alert')).toHaveText(texts.photos.keepMissing);
    await expect(page.getByLabel(texts.photos.keep)).toBeFocused();
    await expectNoSidewaysScroll(page, small.width);
    await expectAccessible(page);
    await page.getByLabel(texts.photos.scale).check();
    await page.getByLabel(texts.photos.keep).check();
    await page.getByLabel(texts.photos.payer).check();
    await page.getByRole('button', { name: texts.photos.send, exact: true }).click();
    await expect(page.getByText(texts.photos.sent)).toBeFocused();

    await page.getByRole('button', { name: texts.photos.another }).click();
    await takeGuided(page, language, again);
    await page.getByLabel(texts.photos.keep).check();
    await page.getByRole('button', { name: texts.photos.send, exact: true }).click();
    await expect(page.getByRole('alert')).toHaveText(texts.photoProblems.twice);
    const second = {
      name: 'second.jpg',
      mimeType: 'image/jpeg',
      buffer: await drawnPicture(700, 900, '#b97'),
    };
    await page.getByLabel(texts.photos.retake).setInputFiles(second);
    await page.getByLabel(texts.photos.viewQuestion).selectOption('close_up');
    await page.getByRole('button', { name: texts.photos.send, exact: true }).click();
    await expect(page.getByText(texts.photoStates.waiting, { exact: true })).toHaveCount(2);
    await expectAccessible(page);

    // The clinic looks at each: one goes into the record, the other does not.
    await clinic.goto(`/cases/${caseId}/photos`);
    await expect(clinic.getByRole('heading', { name: 'From the patient' })).toBeVisible();
    await expectAccessible(clinic);
    await clinic.getByRole('button', { name: /^Take into the record Front/ }).click();
    await send(clinic, 'Take into the record');
    await clinic.getByRole('button', { name: /^Set aside Close-up/ }).click();
    await clinic.getByRole('dialog').getByLabel('Why').fill('Out of focus');
    await send(clinic, 'Set aside');
    await expect(clinic.getByRole('heading', { name: 'From the patient' })).toHaveCount(0);
    await expect(clinic.getByText('can go to the payer')).toBeVisible();

    // A page that is loaded again goes on, and tells what became of them.
    await page.reload();
    await expect(page.getByText(texts.photoStates.accepted)).toBeVisible();
    await expect(page.getByText(texts.photoStates.set_aside)).toBeVisible();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: texts.papers.take }).click();
    const taken = await download;
    expect(taken.suggestedFilename()).toBe('papers.pdf');
    expect((await readFile(await taken.path())).subarray(0, 5).toString()).toBe('%PDF-');

    const other = language === 'en' ? 'es' : 'en';
    await page.getByRole('button', { name: patientTexts[language].otherLanguage }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(caseTexts[other].title);
    await expect(page.getByText(longDay(today(stage.clinic.timeZone), other)).first()).toBeVisible();
    expect(asked.filter((url) => url.includes(link.split('#')[1] ?? ''))).toEqual([]);
    await page.context().close();
  });
}
