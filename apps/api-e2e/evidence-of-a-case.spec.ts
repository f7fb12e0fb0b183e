import { EvidenceView } from '@stipple/contracts';
import { makeClinic } from '@stipple/testing';
import { Browser, Stage, mustBe, openStage } from './harness';
import { Team, openCase, signInTeam, today } from './story';

let stage: Stage;
let team: Team;
let caseId: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
});
beforeEach(async () => void (caseId = await openCase(team, { duplicateIntended: true })));
afterAll(() => stage.close());

const seen = (more: object = {}) => ({
  onDay: today(stage.clinic.timeZone),
  ratedBy: 'Pat Physician',
  ...more,
});
const wrist = (more: object = {}) =>
  seen({ joint: 'wrist', motion: 'extension', side: 'right', mode: 'active', degrees: 25, ...more });
const path = (kind: string) => `/api/cases/${caseId}/evidence/${kind}`;
const record = (by: Browser, kind: string, body: object) => by.make(path(kind), body);
const read = async (by: Browser = team.physician) =>
  EvidenceView.parse(mustBe(200, await by.get(`/api/cases/${caseId}/evidence`)));
const values = async () => {
  const { facts } = await read();
  return Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value]));
};

it('knows of a new case what its intake says, and nothing else', async () => {
  const view = await read(team.coordinator);
  expect(view).toMatchObject({
    bodySite: 'hand',
    side: 'right',
    cause: 'burn',
    records: [],
    alerts: [],
    refusals: [],
  });
  expect(Object.keys(view.facts).sort()).toEqual(
    [
      'age_years',
      'body_site',
      'cause_of_scar',
      'diagnoses',
      'planned_sessions',
      'procedure_codes',
      'side',
      'work_or_auto',
    ].sort(),
  );
});

it('turns every kind of record into the facts it supplies, with its id', async () => {
  const { physician, coordinator } = team;
  const motion = await record(physician, 'motions', wrist());
  const vss = await record(physician, 'scales', seen({ scale: 'vss', items: [2, 1, 3, 1] }));
  await record(physician, 'areas', seen({ areaCm2: 24.5, method: 'tracing' }));
  await record(
    physician,
    'statements',
    seen({ fact: 'functional_impairment', says: true, words: 'Cannot close the hand' }),
  );
  await record(
    coordinator,
    'scales',
    seen({ scale: 'dlqi', items: [3, 2, 2, 2, 1, 1, 0, 0, 0, 0], ratedBy: 'The patient' }),
  );
  await record(coordinator, 'scales', seen({ scale: 'pain', items: [6], ratedBy: 'The patient' }));
  await record(coordinator, 'functions', seen({ activities: ['gripping', 'gripping'], work: 'limited' }));
  await record(
    coordinator,
    'treatments',
    seen({ onDay: '2020-01-01', toOn: '2020-09-01', treatment: 'silicone', result: 'failed' }),
  );
  await record(
    coordinator,
    'treatments',
    seen({ onDay: '2021-01-01', treatment: 'compression', result: 'ongoing' }),
  );
  await record(
    coordinator,
    'devices',
    seen({
      device: 'Pen',
      productCode: 'qai',
      indication: 'Facial acne scars',
      indicationFits: 'no',
      siteFits: 'no',
      ageFits: 'yes',
    }),
  );
  await record(
    coordinator,
    'mental-health-notes',
    seen({ profession: 'psychologist', distress: true, summary: 'Avoids people', isSummary: true }),
  );
  expect(await values()).toMatchObject({
    rom_deficit_degrees: 45,
    rom_deficit_percent: 64.2,
    vss_total: 7,
    area_cm2: 24.5,
    functional_impairment: true,
    dlqi_total: 11,
    pain: 6,
    daily_life_limited: true,
    failed_treatments: ['silicone'],
    failed_treatments_count: 1,
    longest_failed_treatment_months: 8,
    device_cleared: false,
    mental_health_note: true,
    distress_documented: true,
  });
  const { facts, records } = await read();
  expect(facts['rom_deficit_degrees']?.evidence).toEqual([motion]);
  expect(facts['vss_total']?.evidence).toEqual([vss]);
  expect(records.find(({ id }) => id === motion)).toMatchObject({
    kind: 'motion',
    normDegrees: 70,
    deficitDegrees: 45,
    by: stage.clinic.physician.name,
  });
  expect(records.find(({ id }) => id === vss)).toMatchObject({
    kind: 'scale',
    total: 7,
    items: [2, 1, 3, 1],
    version: 'VSS 0–13',
    alertId: null,
  });
  expect(records).toHaveLength(11);
});

it('tells “nothing was tried” from “nobody asked”', async () => {
  expect(await values()).not.toHaveProperty('failed_treatments');
  await record(team.coordinator, 'no-treatments', seen());
  expect(await values()).toMatchObject({ failed_treatments: [], failed_treatments_count: 0 });
});

it('counts a later reading of the same motion, and each motion for itself', async () => {
  await record(team.physician, 'motions', wrist({ onDay: '2025-01-01', degrees: 5 }));
  await record(team.physician, 'motions', wrist({ onDay: '2025-02-01', degrees: 60 }));
  expect(await values()).toMatchObject({ rom_deficit_degrees: 10 });
  await record(team.physician, 'motions', wrist({ onDay: '2025-01-01', motion: 'flexion', degrees: 40 }));
  expect(await values()).toMatchObject({ rom_deficit_degrees: 40 });
});

it('corrects by a new record that names the old one, once, and withdraws what was another patient’s', async () => {
  const { physician } = team;
  const first = await record(physician, 'motions', wrist({ degrees: 52 }));
  const correction = wrist({ degrees: 25, replacesId: first, reason: 'Digits were swapped' });
  const second = await record(physician, 'motions', correction);
  expect(await values()).toMatchObject({ rom_deficit_degrees: 45 });
  expect((await read()).records).toMatchObject([
    { id: second, replacesId: first, reason: 'Digits were swapped', replacedById: null },
    { id: first, replacedById: second },
  ]);
  expect(await physician.refused(path('motions'), correction)).toEqual(['corrected_already']);
  await record(physician, 'withdrawals', { replacesId: second, reason: 'Another patient’s' });
  expect(await values()).not.toHaveProperty('rom_deficit_degrees');
  const withdrawal = (await read()).records.find(({ kind }) => kind === 'withdrawal');
  expect(withdrawal).toMatchObject({ replacesId: second, ratedBy: stage.clinic.physician.name });
  const again = { replacesId: withdrawal?.id, reason: 'Back' };
  expect(await physician.refused(path('withdrawals'), again)).toEqual(['withdrawn_already']);
});

it('corrects no record of another kind or of another case, and wants a reason', async () => {
  const { physician } = team;
  const id = await record(physician, 'motions', wrist());
  const correct = (more: object) => physician.post(path('motions'), wrist({ replacesId: id, ...more }));
  expect((await correct({})).problem.refusals).toMatchObject([{ field: 'reason' }]);
  expect((await physician.post(path('motions'), wrist({ reason: 'x' }))).problem.refusals).toMatchObject([
    { field: 'reason' },
  ]);
  const other = seen({ areaCm2: 3, method: 'ruler', replacesId: id, reason: 'x' });
  expect(await physician.refused(path('areas'), other)).toEqual(['other_kind']);
  caseId = await openCase(team, { duplicateIntended: true });
  expect((await correct({ reason: 'x' })).status).toBe(404);
});

// prettier-ignore
it.each<[string, string, () => object, number, string]>([
  ['a day that has not come', 'motions', () => wrist({ onDay: today(stage.clinic.timeZone, 1) }), 409, 'onDay'],
  ['a day before the birth', 'motions', () => wrist({ onDay: '1979-12-31' }), 409, 'onDay'],
  ['an angle that no wrist has', 'motions', () => wrist({ degrees: 96 }), 409, 'degrees'],
  ['half a degree', 'motions', () => wrist({ degrees: 20.5 }), 400, 'degrees'],
  ['a wrist in the middle', 'motions', () => wrist({ side: 'midline' }), 409, 'side'],
  ['a finger of a wrist', 'motions', () => wrist({ digit: 3 }), 409, 'digit'],
  ['a finger without its name', 'motions', () => wrist({ joint: 'finger_end', motion: 'flexion' }), 409, 'digit'],
  ['a motion of another joint', 'motions', () => wrist({ joint: 'knee', motion: 'supination' }), 409, 'motion'],
  ['a norm of one’s own', 'motions', () => wrist({ normDegrees: 10 }), 400, 'normDegrees'],
  ['a score outside its scale', 'scales', () => seen({ scale: 'vss', items: [2, 3, 3, 1] }), 409, 'items.1'],
  ['an item too few', 'scales', () => seen({ scale: 'phq9', items: [0, 0, 0, 0, 0, 0, 0, 0] }), 409, 'items'],
  ['a total', 'scales', () => seen({ scale: 'vss', items: [0, 0, 0, 0], total: 13 }), 400, 'total'],
  ['an area of nothing', 'areas', () => seen({ areaCm2: 0, method: 'ruler' }), 400, 'areaCm2'],
  ['an area to the hundredth', 'areas', () => seen({ areaCm2: 1.25, method: 'ruler' }), 400, 'areaCm2'],
  ['an end before the beginning', 'treatments', () => seen({ toOn: '2020-01-01', treatment: 'silicone', result: 'failed' }), 400, 'toOn'],
  ['an end that has not come', 'treatments', () => seen({ toOn: today(stage.clinic.timeZone, 1), treatment: 'silicone', result: 'failed' }), 409, 'toOn'],
  ['a failure without an end', 'treatments', () => seen({ treatment: 'silicone', result: 'failed' }), 400, 'toOn'],
  ['an end of what goes on', 'treatments', () => seen({ toOn: today(stage.clinic.timeZone), treatment: 'silicone', result: 'ongoing' }), 400, 'toOn'],
  ['a product code of four letters', 'devices', () => seen({ device: 'Pen', productCode: 'QAIX', indication: 'x', indicationFits: 'no', siteFits: 'no', ageFits: 'no' }), 400, 'productCode'],
  ['notes of a therapy session', 'mental-health-notes', () => seen({ profession: 'therapist', distress: true, summary: 'x', isSummary: false }), 400, 'isSummary'],
  ['a stated note', 'statements', () => seen({ fact: 'mental_health_note', says: true }), 409, 'says'],
  ['a document of nowhere', 'motions', () => wrist({ documentId: '00000000-0000-4000-8000-000000000000' }), 409, 'documentId'],
])('refuses %s, names the field and keeps nothing', async (_, kind, body, status, field) => {
  const answer = await team.physician.post(path(kind), body());
  expect([answer.status, answer.problem.refusals.map((refusal) => refusal.field)]).toEqual([status, [field]]);
  expect((await read()).records).toEqual([]);
});

it('takes a document of this case as the source, and none of another', async () => {
  const documentId = await team.coordinator.attach(caseId, 'clinical_note', 'Hand therapy report');
  const copied = wrist({ documentId, ratedBy: 'Kit Therapist, OT' });
  expect(await team.coordinator.refused(path('motions'), wrist())).toEqual(['source_missing']);
  await record(team.coordinator, 'motions', copied);
  expect((await read()).records).toMatchObject([
    { documentId, ratedBy: 'Kit Therapist, OT', by: stage.clinic.coordinator.name },
  ]);
  caseId = await openCase(team, { duplicateIntended: true });
  expect(await team.coordinator.refused(path('motions'), copied)).toEqual(['document_unknown']);
});

it('lets a coordinator take back only what a coordinator may record', async () => {
  const { coordinator, physician } = team;
  const measured = await record(physician, 'motions', wrist());
  const asked = await record(physician, 'functions', seen({ activities: [], work: 'not_affected' }));
  const withdraw = (replacesId: string) =>
    coordinator.post(path('withdrawals'), { replacesId, reason: 'Wrong' });
  expect((await withdraw(measured)).problem.refusals).toMatchObject([{ code: 'source_missing' }]);
  expect((await withdraw(asked)).status).toBe(201);
});

it('is on the timeline of who may read it, without what was measured, and not on a manager’s', async () => {
  await record(team.physician, 'scales', seen({ scale: 'dlqi', items: [3, 3, 3, 3, 3, 3, 3, 3, 3, 0] }));
  const entry = (await team.coordinator.case(caseId)).timeline.find(({ subject }) => subject === 'evidence');
  expect(entry).toMatchObject({ move: 'record', data: { kind: 'scale' } });
  const manager = await team.manager.case(caseId);
  expect(manager.timeline.map(({ subject }) => subject)).not.toContain('evidence');
  expect((await team.manager.get(`/api/cases/${caseId}/evidence`)).status).toBe(403);
});

it('takes no evidence for a closed case, and says so beforehand', async () => {
  await team.coordinator.move(`/api/cases/${caseId}/closures`, { version: 1, reason: 'transferred' });
  expect(await team.physician.refused(path('motions'), wrist())).toEqual(['case_closed']);
  expect((await read()).refusals).toMatchObject([{ code: 'case_closed' }]);
});

it('is nothing to another clinic', async () => {
  const id = await record(team.physician, 'motions', wrist());
  const strangers = await signInTeam(stage, await makeClinic(stage.db.owner, 'Elsewhere'));
  expect((await strangers.physician.get(`/api/cases/${caseId}/evidence`)).status).toBe(404);
  expect((await strangers.physician.post(path('motions'), wrist())).status).toBe(404);
  expect((await strangers.physician.post(path('withdrawals'), { replacesId: id, reason: 'x' })).status).toBe(
    404,
  );
  expect((await read()).records).toHaveLength(1);
});
