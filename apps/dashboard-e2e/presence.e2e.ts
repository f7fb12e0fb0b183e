import { openCase } from '@stipple/api-e2e/story';
import { Page } from '@playwright/test';
import type { TestPerson } from '@stipple/testing';
import { Coordinator } from './people/coordinator';
import { within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { RunningStage, expect, expectAccessible, signIn, test } from './stage';

async function twoAtOneCase(
  stage: RunningStage,
  family: string,
  open: (person: TestPerson) => Promise<Page>,
) {
  const team = await overHttp(stage);
  const caseId = await openCase(team, { ...(await newPatient(stage, family)), bodySite: 'knee' });
  const [one, other] = [await open(stage.clinic.coordinator), await open(stage.clinic.manager)];
  for (const page of [one, other]) {
    await page.goto(`/cases/${caseId}`);
    await expect(page.getByRole('heading', { level: 1, name: family })).toBeVisible();
  }
  return { caseId, one, other };
}
const soon = { timeout: 3000 };

test('two people see each other at a case, and one leaves', async ({ open, stage }) => {
  const { one, other } = await twoAtOneCase(stage, 'Presencetest', open);
  const { coordinator, manager } = stage.clinic;
  await expect(one.getByText(`${manager.name} is looking`).first()).toBeAttached(soon);
  await expect(other.getByText(`${coordinator.name} is looking`).first()).toBeAttached(soon);
  await expectAccessible(other);
  await one.getByRole('link', { name: 'Schedule', exact: true }).click();
  await expect(other.getByText(`${coordinator.name} is looking`)).toHaveCount(0, soon);
});

test('the queue shows who is at which case, in small', async ({ open, stage }) => {
  const { one, other } = await twoAtOneCase(stage, 'Presencequeue', open);
  await other.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Queue' }).click();
  // Among all that other tests have opened it may stand on a later page.
  await other.getByRole('searchbox').fill('Presencequeue');
  const row = other.getByRole('row').filter({ hasText: 'Presencequeue' });
  await expect(row).toBeVisible();
  await expect(row.getByText(`${stage.clinic.coordinator.name} is looking`)).toBeAttached(soon);
  await expectAccessible(other);
  await one.getByRole('button', { name: /Account of/ }).click();
  await one.getByRole('menuitem', { name: 'Lock the screen' }).click();
  await expect(row.getByText(`${stage.clinic.coordinator.name} is looking`)).toHaveCount(0, soon);
});

test('whoever opens a form that somebody has open is told before typing', async ({ open, stage }) => {
  const { one, other } = await twoAtOneCase(stage, 'Presenceform', open);
  const { coordinator, manager } = stage.clinic;
  for (const page of [one, other]) {
    await new Coordinator(page).chooses('Set next touch');
    await expect(within(page)).toBeVisible();
    if (page === one) {
      await expect(other.getByText(`${coordinator.name} is editing the case`).first()).toBeAttached(soon);
    }
  }
  await expect(within(other).getByText(`${coordinator.name} has the same form open`)).toBeVisible(soon);
  await expect(within(one).getByText(`${manager.name} has the same form open`)).toBeVisible(soon);
  await expectAccessible(other);
  await within(one).getByRole('button', { name: 'Cancel' }).click();
  await expect(within(other).getByText('has the same form open')).toHaveCount(0, soon);
});

test('a browser that was killed is missed within ten seconds, and signing out is seen at once', async ({
  browser,
  open,
  stage,
}) => {
  const { caseId, one, other } = await twoAtOneCase(stage, 'Presencekilled', open);
  const { coordinator, manager, physician } = stage.clinic;
  await expect(one.getByText(`${manager.name} is looking`).first()).toBeAttached(soon);
  await other.context().close();
  await expect(one.getByText(`${manager.name} is looking`)).toHaveCount(0, { timeout: 10_000 });
  const context = await browser.newContext({ baseURL: stage.url });
  const third = await context.newPage();
  await signIn(third, physician);
  await third.goto(`/cases/${caseId}`);
  await expect(one.getByText(`${physician.name} is looking`).first()).toBeAttached(soon);
  await expect(third.getByText(`${coordinator.name} is looking`).first()).toBeAttached(soon);
  await third.getByRole('button', { name: /Account of/ }).click();
  await third.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(one.getByText(`${physician.name} is looking`)).toHaveCount(0, soon);
  await context.close();
});
