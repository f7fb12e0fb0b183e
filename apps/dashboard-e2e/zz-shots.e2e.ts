import { draftedPolicy, payerProfile, publishedPolicy } from '@stipple/api-e2e/payer-story';
import { openCase } from '@stipple/api-e2e/story';
import { blueHeronScar3, blueHeronScar4 } from '@stipple/domain';
import { newPatient, overHttp } from './people/over-http';
import { test } from './stage';

test('shots', async ({ open, stage }) => {
  test.setTimeout(180_000);
  const team = await overHttp(stage);
  const caseId = await openCase(team, await newPatient(stage, 'Shots'));
  await openCase(team, { ...(await newPatient(stage, 'Shotsb')), cause: 'surgery' });
  await team.coordinator.move(`/api/payers/${stage.clinic.payerId}/profiles`, {
    version: 0,
    ...payerProfile(team),
  });
  const three = await publishedPolicy(team, { ...blueHeronScar3, effectiveTo: '2026-04-30' });
  await publishedPolicy(team);
  const draft = await draftedPolicy(team, {
    version: '5',
    effectiveFrom: '2027-02-01',
    criteria: [
      ...blueHeronScar4.criteria.map((one) =>
        one.id === 'external_trauma'
          ? {
              ...one,
              quote: 'External trauma, burns, or surgery.',
              condition: { fact: 'cause_of_scar', oneOf: ['burn', 'surgery'] } as const,
            }
          : one,
      ),
      {
        id: 'old',
        label: 'The scar is a year old',
        quote: 'No earlier than twelve months.',
        role: 'required',
        group: null,
        excludesAs: null,
        condition: {
          all: [
            { fact: 'months_since_injury', atLeast: 12 },
            { fact: 'cause_of_scar', is: 'trauma' },
          ],
        },
      },
    ],
  });
  const page = await open(stage.clinic.administrator);
  const shot = async (name: string, path: string, before?: () => Promise<void>) => {
    for (const [width, scheme] of [
      [1440, 'light'],
      [360, 'dark'],
      [768, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await before?.();
      await page.waitForTimeout(400);
      await page.screenshot({ path: `/tmp/payers-shots/${name}-${width}.png`, fullPage: true });
    }
  };
  const payer = stage.clinic.payerId;
  await shot('payers', '/payers');
  await shot('payer', `/payers/${payer}`);
  await shot('policy', `/policies/${draft}?with=${three}`, async () => {
    await page.getByRole('button', { name: /Try/ }).click();
    await page.getByText(/past cases change/).waitFor();
  });
  await shot('editor', `/policies/${draft}/edit`);
  await shot('profile', `/payers/${payer}/profile`);
  const theirs = await open(stage.clinic.coordinator);
  await theirs.goto(`/cases/${caseId}?tab=preparation`);
  await theirs.waitForTimeout(800);
  await theirs.screenshot({ path: '/tmp/payers-shots/case.png', fullPage: true });
});
