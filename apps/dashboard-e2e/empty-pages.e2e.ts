import { openCase } from '@stipple/api-e2e/story';
import type { Page } from '@playwright/test';
import { newPatient, overHttp } from './people/over-http';
import { ownClinic } from './people/own-clinic';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';

/** Every link and button of the page's empty part leads where this role may go, and the page says so without a 403. */
async function stepsLead(page: Page, path: string): Promise<void> {
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() === 403) refused.push(answer.url());
  });
  const links = await page.getByRole('main').locator('st-empty a').all();
  const targets = await Promise.all(links.map((link) => link.getAttribute('href')));
  for (const target of targets) {
    await page.goto(target ?? '');
    // A page that this role may not see sends it home.
    await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === target);
    await page.waitForLoadState('networkidle');
  }
  expect(refused).toEqual([]);
  await page.goto(path);
}

test('an empty clinic says on every page why it is empty, and only offers what the role may do', async ({
  open,
  stage,
}) => {
  test.setTimeout(240_000);
  const { owner, people } = await ownClinic(stage);
  await owner.end();
  const { coordinator, physician, manager } = people;
  const pages = [
    [coordinator, '/queue', 'The queue fills itself', 'Open a case'],
    [coordinator, '/waiting', 'approvals that differ from what was asked', 'Look at the queue'],
    [coordinator, '/notices', 'looks through every open case by itself', 'Look at the queue'],
    [coordinator, '/denials', 'as soon as a billing coordinator records', 'See what waits for a payer'],
    [coordinator, '/submissions', 'records in its case that it left the clinic', 'Look at the queue'],
    [coordinator, '/roster', 'No case can be opened before', null],
    [coordinator, '/payers', 'every case of that payer is screened by it', 'Import a roster'],
    [coordinator, '/drafts', 'No drafts', 'Back to the queue'],
    [physician, '/queue', 'A billing coordinator opens them.', null],
    [physician, '/waiting', 'letters, screenings and appeals to sign', 'Look at the queue'],
    [manager, '/waiting', 'answers that nothing is required', 'Look at the queue'],
    [manager, '/submissions', 'records in its case that it left the clinic', 'Look at the queue'],
    [manager, '/reports/standing', 'is aged here from its submission', 'Look at the queue'],
    [manager, '/denials', 'as soon as a billing coordinator records', 'See what waits for a payer'],
    [manager, '/reports/time-and-money', 'and time when a case closes', 'See what waits for a payer'],
  ] as const;
  for (const person of [coordinator, physician, manager]) {
    const page = await open(person);
    for (const [, path, says, offers] of pages.filter(([whose]) => whose === person)) {
      await page.goto(path);
      await expect(page.getByRole('main').getByText(says)).toBeVisible();
      const step = page.getByRole('main').locator('st-empty').getByRole('link');
      if (offers) await expect(step.filter({ hasText: offers })).toBeVisible();
      else await expect(step).toHaveCount(0);
      await stepsLead(page, path);
    }
    await expectAccessible(page);
    await page.context().close();
  }
});

test('an empty week says what fills it: a list to book from, or who books', async ({ open, stage }) => {
  const { owner, people } = await ownClinic(stage);
  await owner.end();
  const page = await open(people.coordinator, '/schedule');
  await expect(page.getByText(/^Nothing is booked in this week\. Nobody is cleared/)).toBeVisible();
  await page.getByRole('link', { name: 'See what waits for a payer' }).click();
  await expect(page).toHaveURL(/view=with_payer/);
  const theirs = await open(people.physician, '/schedule');
  await expect(theirs.getByText('A billing coordinator books whoever is cleared.')).toBeVisible();
});

test('a schedule without columns leads those who may to the clinic, and tells the others who does', async ({
  open,
  stage,
}) => {
  const { id, owner, people } = await ownClinic(stage);
  await owner.query('UPDATE stipple.provider SET practices_here = false WHERE clinic_id = $1', [id]);
  await owner.end();
  const page = await open(people.coordinator, '/schedule');
  await page.getByRole('link', { name: 'Set up clinicians and rooms' }).click();
  await expect(page.getByText('Nobody is on the schedule yet. Choose below who treats here')).toBeVisible();
  await expectAccessible(page);
  const theirs = await open(people.physician, '/schedule');
  await expect(theirs.getByText('A billing coordinator or an administrator adds them.')).toBeVisible();
  await expect(theirs.getByRole('link', { name: 'Set up clinicians and rooms' })).toHaveCount(0);
});

test('a filter that finds nothing is taken off where that is said: audit, clinicians', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.administrator, '/audit?caseNumber=99999');
  await expect(page.getByText('Nobody has read or changed a case of this number')).toBeVisible();
  await page.getByRole('button', { name: 'Show every case' }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await page.goto('/clinic');
  await page.getByRole('searchbox').fill('Nobody of such a name');
  await expect(page.getByText('No provider of the roster is called so.')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(page, 360);
  await expectAccessible(page);
});

test('an empty part of a case says what fills it; whoever may not do that reads who does', async ({
  open,
  stage,
}) => {
  const caseId = await openCase(await overHttp(stage), await newPatient(stage, 'Emptyparts'));
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}?tab=preparation`);
  const calls = page.getByRole('region', { name: 'Benefit calls' });
  await expect(calls).toContainText('a request rests on its reference number');
  await expect(calls.getByRole('button', { name: 'Record benefit call' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('tab', { name: /^Sessions/ }).click();
  await expect(page.getByRole('region', { name: 'Sessions' })).toContainText('Cannot book: nothing clears');

  const theirs = await open(stage.clinic.physician, `/cases/${caseId}?tab=preparation`);
  const read = theirs.getByRole('region', { name: 'Benefit calls' });
  await expect(read).toContainText('“Record benefit call” is for the billing coordinator.');
  await expect(read.getByRole('button', { name: 'Record benefit call' })).toHaveCount(0);
});
