import { createHash } from 'node:crypto';
import { estimateTexts } from '@stipple/domain';
import { checkPdf } from '@stipple/testing';
import { paperOf, prpPrice } from './estimate-story';
import { Stage, mustBe, openStage } from './harness';
import { estimate, issuedAgreement, patientSignature, priceOf, signedAgreement } from './self-pay-story';
import { Team, booking, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  await team.manager.move('/api/prices', prpPrice());
});
afterAll(() => stage.close());

const withPlasma = {
  lines: [
    { description: 'Microneedling session', quantity: 3, unitCents: 50_000 },
    { description: 'Platelet-rich plasma', quantity: 1, unitCents: 15_000 },
  ],
};

const uninsured = (more: object) => openCase(team, { planType: 'none', ...more });

it('gives the patient a paper that says what the law asks for, and keeps it word for word', async () => {
  const caseId = await uninsured({ bodySite: 'hand' });
  const id = await issuedAgreement(team, caseId, withPlasma);
  const { pdf, text } = await paperOf(stage, team, id);
  await checkPdf(pdf);
  for (const said of [
    'Alpha Testpatient',
    'Microneedling session',
    'Platelet-rich plasma',
    '0232T',
    '$1,650.00',
    '1234567893',
    '12-3456789',
    '1 Harbor Street, Boston, MA 02110',
    ...estimateTexts.en.noContract,
  ])
    expect(text).toContain(said);
  const [agreement] = (await team.coordinator.case(caseId)).agreements;
  expect(agreement?.estimates).toMatchObject([
    { version: 1, language: 'en', delivery: 'paper', totalCents: 165_000, issuedBy: 'Billie Coordinator' },
  ]);
  const { rows } = await stage.db.owner.query<{ contents: string; sha256: string }>(
    `SELECT contents, encode(content_sha256, 'hex') AS sha256 FROM stipple.estimate_version WHERE agreement_id = $1`,
    [id],
  );
  const [kept] = rows;
  expect(
    createHash('sha256')
      .update(kept?.contents ?? '')
      .digest('hex'),
  ).toBe(kept?.sha256);
  expect(agreement?.estimates[0]?.sha256).toBe(kept?.sha256);
  expect((await paperOf(stage, team, id)).pdf.equals(pdf)).toBe(true);
});

it('speaks Spanish where the patient does, with the words of the price list', async () => {
  const caseId = await uninsured({ bodySite: 'wrist' });
  const id = await team.coordinator.make(`/api/cases/${caseId}/self-pay-agreements`, priceOf(withPlasma));
  const form = { language: 'es', delivery: 'electronic', separateItems: ['Análisis de sangre'] };
  await team.coordinator.move(`/api/self-pay-agreements/${id}/estimates`, estimate(team, 1, form));
  const { text, pdf } = await paperOf(stage, team, id);
  for (const said of ['Estimado de buena fe', 'Plasma rico en plaquetas', 'Análisis de sangre', '$1,650.00'])
    expect(text).toContain(said);
  expect(pdf.toString('latin1')).toContain('/Lang (es-US)');
  expect((await team.coordinator.case(caseId)).agreements[0]).toMatchObject({
    delivery: 'electronic',
    estimates: [{ language: 'es' }],
  });
});

it('refuses to give one in Spanish with a line that only reads in English', async () => {
  const caseId = await uninsured({ bodySite: 'neck' });
  const lines = [{ description: 'Aftercare kit', quantity: 3, unitCents: 40_000 }];
  const id = await team.coordinator.make(`/api/cases/${caseId}/self-pay-agreements`, priceOf({ lines }));
  const path = `/api/self-pay-agreements/${id}/estimates`;
  expect(await team.coordinator.refused(path, estimate(team, 1, { language: 'es' }))).toEqual([
    'line_not_translated',
  ]);
});

it('names all that is missing at once, and gives nothing', async () => {
  const { coordinator, clinic } = team;
  const caseId = await uninsured({ bodySite: 'chest' });
  const id = await coordinator.make(`/api/cases/${caseId}/self-pay-agreements`, priceOf());
  const path = `/api/self-pay-agreements/${id}/estimates`;
  await stage.db.owner.query('UPDATE stipple.provider SET npi = NULL WHERE id = $1', [clinic.clinicianId]);
  const form = estimate(team, 1, { weeksApart: undefined, validUntil: today(clinic.timeZone, -1) });
  const answer = await coordinator.post(path, form);
  await stage.db.owner.query(`UPDATE stipple.provider SET npi = '1234567893' WHERE id = $1`, [
    clinic.clinicianId,
  ]);
  expect(answer.problem.refusals.map(({ code, field }) => [code, field])).toEqual([
    ['npi_missing', 'clinician.npi'],
    ['frequency_missing', 'weeksApart'],
    ['in_the_past', 'validUntil'],
  ]);
  expect((await coordinator.case(caseId)).agreements[0]).toMatchObject({ state: 'draft', estimates: [] });
});

it('says when it is due from the day the patient asked, and that it came late', async () => {
  const { coordinator, clinic } = team;
  const caseId = await uninsured({ bodySite: 'back' });
  const asked = { askedOn: today(clinic.timeZone, -30), askedBy: 'patient' };
  const id = await coordinator.make(`/api/cases/${caseId}/self-pay-agreements`, priceOf(asked));
  expect((await coordinator.case(caseId)).agreements[0]).toMatchObject({
    ...asked,
    estimateDue: { late: true, sentence: expect.stringMatching(/within 3 business days/) },
  });
  await coordinator.move(`/api/self-pay-agreements/${id}/estimates`, estimate(team, 1));
  const [late] = (await coordinator.case(caseId)).agreements;
  expect(late?.estimateDue.late).toBe(true);
  expect(late?.estimates[0]?.dueOn).toBe(late?.estimateDue.dueOn);
});

it('was in time when the first one was, however late it is changed', async () => {
  const { coordinator, clinic } = team;
  const caseId = await uninsured({ bodySite: 'abdomen' });
  const asked = { askedOn: today(clinic.timeZone), askedBy: 'representative' };
  const id = await coordinator.make(`/api/cases/${caseId}/self-pay-agreements`, priceOf(asked));
  await coordinator.move(`/api/self-pay-agreements/${id}/estimates`, estimate(team, 1));
  const earlier = { askedOn: today(clinic.timeZone, -1), askedBy: 'representative' };
  await coordinator.move(`/api/self-pay-agreements/${id}/revisions`, { version: 2, ...priceOf(earlier) });
  const [revised] = (await coordinator.case(caseId)).agreements;
  expect(revised).toMatchObject({
    state: 'draft',
    estimateDue: { late: false },
    estimates: [{ version: 1 }],
  });
  await coordinator.move(`/api/self-pay-agreements/${id}/estimates`, estimate(team, 3));
  const [changed] = (await coordinator.case(caseId)).agreements;
  expect(changed).toMatchObject({
    estimateDue: { late: false },
    estimates: [{ version: 2, dueOn: null }, {}],
  });
});

it('takes no day that has not come, and half of nothing', async () => {
  const { coordinator, clinic } = team;
  const caseId = await uninsured({ bodySite: 'scalp' });
  const path = `/api/cases/${caseId}/self-pay-agreements`;
  const ahead = { askedOn: today(clinic.timeZone, 1), askedBy: 'patient' };
  expect(await coordinator.refused(path, priceOf(ahead))).toEqual(['in_the_future']);
  expect(await coordinator.refused(path, priceOf({ serviceOn: today(clinic.timeZone, 20) }))).toEqual([
    'scheduled_on_missing',
  ]);
});

it.each([-1, 0.5, 100_000_001])('takes no price of %p cents', async (unitCents) => {
  const caseId = await openCase(team, { duplicateIntended: true });
  const lines = [{ description: 'Session', quantity: 1, unitCents }];
  const answer = await team.coordinator.post(`/api/cases/${caseId}/self-pay-agreements`, priceOf({ lines }));
  expect([answer.status, answer.problem.refusals[0]?.field]).toEqual([400, 'lines.0.unitCents']);
});

it('gives another price as another version, and keeps the first', async () => {
  const { coordinator } = team;
  const caseId = await uninsured({ bodySite: 'knee' });
  const id = await issuedAgreement(team, caseId);
  const path = `/api/self-pay-agreements/${id}`;
  await coordinator.move(`${path}/revisions`, { version: 2, ...priceOf(withPlasma) });
  await coordinator.move(`${path}/estimates`, estimate(team, 3));
  expect((await coordinator.case(caseId)).agreements[0]?.estimates).toMatchObject([
    { version: 2, totalCents: 165_000 },
    { version: 1, totalCents: 150_000 },
  ]);
  expect((await paperOf(stage, team, id)).text).toContain('$1,650.00');
  expect((await paperOf(stage, team, id, 1)).text).toContain('$1,500.00');
  const proofId = await coordinator.attach(caseId, 'signed_estimate');
  await coordinator.move(`${path}/signatures`, patientSignature(team, 4, proofId));
  const { rows } = await stage.db.owner.query(
    'SELECT estimate_version FROM stipple.patient_signature WHERE agreement_id = $1',
    [id],
  );
  expect(rows).toEqual([{ estimate_version: 2 }]);
});

it('C32: does not treat on the day on which the estimate was changed', async () => {
  const { coordinator, clinic } = team;
  const caseId = await uninsured({ bodySite: 'elbow' });
  const id = await issuedAgreement(team, caseId);
  const path = `/api/self-pay-agreements/${id}`;
  await coordinator.move(`${path}/revisions`, { version: 2, ...priceOf({ sessions: 2 }) });
  await coordinator.move(`${path}/estimates`, estimate(team, 3));
  const proofId = await coordinator.attach(caseId, 'signed_estimate');
  await coordinator.move(`${path}/signatures`, patientSignature(team, 4, proofId));
  const startsAt = new Date(Date.now() + 1500).toISOString();
  const sessionId = await coordinator.make(
    `/api/cases/${caseId}/sessions`,
    booking(team, 0, 0, { startsAt, roomId: clinic.otherRoomId }),
  );
  expect(await coordinator.refused(`/api/sessions/${sessionId}/check-ins`, { version: 1 })).toEqual([
    'estimate_changed_too_late',
  ]);
});

it('leaves a signed estimate as it is: another scope is another agreement, and no session lies beyond it', async () => {
  const { coordinator } = team;
  const caseId = await uninsured({ bodySite: 'shoulder' });
  const id = await signedAgreement(team, caseId, { sessions: 1 });
  const path = `/api/self-pay-agreements/${id}`;
  expect(await coordinator.refused(`${path}/revisions`, { version: 3, ...priceOf() })).toEqual([
    'wrong_state',
  ]);
  expect(await coordinator.refused(`${path}/estimates`, estimate(team, 3))).toEqual(['wrong_state']);
  await coordinator.make(`/api/cases/${caseId}/sessions`, booking(team, 20, 9));
  expect(await coordinator.refused(`/api/cases/${caseId}/sessions`, booking(team, 21, 9))).toEqual([
    'units_used_up',
  ]);
});

it('remembers that the plan is not to be told', async () => {
  const { coordinator } = team;
  const caseId = await uninsured({ bodySite: 'foot' });
  const id = await issuedAgreement(team, caseId);
  const proofId = await coordinator.attach(caseId, 'signed_estimate');
  const form = patientSignature(team, 2, proofId, { withheldFromPayer: true });
  await coordinator.move(`/api/self-pay-agreements/${id}/signatures`, form);
  expect((await coordinator.case(caseId)).agreements[0]).toMatchObject({ withheldFromPayer: true });
});

it('has no paper of an agreement that was never estimated', async () => {
  const caseId = await uninsured({ bodySite: 'thigh' });
  const id = await team.coordinator.make(`/api/cases/${caseId}/self-pay-agreements`, priceOf());
  mustBe(404, await team.coordinator.get(`/api/self-pay-agreements/${id}/estimate`));
  mustBe(400, await team.coordinator.get(`/api/self-pay-agreements/${id}/estimate?version=0`));
});
