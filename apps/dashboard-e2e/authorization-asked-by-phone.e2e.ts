import { publishedPolicy } from '@stipple/api-e2e/payer-story';
import { benefitCall, openCase } from '@stipple/api-e2e/story';
import { send, within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, test } from './stage';

test('“unknown: call” opens the call with its question filled in, and what was said answers it', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  const patient = await newPatient(stage, 'Askedtest');
  const caseId = await openCase(team, { ...patient, planType: 'unknown' });
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}?tab=preparation`);
  const calls = page.getByRole('region', { name: 'Benefit calls' });
  await expect(calls).toContainText('Unknown: call');
  await expect(calls).toContainText('Call the payer and ask.');

  await calls.getByRole('button', { name: 'Call, and record what they say' }).click();
  const form = within(page);
  await expect(form.getByRole('heading', { name: 'Record benefit call' })).toBeVisible();
  await expect(form.getByText('17999').first()).toBeVisible();
  await form.getByLabel('Number dialled').fill('555-0100');
  await form.getByLabel('Who answered').fill('Kim, operator 12');
  await form.getByLabel('Call reference number').fill('CALL-31');
  const group = (name: string) => form.getByRole('group', { name });
  await group('Is an authorization required?').getByRole('radio', { name: 'Yes', exact: true }).check();
  await group('Is there a cosmetic exclusion?').getByRole('radio', { name: 'No', exact: true }).check();
  await form.getByLabel('What they said').fill('Send it through the portal.');
  await send(page, 'Save call');

  await expect(calls.locator('st-authorization-answer')).toContainText('Authorization required');
  await expect(calls.locator('st-authorization-answer')).toContainText(
    /Kim, operator 12 of Test Health Plan said in the call of .*, reference CALL-31, that it wants an authorization for 17999\./,
  );
  await expect(calls.getByRole('button', { name: 'Call, and record what they say' })).toHaveCount(0);
  await expectAccessible(page);
});

test('a policy answers with its rule, the days it is in effect and where it was read; a call that says otherwise is pointed out', async ({
  open,
  stage,
}) => {
  const team = await overHttp(stage);
  await publishedPolicy(team, {
    number: 'ASK-1',
    linesOfBusiness: ['medicare_advantage'],
    effectiveTo: '2099-12-31',
    authorization: [{ procedureCode: '17999', required: 'yes', quote: 'Prior authorization is required.' }],
  });
  const patient = await newPatient(stage, 'Policytest');
  const caseId = await openCase(team, { ...patient, planType: 'medicare_advantage' });
  const page = await open(stage.clinic.coordinator, `/cases/${caseId}?tab=preparation`);
  const answer = page.getByRole('region', { name: 'Benefit calls' }).locator('st-authorization-answer');
  await expect(answer).toContainText('Authorization required');
  await expect(answer).toContainText('Prior authorization is required.');
  await expect(answer).toContainText('in effect Jul 1, 2026 to Dec 31, 2099');
  await expect(answer).toContainText(/Read in .* by Robin Avery on/);
  await expect(answer.getByRole('link', { name: 'ASK-1 v4' })).toBeVisible();
  await expect(answer).not.toContainText('said otherwise');

  await team.coordinator.make(
    `/api/cases/${caseId}/benefit-calls`,
    benefitCall({ authorizationRequired: 'no' }),
  );
  await expect(answer).toContainText('In the last call the payer said otherwise.');
  await expect(answer).toContainText('Authorization required');
  await expectAccessible(page);
});
