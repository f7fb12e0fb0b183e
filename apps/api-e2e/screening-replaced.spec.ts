import { Stage, openStage } from './harness';
import { Team, openCase, screeningProposal, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const states = async (caseId: string) =>
  (await team.coordinator.case(caseId)).screenings.map((one) => one.state);
const sign = (version: number) => ({ version, password: team.clinic.physician.password });

it('replaces an unsigned proposal at once and a signed outcome when the new one is signed', async () => {
  const { coordinator, physician } = team;
  const caseId = await openCase(team, { bodySite: 'hand' });
  const first = await coordinator.make(`/api/cases/${caseId}/screenings`, screeningProposal);
  const second = await coordinator.make(`/api/cases/${caseId}/screenings`, screeningProposal);
  expect(await states(caseId)).toEqual(['proposed', 'superseded']);
  expect(await physician.refused(`/api/screenings/${first}/signatures`, sign(2))).toEqual(['wrong_state']);
  await physician.move(`/api/screenings/${second}/signatures`, sign(1));
  const third = await physician.make(`/api/cases/${caseId}/screenings`, screeningProposal);
  expect(await states(caseId)).toEqual(['proposed', 'signed', 'superseded']);
  expect(await coordinator.case(caseId)).toMatchObject({ stage: 'screening', actsNext: 'physician' });
  await physician.move(`/api/screenings/${third}/signatures`, sign(1));
  expect(await states(caseId)).toEqual(['signed', 'superseded', 'superseded']);
  expect((await coordinator.case(caseId)).screenings[0]).toMatchObject({
    outcome: 'uncertain',
    proposedBy: 'Dr. Pat Physician',
    signed: { by: 'Dr. Pat Physician', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
});

it('offers self-pay where the outcome is cosmetic', async () => {
  const { coordinator, physician } = team;
  const caseId = await openCase(team, {
    bodySite: 'face',
    side: 'midline',
    cause: 'acne',
    diagnoses: ['L90.5', 'Z41.1'],
  });
  await coordinator.make(`/api/cases/${caseId}/benefit-calls`, {
    calledAt: new Date(Date.now() - 60_000).toISOString(),
    numberDialled: '555-0100',
    representative: 'Kim',
    referenceNumber: 'C-2',
    codesAsked: ['17999'],
    authorizationRequired: 'unknown',
    cosmeticExclusion: 'yes',
    answer: 'Cosmetic exclusion applies.',
    disclaimerHeard: true,
  });
  const id = await coordinator.make(`/api/cases/${caseId}/screenings`, {
    reasons: 'Appearance only.',
  });
  await physician.move(`/api/screenings/${id}/signatures`, sign(1));
  expect(await coordinator.case(caseId)).toMatchObject({
    stage: 'preparing',
    nextStep: 'Screened as cosmetic: offer self-pay',
    nextMove: { subject: 'self_pay_agreement', move: 'draft' },
  });
});

it('waits on the physician’s board until it is signed', async () => {
  const { coordinator, physician } = team;
  const caseId = await openCase(team, { bodySite: 'knee' });
  const id = await coordinator.make(`/api/cases/${caseId}/screenings`, screeningProposal);
  const waiting = async () =>
    (await physician.get<{ items: { subjectId: string }[] }>('/api/waiting?mine=yes')).body.items.map(
      (item) => item.subjectId,
    );
  expect(await waiting()).toContain(id);
  await physician.move(`/api/screenings/${id}/signatures`, sign(1));
  expect(await waiting()).not.toContain(id);
});
