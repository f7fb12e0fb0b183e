import { mustBe } from '@stipple/api-e2e/browser';
import { evidenceOf } from '@stipple/api-e2e/screening-story';
import { openCase } from '@stipple/api-e2e/story';
import { newPatient, overHttp } from './people/over-http';
import { Physician } from './people/physician';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

test('a case is screened, tried with what is missing, proposed by keyboard, and decided on a phone', async ({
  open,
  stage,
}) => {
  test.setTimeout(180_000);
  const team = await overHttp(stage);
  const caseId = await openCase(team, await newPatient(stage, 'Screenedtest'));
  const record = evidenceOf(team, caseId);
  await team.physician.make(`/api/cases/${caseId}/clinical-notes`, { body: 'Calls the scar unsightly.' });

  const page = await open(stage.clinic.coordinator, `/cases/${caseId}`);
  await page.getByRole('tab', { name: 'Preparation' }).click();
  await page.getByRole('link', { name: 'Screen by policy' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Screening: Screenedtest/);
  const verdict = page.getByRole('region', { name: 'Uncertain' });
  await expect(verdict).toContainText('no policy on file');
  const care = page.getByRole('listitem').filter({
    has: page.getByRole('heading', { name: 'Conservative care was tried and failed' }),
  });
  await expect(care).toContainText('Not known yet');
  await expect(care).toContainText('“At least one conservative treatment was tried and failed.”');
  await expectAccessible(page);

  // What if: it follows as one types, marks what it touches, and records nothing.
  await page.getByLabel('How many treatments failed').fill('0');
  await expect(care).toContainText('Not met');
  await expect(page.getByRole('region', { name: 'Requirements not met' })).toBeVisible();
  await expect(care.locator('st-criterion-item')).toHaveClass(/lit/);
  await page.getByLabel('Reasons').fill('Contracture of the hand after a burn.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('You are trying values that are not on record.')).toBeVisible();
  await page.getByRole('button', { name: 'Forget what was tried' }).click();
  await expect(care).toContainText('Not known yet');

  // The record moves, and the page follows by itself.
  await record.all();
  await expect(care).toContainText('Met');
  await expect(care.getByRole('link', { name: /^Earlier treatment/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Uncertain' })).toContainText('“unsightly”');
  await expect(page.locator('mark')).toHaveText('unsightly');
  await page.getByLabel('Why it does not mean appearance').fill('Her word; the hand does not close.');
  await expect(page.getByRole('region', { name: 'Likely medical' })).toBeVisible();
  // What was recorded last has come as well: whoever proposes names what they have read.
  await expect(page.getByText('Appearance as the purpose: No')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Propose “Likely medical”/ })).toBeVisible();
  await page.getByLabel('Reasons').focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Waits for signature')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 768, height: 1000 });
  await expectNoSidewaysScroll(page, 768);
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(page, 360);

  const physician = new Physician(await open(stage.clinic.physician), stage.clinic.physician.password);
  await physician.page.setViewportSize({ width: 360, height: 780 });
  await physician.page.goto(`/cases/${caseId}/screening`);
  await physician.page.getByRole('link', { name: 'Read and sign' }).click();
  await physician.page.getByText('Decide otherwise than computed').click();
  await physician.page.getByRole('combobox', { name: /^Outcome/ }).selectOption({ label: 'Uncertain' });
  await physician.page.getByLabel('Why', { exact: true }).fill('I want to measure again.');
  await expectAccessible(physician.page);
  await physician.signsWhatIsRead('Screening outcome');
  await expect(physician.page.getByText(/Signed for/).first()).toBeVisible();
  const view = mustBe(200, await team.coordinator.get<{ screenings: object[] }>(`/api/cases/${caseId}`));
  expect(view.screenings[0]).toMatchObject({
    state: 'signed',
    outcome: 'uncertain',
    overrideReason: 'I want to measure again.',
    computed: { outcome: 'likely_medical' },
  });
});
