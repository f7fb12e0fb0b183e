import { LetterVersions } from '@stipple/contracts';
import { Browser, Stage, mustBe, openStage } from './harness';
import { makeStaff } from './staff-story';
import { Team, letterOf, letterText, openCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
let caseId: string;
let letterId: string;
const note = 'Say how many degrees the hand has lost, and by which instrument.';
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  caseId = await openCase(team);
  letterId = await team.coordinator.make(`/api/cases/${caseId}/letters`, letterText);
  await team.coordinator.move(`/api/letters/${letterId}/signature-requests`, { version: 1 });
});
afterAll(() => stage.close());

const versionsFor = async (who: Browser, id = letterId) =>
  LetterVersions.parse(mustBe(200, await who.get(`/api/letters/${id}/versions`)));
const revised = (version: number, more: string) => ({ ...letterOf(letterText.body + more), version });

it('has nothing to be compared with when it is read for the first time', async () => {
  expect(await versionsFor(team.physician)).toMatchObject({
    caseId,
    state: 'ready',
    version: 2,
    known: null,
    wordings: [{ wording: 1, body: letterText.body, by: team.clinic.coordinator.name }],
  });
});

it('goes back to its author with a note that is a task', async () => {
  const { physician, coordinator } = team;
  const path = `/api/letters/${letterId}/change-requests`;
  expect((await coordinator.post(path, { version: 2, note })).status).toBe(403);
  expect((await physician.post(path, { version: 2, note: '' })).status).toBe(400);
  expect((await physician.post(path, { version: 1, note })).problem.code).toBe('stale');
  await physician.move(path, { version: 2, note });
  const view = await coordinator.case(caseId);
  expect(view.letters[0]).toMatchObject({ state: 'draft', version: 3 });
  expect(view.tasks[0]).toMatchObject({
    kind: 'revise_letter',
    about: `Change the letter: ${note}`,
    forRole: 'coordinator',
    state: 'open',
  });
  expect(view.timeline).toContainEqual(
    expect.objectContaining({ words: 'Changes asked for', data: { wording: 1, note } }),
  );
  expect(await physician.refused(path, { version: 3, note })).toEqual(['wrong_state']);
});

it('comes back beside the words that were sent back, and the task is done', async () => {
  const { coordinator, physician } = team;
  await coordinator.move(`/api/letters/${letterId}/revisions`, revised(3, ' Extension is limited.'));
  await coordinator.move(`/api/letters/${letterId}/signature-requests`, { version: 4 });
  expect((await coordinator.case(caseId)).tasks[0]).toMatchObject({ state: 'done' });
  const versions = await versionsFor(physician);
  expect(versions.wordings.map(({ wording }) => wording)).toEqual([2, 1]);
  expect(versions.known).toMatchObject({ because: 'sent_back', by: 'Dr. Pat Physician' });
  expect(versions.known?.body).toBe(letterText.body);
});

it('shows whoever has read it what changed since, and stays the same when it is opened again', async () => {
  const { coordinator, physician } = team;
  await versionsFor(physician);
  await coordinator.move(`/api/letters/${letterId}/revisions`, revised(5, ' Measured by goniometer.'));
  for (let time = 0; time < 2; time++) {
    const { known } = await versionsFor(physician);
    expect(known).toMatchObject({
      because: 'read',
      body: `${letterText.body} Extension is limited.`,
    });
  }
  const other = await makeStaff(stage, 'physician');
  expect((await versionsFor(other)).known).toMatchObject({ because: 'sent_back', body: letterText.body });
});

it('shows the next letter of the case beside the one that was signed', async () => {
  const { coordinator, physician, clinic } = team;
  await coordinator.move(`/api/letters/${letterId}/signature-requests`, { version: 6 });
  await physician.move(`/api/letters/${letterId}/signatures`, {
    version: 7,
    password: clinic.physician.password,
  });
  const next = await coordinator.make(`/api/cases/${caseId}/letters`, {
    ...letterOf('Other words.'),
  });
  const { known } = await versionsFor(physician, next);
  expect(known).toMatchObject({ because: 'signed', body: `${letterText.body} Measured by goniometer.` });
});

it('enters every reading in the trail of its case', async () => {
  const { body } = await team.manager.get<{ action: string }[]>(`/api/audit?caseId=${caseId}`);
  expect(body.filter(({ action }) => action === 'letter.read').length).toBeGreaterThan(4);
});
