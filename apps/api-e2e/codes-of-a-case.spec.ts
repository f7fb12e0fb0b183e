import { draftedRequest, fiscalYearNow, officialList } from './codes-story';
import { Stage, openStage } from './harness';
import { Team, approval, caseWithPayer, newCase, openCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const hand = { bodySite: 'hand', side: 'right', duplicateIntended: true };

/** `weight code about`, as the case page gets them. */
const warningsOf = async (caseId: string) =>
  (await team.coordinator.case(caseId)).codeWarnings.map(({ code, about, weight }) =>
    [weight, code, about].filter(Boolean).join(' '),
  );

// prettier-ignore
it.each([
  [['M24.54', 'T23.301S'],          ['diagnosis_header diagnoses']],
  [['L90.5', 'T23.30S'],            ['diagnosis_unpadded diagnoses']],
  [['L90.5', 'T31.10XS'],           ['diagnosis_seventh_none diagnoses']],
  [['L90.5', 'T23.301'],            ['diagnosis_seventh_missing diagnoses']],
  [['T23.301S'],                    ['diagnosis_sequela_first diagnoses']],
  [['T23.301S', 'T95.1', 'L9'],     ['diagnosis_malformed diagnoses', 'diagnosis_not_in_us diagnoses', 'diagnosis_sequela_first diagnoses', 'diagnosis_order diagnoses']],
])('does not open a case with %j, and says all that is wrong', async (diagnoses, expected) => {
  const { status, problem } = await team.coordinator.post('/api/cases', newCase(team, { ...hand, diagnoses }));
  expect(status).toBe(409);
  expect(problem.refusals.map(({ code, field }) => `${code} ${field}`).sort()).toEqual([...expected].sort());
});

it('asks a person to look up a procedure code that it does not know', async () => {
  const caseId = await openCase(team, { ...hand, procedureCode: '0999T' });
  expect(await warningsOf(caseId)).toEqual(['note procedure_not_checked 0999T']);
});

it('opens a case whose codes name another side or site, and warns of it', async () => {
  const caseId = await openCase(team, { ...hand, side: 'left', diagnoses: ['L90.5', 'M24.541', 'T24.302S'] });
  expect(await warningsOf(caseId)).toEqual([
    'before_request diagnosis_side M24.541',
    'before_request diagnosis_side T24.302S',
  ]);
});

it('has nothing to say about codes that fit', async () =>
  expect(await warningsOf(await openCase(team, hand))).toEqual([]));

it.each([
  ['the other side', { side: 'left', diagnoses: ['L90.5', 'M24.541'] }, ['diagnosis_side']],
  ['a symptom first', { diagnoses: ['L29.9', 'L90.5'] }, ['diagnosis_support_first']],
  ['cosmetic surgery', { diagnoses: ['L90.5', 'Z41.1'] }, ['cosmetic_encounter']],
])('warns of %s until the request is made ready, and refuses then', async (_, more, expected) => {
  const { caseId, requestId } = await draftedRequest(team, { ...hand, ...more });
  const ready = `/api/auth-requests/${requestId}/completions`;
  expect(await team.coordinator.refused(ready, { version: 1 })).toEqual(expected);
  // What the page offers says the same as the answer to trying.
  const { requests } = await team.coordinator.case(caseId);
  const offered = requests[0]?.moves.find(({ move }) => move === 'complete');
  expect(offered?.refusals.map(({ code }) => code)).toEqual(expected);
});

it('lets the request through once the codes are corrected', async () => {
  const { caseId, requestId } = await draftedRequest(team, {
    ...hand,
    side: 'left',
    diagnoses: ['L90.5', 'M24.541'],
  });
  const { version, planType, plannedSessions } = await team.coordinator.case(caseId);
  await team.coordinator.move(`/api/cases/${caseId}/corrections`, {
    version,
    planType,
    plannedSessions,
    diagnoses: ['L90.5', 'M24.542'],
  });
  expect(await warningsOf(caseId)).toEqual([]);
  await team.coordinator.move(`/api/auth-requests/${requestId}/completions`, { version: 1 });
});

it('notes what a reviewer will see, and refuses nothing for it', async () => {
  const { caseId, requestId } = await draftedRequest(team, {
    ...hand,
    diagnoses: ['L90.5', 'L70.0', 'F45.22'],
  });
  expect(await warningsOf(caseId)).toEqual([
    'note diagnosis_cosmetic L70.0',
    'note diagnosis_caution F45.22',
  ]);
  await team.coordinator.move(`/api/auth-requests/${requestId}/completions`, { version: 1 });
});

it('does not let a code through that is not for microneedling', async () => {
  const lines = [
    { procedureCode: '17999', units: 3 },
    { procedureCode: '17110', units: 1 },
  ];
  const { caseId, requestId } = await draftedRequest(team, hand, { lines });
  expect(await warningsOf(caseId)).toEqual(['before_request procedure_do_not_use 17110']);
  expect(
    await team.coordinator.refused(`/api/auth-requests/${requestId}/completions`, { version: 1 }),
  ).toEqual(['letter_codes_differ', 'procedure_do_not_use']);
});

it('books no place over a telephone line', async () => {
  const { caseId, requestId } = await caseWithPayer(team, hand);
  const proofId = await team.coordinator.attach(caseId, 'payer_notice');
  const approvals = `/api/auth-requests/${requestId}/approvals`;
  for (const placeOfService of ['02', '10'])
    expect(await team.coordinator.refused(approvals, approval(team, proofId, 4, { placeOfService }))).toEqual(
      ['place_is_telehealth'],
    );
  await team.coordinator.make(approvals, approval(team, proofId, 4));
});

it('follows the official list of the fiscal year once that is loaded, on the day that the request asks for', async () => {
  const year = fiscalYearNow(team);
  const unlisted = await openCase(team, { ...hand, diagnoses: ['L90.5', 'Q99.9'] });
  expect(await warningsOf(unlisted)).toEqual(['note diagnosis_not_checked Q99.9']);

  await officialList(stage, year, [
    'L90! Atrophic disorders',
    'L90.5 Scar conditions',
    'M24.541 Contracture, right hand',
    'T23.301S Burn',
    'Q99.9 Known this year',
  ]);
  expect(await warningsOf(unlisted)).toEqual([]);
  expect((await team.coordinator.case(unlisted)).diagnoses[1]).toEqual({
    code: 'Q99.9',
    words: 'Known this year',
  });
  const gone = await team.coordinator.post(
    '/api/cases',
    newCase(team, { ...hand, diagnoses: ['L90.5', 'R20.8'] }),
  );
  expect(gone.problem.refusals.map(({ code, field }) => [code, field])).toEqual([
    ['diagnosis_not_valid', 'diagnoses'],
  ]);
  expect(gone.problem.refusals[0]?.sentence).toContain(`is not a code of fiscal year ${year}`);

  // The next year drops the code: a request for sessions in that year names it.
  await officialList(stage, year + 1, ['L90.5 Scar conditions']);
  const fromOn = `${year}-10-01`;
  const { caseId, requestId } = await draftedRequest(
    team,
    { ...hand, diagnoses: ['L90.5', 'Q99.9'] },
    { fromOn, toOn: `${year}-12-01` },
  );
  expect(await warningsOf(caseId)).toEqual(['refused diagnosis_not_valid Q99.9']);
  expect(
    await team.coordinator.refused(`/api/auth-requests/${requestId}/completions`, { version: 1 }),
  ).toEqual(['diagnosis_not_valid']);
});
