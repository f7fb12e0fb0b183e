import { LetterDesk, LetterRead, LetterStart } from '@stipple/contracts';
import { makeClinic } from '@stipple/testing';
import { Stage, mustBe, openStage } from './harness';
import { Team, openCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
let caseId: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  caseId = await openCase(team, { injuredOn: '2024-03-12' });
});
afterAll(() => stage.close());

const letter = (body: string, ...bindings: readonly (readonly [string, ...string[]])[]) => ({
  procedureCodes: ['17999'],
  body,
  bindings: bindings.map(([sentence, ...refs]) => ({ sentence, to: refs.map((ref) => ({ ref })) })),
});
const write = (...words: Parameters<typeof letter>) =>
  team.coordinator.make(`/api/cases/${caseId}/letters`, letter(...words));
const read = async (id: string) =>
  LetterRead.parse(mustBe(200, await team.physician.get(`/api/letters/${id}`)));
const desk = async (id = caseId) =>
  LetterDesk.parse(mustBe(200, await team.coordinator.get(`/api/cases/${id}/letter-desk`)));
const sign = (id: string, version: number, statements: readonly string[] = []) =>
  team.physician.post(`/api/letters/${id}/signatures`, {
    version,
    password: team.clinic.physician.password,
    statements,
  });
const refused = (answer: { problem: { refusals?: readonly { code: string; sentence: string }[] } }) =>
  (answer.problem.refusals ?? []).map(({ code, sentence }) => `${code}: ${sentence}`);

it('begins with what is known, every sentence bound, and what is missing as a gap', async () => {
  const start = LetterStart.parse(
    mustBe(200, await team.coordinator.get(`/api/cases/${caseId}/letter-start`)),
  );
  expect(start.body).toContain('The scar of the right hand comes from a burn.');
  expect(start.body).toContain('The day of the injury was 12 March 2024.');
  expect(start.gaps).toContainEqual(expect.stringContaining('whether and how the scar impairs function'));
  const id = await team.coordinator.make(`/api/cases/${caseId}/letters`, start2(start));
  const { check, bindings } = await read(id);
  expect(bindings).toEqual(start.bindings);
  expect(check.counts).toMatchObject({ unbound: 0, contradicted: 0, own_word: 0, gap: start.gaps.length });
  expect(await team.coordinator.refused(`/api/letters/${id}/signature-requests`, { version: 1 })).toEqual(
    start.gaps.map(() => 'letter_gap'),
  );
  await team.coordinator.move(`/api/letters/${id}/discards`, { version: 1 });
});
const start2 = ({ procedureCodes, body, bindings }: LetterStart) => ({ procedureCodes, body, bindings });

it('draws on what was measured, and contradicts a letter that says otherwise', async () => {
  const measured = await openCase(team, { bodySite: 'forearm', duplicateIntended: true });
  const id = await team.physician.make(`/api/cases/${measured}/evidence/motions`, {
    ...{ onDay: '2026-03-03', ratedBy: 'Dr. Pat Physician' },
    ...{ joint: 'wrist', motion: 'flexion', side: 'right', mode: 'active', degrees: 48 },
  });
  const start = LetterStart.parse(
    mustBe(200, await team.coordinator.get(`/api/cases/${measured}/letter-start`)),
  );
  expect(start.body).toMatch(/48° of a normal 80°, measured 3 March 2026/);
  const says = async (degrees: number) => {
    const sentence = `Flexion reaches ${degrees}°.`;
    const words = letter(sentence, [sentence, `measurement:${id}`]);
    const letterId = await team.coordinator.make(`/api/cases/${measured}/letters`, words);
    const { check } = await read(letterId);
    await team.coordinator.move(`/api/letters/${letterId}/discards`, { version: 1 });
    return check.sentences.map(({ status }) => status);
  };
  expect([await says(48), await says(62)]).toEqual([['bound'], ['contradicted']]);
});

it('lays out criteria with quotes, and a shelf without anything of other cases', async () => {
  const other = await openCase(team, { cause: 'trauma', bodySite: 'wrist' });
  await team.coordinator.attach(other, 'range_of_motion', 'Somebody else’s table');
  await team.coordinator.attach(caseId, 'payer_notice', 'No evidence');
  const documentId = await team.coordinator.attach(caseId, 'range_of_motion', 'Goniometer table');
  const { shelf, criteria, letter: none, patient } = await desk();
  expect(none).toBeNull();
  expect(shelf).toContainEqual({
    ref: 'fact:cause_of_scar',
    kind: 'fact',
    words: 'The cause of the scar: Burn',
  });
  expect(shelf.filter(({ kind }) => kind === 'document')).toEqual([
    { ref: `document:${documentId}`, kind: 'document', words: 'Goniometer table' },
  ]);
  expect(criteria.length).toBeGreaterThan(2);
  expect(criteria.every(({ quote }) => quote !== '')).toBe(true);
  expect(shelf.find(({ ref }) => ref === 'particular:patient')?.words).toContain(patient);
});

it('tells every open sentence at once, and is not sent for a signature with one', async () => {
  const id = await write(
    'She cannot hold a cup. The scar comes from surgery in 2020. She hurts.\n[missing: the plan]\nDear Dr. Lee,',
    ['The scar comes from surgery in 2020.', 'fact:cause_of_scar', 'fact:injured_on'],
    ['She hurts.', 'code:L90.5'],
  );
  expect((await read(id)).check.counts).toEqual({
    ...{ silent: 1, bound: 0, own_word: 0, gap: 1, unbound: 2, contradicted: 1 },
  });
  const answer = await team.coordinator.post(`/api/letters/${id}/signature-requests`, { version: 1 });
  expect(answer.status).toBe(409);
  expect(refused(answer)).toEqual([
    'assertion_unbound: “She cannot hold a cup.” has no evidence (it asserts: “cannot”). Nothing is bound to it.',
    expect.stringMatching(/^assertion_(contradicted|unbound): “The scar comes from surgery in 2020.”/),
    expect.stringMatching(/^assertion_unbound: “She hurts.” has no evidence.*says nothing of it/),
    'letter_gap: Fill or delete the gap “[missing: the plan]”.',
  ]);
  await team.coordinator.move(`/api/letters/${id}/discards`, { version: 1 });
});

it.each([
  ['a sentence that is not there', [['Other words.', 'fact:cause_of_scar']], 'binding_without_sentence'],
  ['evidence of nothing', [['It burns.', 'fact:unheard_of']], 'evidence_unknown'],
  [
    'a document of another clinic or none',
    [['It burns.', `document:${crypto.randomUUID()}`]],
    'evidence_unknown',
  ],
] as const)('is not bound to %s, and nothing is written', async (_, bindings, code) => {
  const before = (await team.coordinator.case(caseId)).letters.length;
  const answer = await team.coordinator.post(
    `/api/cases/${caseId}/letters`,
    letter('It burns.', ...(bindings as readonly (readonly [string, string])[])),
  );
  expect(answer.status).toBe(409);
  expect(answer.problem.refusals).toMatchObject([{ code, field: expect.stringMatching(/^bindings\.0\./) }]);
  expect((await team.coordinator.case(caseId)).letters).toHaveLength(before);
});

it('rests on a physician’s word only where the physician confirms each sentence', async () => {
  const own = 'She cannot hold a cup.';
  const id = await write(
    `The scar comes from a burn. ${own}`,
    ['The scar comes from a burn.', 'fact:cause_of_scar'],
    [own, 'statement:history'],
  );
  await team.coordinator.move(`/api/letters/${id}/signature-requests`, { version: 1 });
  expect(refused(await sign(id, 2))).toEqual([
    `statement_unconfirmed: “${own}” rests on your own word: confirm it.`,
  ]);
  expect((await read(id)).state).toBe('ready');
  expect(refused(await sign(id, 2, ['Something else.']))).toHaveLength(1);
  mustBe(204, await sign(id, 2, [own]));
  const view = await team.physician.case(caseId);
  expect(view.timeline[0]?.data).toMatchObject({ bound: 1, ownWord: 1 });
  expect((await read(id)).check.restsOn).toEqual({ fact: 1, statement: 1 });
});

it('is not signed once the record says something else', async () => {
  const one = await openCase(team, { bodySite: 'knee', diagnoses: ['L90.5'] });
  const sentence = 'Three sessions are planned.';
  const id = await team.coordinator.make(
    `/api/cases/${one}/letters`,
    letter(sentence, [sentence, 'fact:planned_sessions']),
  );
  await team.coordinator.move(`/api/letters/${id}/signature-requests`, { version: 1 });
  const view = await team.coordinator.case(one);
  await team.coordinator.move(`/api/cases/${one}/corrections`, {
    version: view.version,
    planType: view.planType,
    plannedSessions: 5,
    diagnoses: ['L90.5'],
  });
  expect(refused(await sign(id, 2))).toEqual([
    'assertion_contradicted: “Three sessions are planned.” is contradicted. The record changed: it said “The planned sessions: 3 sessions”, now it says “The planned sessions: 5 sessions”.',
  ]);
  expect((await read(id)).check.counts).toMatchObject({ contradicted: 1 });
});

it('keeps the signed words; what is written after them is a new letter without a signature', async () => {
  const signedId = (await desk()).letter?.id;
  const next = await write('The scar comes from a burn.', [
    'The scar comes from a burn.',
    'fact:cause_of_scar',
  ]);
  expect((await desk()).letter).toMatchObject({ id: next, state: 'draft', signed: null });
  expect(await read(signedId ?? '')).toMatchObject({ state: 'signed', signed: { by: 'Dr. Pat Physician' } });
});

it('is read by those who write it; other clinics find nothing', async () => {
  const id = (await desk()).letter?.id ?? '';
  expect((await team.manager.get(`/api/letters/${id}`)).status).toBe(403);
  const { coordinator: stranger } = await signInTeam(stage, await makeClinic(stage.db.owner, 'Elsewhere'));
  for (const path of [`letters/${id}`, `cases/${caseId}/letter-desk`, `cases/${caseId}/letter-start`])
    expect((await stranger.get(`/api/${path}`)).status).toBe(404);
});
