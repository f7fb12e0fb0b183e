import { drawnPicture, photoFields, sendPhoto } from '@stipple/api-e2e/photo-story';
import { openCase, today } from '@stipple/api-e2e/story';
import type { Page } from '@playwright/test';
import { send, within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { RunningStage, expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

const file = async (name: string, colour: string) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await drawnPicture(1200, 900, colour),
});

/** A case with the same view on two days, and one photograph that nobody has described. */
async function caseWithPhotos(stage: RunningStage, family: string): Promise<string> {
  const team = await overHttp(stage);
  const caseId = await openCase(team, await newPatient(stage, family));
  const { timeZone } = stage.clinic;
  for (const [ago, colour] of [
    [40, '#c88'],
    [0, '#dba'],
  ] as const) {
    const fields = photoFields(today(timeZone, -ago));
    await sendPhoto(team.coordinator, caseId, { bytes: await drawnPicture(1200, 900, colour), fields });
  }
  await team.coordinator.attach(caseId, 'photo', 'From the referral', await drawnPicture(800, 800, '#abc'));
  return caseId;
}

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

test('photographs are added several at once; one that is refused says why and keeps none of the others', async ({
  open,
  stage,
}) => {
  const caseId = await openCase(await overHttp(stage), await newPatient(stage, 'Addphotos'));
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}?tab=preparation`);
  await page.getByRole('link', { name: 'Photographs', exact: true }).click();
  await expect(page.getByText('No photographs yet')).toBeVisible();
  const good = await file('palm.jpg', '#c98');
  const cut = { ...good, name: 'cut.jpg', buffer: good.buffer.subarray(0, 1500) };
  await page.getByLabel('Photographs', { exact: true }).setInputFiles([good, cut]);
  await page.getByLabel('View, palm.jpg').selectOption('Close-up');
  await page.getByLabel('Shows a ruler or scale, palm.jpg').check();
  await page.getByRole('button', { name: 'Add 2 photographs' }).click();
  await expect(page.getByText('1 photograph added')).toBeVisible();
  await expect(page.getByRole('img', { name: /^Photograph: Close-up/ })).toBeVisible();
  await expect(page.getByText('can go to the payer')).toBeVisible();
  const left = page.getByRole('list', { name: 'Chosen photographs' }).getByRole('listitem');
  await expect(left).toHaveCount(1);
  await expect(left).toContainText('Not added: The picture cannot be read to its end');
  await expectAccessible(page);
  await left.getByRole('button', { name: /^Leave out/ }).click();
  await expect(left).toHaveCount(0);
});

test('a photograph can be dropped or pasted, and without consent it says so', async ({ open, stage }) => {
  const caseId = await openCase(await overHttp(stage), await newPatient(stage, 'Pastephotos'));
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}/photos`);
  await expect(page.getByText('No photographs yet')).toBeVisible();
  const bytes = [...(await drawnPicture())];
  await page.evaluate((content) => {
    const carried = (name: string) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(content)], name, { type: 'image/jpeg' }));
      return data;
    };
    const drop = document.querySelector('label.drop');
    drop?.dispatchEvent(
      new DragEvent('drop', { dataTransfer: carried('dropped.jpg'), bubbles: true, cancelable: true }),
    );
    document.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: carried('pasted.jpg'), bubbles: true }),
    );
  }, bytes);
  await expect(page.getByRole('list', { name: 'Chosen photographs' }).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('checkbox', { name: 'Sent to the payer' }).uncheck();
  await expect(page.getByText('Without consent for it they go into no packet.')).toBeVisible();
  await page.getByRole('button', { name: 'Add 2 photographs' }).click();
  await expect(page.getByText('no consent to send it to the payer')).toHaveCount(2);
});

test('two days are compared by keyboard: side by side, laid over each other, closer', async ({
  open,
  stage,
}) => {
  const caseId = await caseWithPhotos(stage, 'Comparephotos');
  const page = await open(stage.clinic.physician, `/cases/${caseId}/photos`);
  await expect(page.getByRole('button', { name: 'Compare first and last' })).toBeVisible();
  await page.keyboard.press('v');
  const viewer = region(page, 'Before and after');
  await expect(viewer.getByRole('img')).toHaveCount(2);
  await expect(viewer.getByRole('heading')).toBeFocused();
  await page.keyboard.press('o');
  const seam = viewer.getByRole('slider');
  await seam.focus();
  await seam.press('ArrowRight');
  await expect(seam).toHaveAttribute('aria-valuetext', '51% of the earlier one');
  await page.keyboard.press('+');
  await expect(page.getByText('Zoom 125%')).toBeAttached();
  const frame = viewer.locator('.frame');
  await frame.focus();
  await frame.press('ArrowLeft');
  await expect(frame.getByRole('img').first()).toHaveAttribute('style', /translate\((?!0%)/);
  await expectAccessible(page);
  await page.keyboard.press('0');
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await expect(page).toHaveURL(/\/photos$/);
  // Ticked in the grid, whichever comes first.
  for (const box of await page.getByRole('checkbox', { name: /^Compare: Front/ }).all()) await box.check();
  await expect(viewer.getByRole('combobox', { name: 'Before' })).toBeVisible();
});

test('a photograph is described, and corrected with a reason, on a phone', async ({ open, stage }) => {
  const caseId = await caseWithPhotos(stage, 'Describephotos');
  const page = await open(stage.clinic.physician);
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`/cases/${caseId}/photos`);
  const section = region(page, /^Not described yet/);
  await section.getByRole('button', { name: 'Describe From the referral' }).click();
  await within(page).getByLabel('View').selectOption('Left side');
  await within(page).getByLabel('Shows a ruler or scale').check();
  await send(page, 'Save');
  await expect(section).toHaveCount(0);
  await page.getByRole('button', { name: /^Correct Left side/ }).click();
  await within(page).getByLabel('Sent to the payer').uncheck();
  await within(page).getByLabel('Why it is corrected').fill('Consent withdrawn by phone');
  await send(page, 'Save');
  await expect(page.getByText('no consent to send it to the payer')).toBeVisible();
  await expect(page.locator('input[capture="environment"]')).toBeAttached();
  await expectNoSidewaysScroll(page, 360);
  await expectAccessible(page);
});

test('a manager is not led to photographs', async ({ open, stage }) => {
  const caseId = await caseWithPhotos(stage, 'Managerphotos');
  const page = await open(stage.clinic.manager, `/cases/${caseId}?tab=preparation`);
  const evidence = region(page, 'Evidence and documents');
  await expect(evidence.getByText('From the referral')).toBeVisible();
  await expect(evidence.getByRole('link')).toHaveCount(0);
});
