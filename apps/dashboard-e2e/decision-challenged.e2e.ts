import { authorizedCase, approval, at, caseWithPayer, deniedCase, today } from '@stipple/api-e2e/story';
import pg from 'pg';
import { Coordinator } from './people/coordinator';
import { pdf, send, within } from './people/form';
import { newPatient, overHttp } from './people/over-http';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './stage';
import type { RunningStage } from './stage';

const local = (instant: string, timeZone: string) =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

/** Says of which kind, and opens it. */
async function challenges(who: Coordinator, kind: string): Promise<void> {
  const form = await who.chooses('Challenge the decision');
  await form.getByRole('radio', { name: kind, exact: true }).check();
  await send(who.page, 'Begin');
}

async function writes(who: Coordinator, words: string, label: string): Promise<void> {
  const form = await who.chooses('Write the words');
  await form.getByLabel(label, { exact: true }).fill(words);
  // An appeal is the patient's: it needs the form by which they let the clinic act for them.
  if (label === 'Text') {
    const file = { name: 'form.pdf', mimeType: 'application/pdf', buffer: pdf };
    await form.locator('input[type=file]').setInputFiles(file);
    await expect(form.getByRole('option', { name: /just attached/ })).toBeAttached();
  }
  await send(who.page, 'Save');
}

test('denied, argued in a call, appealed, overturned, booked', async ({ open, stage }) => {
  test.setTimeout(180_000);
  const { clinic } = stage;
  const { caseId } = await deniedCase(await overHttp(stage), await newPatient(stage, 'Appealtest'));
  const coordinator = new Coordinator(await open(clinic.coordinator, `/cases/${caseId}?tab=payer`));
  const { page } = coordinator;

  await challenges(coordinator, 'Peer-to-peer call');
  await writes(coordinator, 'Ask which criterion is not met.', 'What to say');
  const asking = await coordinator.chooses('Record sending');
  await asking.getByLabel('The physician can speak').fill(local(at(clinic.timeZone, 1, 9), clinic.timeZone));
  await asking.getByLabel('Confirmation number').fill('P2P-77');
  await send(page, 'Record');
  const held = await coordinator.chooses('Record upheld');
  await held.getByLabel('What the payer says, word for word').fill('The reviewer was not convinced.');
  await held.getByLabel('The payer’s reviewer').fill('Dr. Lane');
  await send(page, 'Record');
  await expect(page.getByText('The reviewer was not convinced.').first()).toBeVisible();

  await challenges(coordinator, 'Appeal, first level');
  await writes(coordinator, 'Motion is lost by 25 degrees; the criterion is met.', 'Text');
  await expectAccessible(page);
  const physician = await open(clinic.physician, '/waiting');
  const item = physician.getByRole('listitem').filter({ hasText: 'Appealtest' });
  await item.getByRole('button', { name: 'Read and sign' }).click();
  await expect(within(physician).getByText('Motion is lost by 25 degrees')).toBeVisible();
  await within(physician).getByLabel('Your password').fill(clinic.physician.password);
  await send(physician, 'Sign');
  await expect(item).toHaveCount(0);

  const sending = await coordinator.chooses('Record sending');
  await sending.getByLabel('Confirmation number').fill('FAX-12');
  await send(page, 'Record');
  // A letter that says “overturned” unlocks nothing; what it grants does.
  await expect(page.getByRole('heading', { name: 'Booking is locked' })).toBeVisible();
  const won = await coordinator.chooses('Record overturned');
  await won.getByLabel('Authorization number').fill('WON-1');
  await won
    .locator('input[type=file]')
    .setInputFiles({ name: 'overturned.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect(won.getByRole('option', { name: /just attached/ })).toBeAttached();
  await won.getByLabel('I compared number, dates, codes and units with the notice').check();
  await send(page, 'Record');
  await expect(page.getByRole('heading', { name: 'Unlocked by authorization' })).toBeVisible();
  for (const width of [360, 768]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page, width);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await coordinator.books('Appealtest', today(clinic.timeZone, 1), '11:00');
});

test('denied for its coding: the corrected code is entered on the appeal’s page, and the appeal is exported', async ({
  open,
  stage,
}) => {
  test.setTimeout(180_000);
  const { clinic } = stage;
  const denial = { kind: 'administrative', code: 'CO-11', page: '2' };
  const team = await overHttp(stage);
  const { caseId, requestId } = await deniedCase(team, await newPatient(stage, 'Codingtest'), denial);
  const appeal = { requestId, kind: 'appeal_1', appealsAs: 'own_right' };
  const challenge = await team.coordinator.make(`/api/cases/${caseId}/challenges`, appeal);
  const coordinator = new Coordinator(
    await open(clinic.coordinator, `/cases/${caseId}/appeals/${challenge}`),
  );
  const { page } = coordinator;

  const missing = page.getByRole('region', { name: 'Before it can leave' });
  await expect(missing.getByText('the corrected code')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open as a file' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Enter: The corrected code' }).click();
  const form = within(page);
  await form.getByLabel('The code that was wrong').selectOption('17999');
  await form.getByLabel('The right code').fill('15780');
  await form.getByLabel('Why').fill('This payer takes the other unlisted code');
  await form.getByRole('button', { name: 'Record' }).click();
  await expect(form.getByText('15780 is not for microneedling')).toBeVisible();
  await form.getByLabel('The right code').fill('96999');
  await send(page, 'Record');
  const entered = page.getByRole('region', { name: 'What only you can enter' });
  await expect(entered.getByText('17999 corrected to 96999')).toBeVisible();
  await expect(missing.getByText('the corrected code')).toHaveCount(0);
  await expectAccessible(page);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page, width);
  }
  await page.getByRole('button', { name: 'Begin from the record' }).click();
  await expect(within(page).getByLabel('Text', { exact: true })).toHaveValue(
    /17999; it is corrected to 96999/,
  );
  await send(page, 'Save');
  const file = page.getByRole('link', { name: 'Open as a file' });
  const answer = await page.request.get((await file.getAttribute('href')) ?? '');
  expect(answer.headers()['content-type']).toBe('application/pdf');
});

test('partly approved: both acknowledge what differs, line by line, then it is booked', async ({
  open,
  stage,
}) => {
  test.setTimeout(120_000);
  const { clinic } = stage;
  const team = await overHttp(stage);
  const { caseId, requestId } = await caseWithPayer(team, await newPatient(stage, 'Partlytest'));
  const proofId = await team.coordinator.attach(caseId, 'payer_notice', 'Partial approval');
  const less = approval(team, proofId, 4, {
    number: 'PART-7',
    lines: [{ procedureCode: '17999', units: 1 }],
  });
  await team.coordinator.make(`/api/auth-requests/${requestId}/partial-approvals`, less);
  const coordinator = new Coordinator(await open(clinic.coordinator, `/cases/${caseId}?tab=payer`));
  const { page } = coordinator;
  await expect(page.getByRole('row', { name: /17999 3 1/ })).toBeVisible();
  await coordinator.chooses('Acknowledge difference');
  await expect(within(page).getByText('17999: asked 3 units, granted 1.')).toBeVisible();
  await send(page, 'Acknowledge');
  await expect(page.getByRole('heading', { name: 'Booking is locked' })).toBeVisible();
  const physician = await open(clinic.physician, '/waiting');
  const item = physician.getByRole('listitem').filter({ hasText: 'Partlytest' });
  await item.getByRole('button', { name: 'Acknowledge' }).click();
  await send(physician, 'Acknowledge');
  await expect(item).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Unlocked by authorization' })).toBeVisible();
  await coordinator.books('Partlytest', today(clinic.timeZone, 1), '12:00');
});

/** As if this had been granted long ago: its last day was yesterday. */
async function expired({ ownerUrl }: RunningStage, authorizationId: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`SET session_replication_role = replica`);
  for (const [table, opens, closes, id] of [
    ['payer_authorization', 'effective_on', 'expires_on', 'id'],
    ['authorization_terms', 'effective_on', 'expires_on', 'authorization_id'],
    ['clearance', 'opens_on', 'closes_on', 'authorization_id'],
  ])
    await owner.query(
      `UPDATE stipple.${table} SET ${opens} = ${opens} - 91, ${closes} = ${closes} - 91 WHERE ${id} = $1`,
      [authorizationId],
    );
  await owner.end();
}

test('expired: renewed under a new number, and booked on it', async ({ open, stage }) => {
  test.setTimeout(120_000);
  const { clinic } = stage;
  const team = await overHttp(stage);
  const { caseId, authorizationId } = await authorizedCase(team, await newPatient(stage, 'Renewtest'));
  await expired(stage, authorizationId);
  const coordinator = new Coordinator(await open(clinic.coordinator, `/cases/${caseId}?tab=payer`));
  const { page } = coordinator;
  await expect(page.getByRole('heading', { name: 'Booking is locked' })).toBeVisible();
  const draft = await coordinator.chooses('Draft request');
  await expect(draft.getByLabel('What it asks for')).toHaveValue('renewal');
  await send(page, 'Save draft');
  await expect(page.getByText('renewal of AUTH-1').first()).toBeVisible();
  await coordinator.chooses('Mark ready');
  await send(page, 'Mark ready');
  const form = await coordinator.chooses('Record submission');
  await form.getByLabel('Confirmation number').fill('PORTAL-9');
  await form.getByLabel('Received by the payer').fill(await form.getByLabel('When').inputValue());
  await send(page, 'Record submission');
  await coordinator.recordsApproval('AUTH-2');
  await coordinator.books('Renewtest', today(clinic.timeZone, 1), '13:00');
});
