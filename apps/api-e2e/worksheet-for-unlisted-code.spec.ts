import { CaseWorksheets, ScreeningNow } from '@stipple/contracts';
import { makeClinic } from '@stipple/testing';
import { Stage, mustBe, openStage } from './harness';
import { draftedRequest } from './codes-story';
import { Team, fillWorksheet, openCase, signInTeam, worksheet } from './story';

let stage: Stage;
let team: Team;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
afterAll(() => stage.close());

const opened = (more: object = {}) => openCase(team, { duplicateIntended: true, ...more });
const path = (caseId: string) => `/api/cases/${caseId}/worksheets`;
const read = async (caseId: string, by = team.coordinator) =>
  CaseWorksheets.parse(mustBe(200, await by.get(path(caseId))));
const codeOf = async (caseId: string) => (await read(caseId)).codes[0];

it('asks a new case for the worksheet of its unlisted code, with what there is to choose from', async () => {
  const view = await read(await opened());
  expect(view).toMatchObject({
    suggestedDescription: 'MEDICAL MICRONEEDLING OF BURN SCAR, RIGHT HAND',
    codes: [{ procedureCode: '17999', worksheet: null, gaps: [], refusals: [], history: [] }],
  });
  expect(view.codes[0]?.comparators[0]).toMatchObject({ code: '0479T', usual: true });
  expect((await read(await opened({ procedureCode: '0479T' }))).codes).toEqual([]);
});

it('does not make a request ready before every field is filled, and names each of them', async () => {
  const { coordinator } = team;
  const { caseId, requestId } = await draftedRequest(team, {});
  const { worksheet: filled } = (await codeOf(caseId)) ?? {};
  if (!filled) throw new Error('the story fills it in');
  const ready = `/api/auth-requests/${requestId}/completions`;
  const revise = (body: object) => coordinator.post(`/api/worksheets/${filled.id}/revisions`, body);

  mustBe(204, await revise({ version: 1, ...worksheet, minutes: undefined, feeBasis: '' }));
  const answer = await coordinator.post(ready, { version: 1 });
  expect(answer.problem.refusals).toEqual([
    {
      code: 'worksheet_incomplete',
      sentence: 'Worksheet for 17999, time: say how many minutes a session takes.',
      field: 'minutes',
    },
    {
      code: 'worksheet_incomplete',
      sentence: 'Worksheet for 17999, basis of the fee: say how the fee comes about, with its figures.',
      field: 'feeBasis',
    },
  ]);
  // The page says the same before anybody tries.
  const view = await coordinator.case(caseId);
  const offered = view.requests[0]?.moves.find(({ move }) => move === 'complete');
  expect(offered?.refusals).toEqual(answer.problem.refusals);
  expect(view.worksheets).toMatchObject([
    { worksheet: { state: 'incomplete' }, gaps: [{ field: 'minutes' }, { field: 'feeBasis' }] },
  ]);

  mustBe(204, await revise({ version: 2, ...worksheet }));
  mustBe(204, await coordinator.post(ready, { version: 1 }));
  // Emptied once more, the request stays at the desk.
  mustBe(204, await revise({ version: 3, ...worksheet, skill: undefined }));
  const submission = {
    version: 2,
    channel: 'portal',
    submittedAt: new Date().toISOString(),
    reference: 'P-1',
  };
  expect(
    await coordinator.refused(`/api/auth-requests/${requestId}/submissions`, {
      ...submission,
      proofId: undefined,
    }),
  ).toContain('worksheet_incomplete');
});

it('is begun once for each code, by either of those who know, and keeps what it said before', async () => {
  const { physician, coordinator } = team;
  const caseId = await opened();
  const id = await fillWorksheet({ ...team, coordinator: physician }, caseId, { feeCents: undefined });
  expect(await coordinator.refused(path(caseId), { procedureCode: '17999' })).toEqual(['worksheet_begun']);
  mustBe(204, await coordinator.post(`/api/worksheets/${id}/revisions`, { version: 1, ...worksheet }));
  const code = await codeOf(caseId);
  expect(code).toMatchObject({
    gaps: [],
    worksheet: { version: 2, state: 'complete', feeCents: 45_000 },
    history: [
      {
        version: 2,
        words: 'Worksheet revised',
        by: stage.clinic.coordinator.name,
        said: { feeCents: 45_000 },
      },
      { version: 1, words: 'Worksheet begun', by: stage.clinic.physician.name, said: { feeCents: null } },
    ],
  });
  const { timeline } = await coordinator.case(caseId);
  expect(timeline[0]).toMatchObject({ words: 'Worksheet revised' });
});

it('is read by a manager, who writes none', async () => {
  const caseId = await opened();
  await fillWorksheet(team, caseId);
  const [code] = (await read(caseId, team.manager)).codes;
  expect(code?.worksheet?.minutes).toBe(45);
  expect(code?.refusals.map((one) => one.code)).toEqual(['wrong_role']);
  expect((await team.manager.post(path(caseId), { procedureCode: '17999' })).status).toBe(403);
});

it('does not overwrite what somebody else has saved meanwhile, and says who and what', async () => {
  const caseId = await opened();
  const id = await fillWorksheet(team, caseId);
  mustBe(
    204,
    await team.physician.post(`/api/worksheets/${id}/revisions`, { version: 1, ...worksheet, minutes: 60 }),
  );
  const late = await team.coordinator.post(`/api/worksheets/${id}/revisions`, {
    version: 1,
    ...worksheet,
    feeCents: 50_000,
  });
  expect([late.status, late.problem.code]).toEqual([409, 'stale']);
  expect(late.problem.current).toMatchObject({
    changedBy: stage.clinic.physician.name,
    version: 2,
    fields: { minutes: 60, feeCents: 45_000 },
  });
  expect((await codeOf(caseId))?.worksheet).toMatchObject({ minutes: 60, feeCents: 45_000 });
});

it('may be saved with gaps, also with nothing', async () => {
  const caseId = await opened();
  const id = mustBe(
    201,
    await team.coordinator.post<{ id: string }>(path(caseId), { procedureCode: '17999' }),
  ).id;
  expect((await codeOf(caseId))?.gaps).toHaveLength(9);
  // A comparator that does not do is kept and named, as it may be half a thought.
  await team.coordinator.move(`/api/worksheets/${id}/revisions`, {
    version: 1,
    ...worksheet,
    comparatorCode: '96999',
  });
  expect(await codeOf(caseId)).toMatchObject({
    worksheet: { state: 'incomplete' },
    gaps: [{ field: 'comparatorCode' }],
  });
});

it('keeps the description as it travels', async () => {
  const caseId = await opened();
  await fillWorksheet(team, caseId, { lineDescription: ' Medical microneedling – right  hand ' });
  expect((await codeOf(caseId))?.worksheet?.lineDescription).toBe('MEDICAL MICRONEEDLING - RIGHT HAND');
});

// prettier-ignore
it.each([
  ['procedureCode',   '0479T'],
  ['procedureCode',   '96999'],
  ['comparatorCode',  'ABC'],
  ['comparison',      'x'.repeat(1001)],
  ['minutes',         0],
  ['minutes',         601],
  ['minutes',         45.5],
  ['minutes',         '45'],
  ['skill',           'x'.repeat(601)],
  ['feeCents',        0],
  ['feeCents',        45.5],
  ['feeCents',        1_000_001],
  ['feeRestsOn',      'hearsay'],
  ['feeBasis',        12],
  ['lineDescription', 'MEDICAL*NEEDLING OF SCAR'],
  ['lineDescription', 'MEDICAL NEEDLING: HAND'],
  ['lineDescription', 'MEDICAL NEEDLING ≥ 3'],
  ['lineDescription', `MEDICAL NEEDLING ${'A'.repeat(64)}`],
])('refuses %s %j, naming it, and writes nothing', async (field, value) => {
  const caseId = await opened();
  const answer = await team.coordinator.post(path(caseId), {
    procedureCode: '17999',
    ...worksheet,
    [field]: value,
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(answer.problem.refusals.map((one) => one.field)).toEqual([field]);
  expect((await codeOf(caseId))?.worksheet).toBeNull();
});

it('counts as the evidence that a policy asks for once nothing is missing', async () => {
  const caseId = await opened();
  const asked = async () => {
    const now = mustBe(200, await team.coordinator.get<ScreeningNow>(`/api/cases/${caseId}/screening`));
    return now.result.documents.find(({ kind }) => kind === 'code_worksheet');
  };
  const id = await fillWorksheet(team, caseId, { skill: undefined });
  expect(await asked()).toMatchObject({ state: 'missing', held: [] });
  await team.physician.move(`/api/worksheets/${id}/revisions`, { version: 1, ...worksheet });
  expect(await asked()).toMatchObject({ state: 'have', held: [id] });
});

it('is nobody’s in another clinic', async () => {
  const caseId = await opened();
  const id = await fillWorksheet(team, caseId);
  const them = await signInTeam(stage, await makeClinic(stage.db.owner, 'Elsewhere'));
  expect((await them.coordinator.get(path(caseId))).status).toBe(404);
  expect((await them.coordinator.post(path(caseId), { procedureCode: '17999' })).status).toBe(404);
  const revised = await them.physician.post(`/api/worksheets/${id}/revisions`, { version: 1, ...worksheet });
  expect(revised.status).toBe(404);
  expect((await codeOf(caseId))?.worksheet?.version).toBe(1);
});

describe('PostgreSQL itself', () => {
  const write = async (set: string) => {
    const caseId = await opened();
    const id = await fillWorksheet(team, caseId);
    return stage.db.owner.query(`UPDATE stipple.code_worksheet SET ${set} WHERE id = '${id}'`);
  };
  // prettier-ignore
  it.each([
    ['minutes = 0',                         'minutes_check'],
    ['minutes = 601',                       'minutes_check'],
    ['fee_cents = 0',                       'fee_cents_check'],
    ['fee_cents = 1000001',                 'fee_cents_check'],
    [`fee_rests_on = 'hearsay'`,            'fee_rests_on_check'],
    [`comparator_code = 'nothing'`,         'comparator_code_check'],
    [`comparison = ' '`,                    'comparison_check'],
    [`line_description = 'medical'`,        'line_description_travels'],
    [`line_description = 'A*B'`,            'line_description_travels'],
    [`line_description = repeat('A', 81)`,  'line_description_travels'],
    [`line_description = ' AB'`,            'line_description_travels'],
    ['skill = NULL',                        'complete_worksheet_lacks_nothing'],
    [`comparator_code = '96999'`,           'complete_worksheet_lacks_nothing'],
    [`procedure_code = '15781'`,            'procedure_code_check'],
  ])('refuses %s', async (set, constraint) => {
    await expect(write(set)).rejects.toThrow(constraint);
  });

  it('keeps one worksheet of each code, and lets nobody rename or remove one', async () => {
    const caseId = await opened();
    await fillWorksheet(team, caseId);
    const client = await stage.db.application.connect();
    try {
      await client.query(`SELECT set_config('stipple.clinic', $1, false)`, [stage.clinic.id]);
      for (const sql of [
        `UPDATE stipple.code_worksheet SET procedure_code = '96999'`,
        `UPDATE stipple.code_worksheet SET case_id = case_id`,
        'DELETE FROM stipple.code_worksheet',
      ])
        await expect(client.query(sql)).rejects.toThrow('permission denied');
    } finally {
      client.release(true);
    }
  });
});
