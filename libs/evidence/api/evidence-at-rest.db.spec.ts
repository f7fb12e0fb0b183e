import { randomUUID } from 'node:crypto';
import { jointMotions } from '@stipple/domain';
import {
  TestClinic,
  TestDatabase,
  TestPerson,
  freshDatabase,
  makeClinic,
  makeManyCases,
} from '@stipple/testing';

let db: TestDatabase;
let clinic: TestClinic;
let caseId: string;
let otherCaseId: string;
beforeAll(async () => {
  db = await freshDatabase();
  clinic = await makeClinic(db.owner);
  await makeManyCases(db.owner, clinic, { count: 2 });
  const { rows } = await db.owner.query<{ id: string }>(
    'SELECT id FROM stipple.treatment_case ORDER BY case_number',
  );
  [caseId = '', otherCaseId = ''] = rows.map(({ id }) => id);
});
afterAll(() => db.close());

type Sql = readonly [text: string, ...values: unknown[]];

/** Runs statements as the API would, for a person of a clinic, up to and with the deferred constraints. */
async function acting(who: TestPerson | null, ...statements: readonly Sql[]): Promise<unknown[]> {
  const client = await db.application.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `SELECT set_config('stipple.clinic', $1, true), set_config('stipple.staff', $2, true)`,
      [clinic.id, who?.id ?? ''],
    );
    let rows: unknown[] = [];
    for (const [text, ...values] of statements) rows = (await client.query(text, values)).rows;
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    return rows;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

interface Common {
  readonly kind?: string;
  readonly on?: string;
  readonly of?: string;
  readonly documentId?: string;
  readonly replaces?: readonly [id: string, kind: string];
}
/** A record's common row with its event. */
// prettier-ignore
const head = (id: string, { kind = 'scale', on = 'today', of = caseId, documentId, replaces }: Common = {}): readonly Sql[] => [
  [`INSERT INTO stipple.evidence (clinic_id, id, case_id, state, seq, kind, on_day, rated_by, document_id, replaces_id, replaces_kind, reason)
    SELECT $1, $2, $3, 'recorded', 1, $4, CASE $5 WHEN 'today' THEN (now() AT TIME ZONE time_zone)::date WHEN 'tomorrow' THEN (now() AT TIME ZONE time_zone)::date + 1 ELSE $5::date END,
      'Pat', $6, $7, $8, CASE WHEN $7::uuid IS NOT NULL THEN 'mistake' END FROM stipple.clinic WHERE id = $1`,
    clinic.id, id, of, kind, on, documentId ?? null, replaces?.[0] ?? null, replaces?.[1] ?? null],
  event('evidence', id, of, 'record', 'recorded'),
];
const event = (subject: string, id: string, of: string, move: string, to: string): Sql => [
  `INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, actor_id) VALUES ($1, $2, '${subject}', $3, 1, 'nowhere', '${move}', '${to}', $4)`,
  clinic.id,
  of,
  id,
  clinic.physician.id,
];
// prettier-ignore
const rating = (id: string, scale: string, items: unknown, alertId: string | null = null): Sql => [
  `INSERT INTO stipple.scale_rating (clinic_id, evidence_id, case_id, scale, version, items, alert_id) VALUES ($1, $2, $3, $4, 'x', $5, $6) RETURNING total`,
  clinic.id, id, caseId, scale, items, alertId];
type Reading = Partial<Record<'joint' | 'motion' | 'side' | 'digit' | 'degrees' | 'norm', unknown>>;
// prettier-ignore
const motion = (id: string, { joint = 'wrist', motion: of = 'extension', side = 'right', digit = null, degrees = 25, norm = 70 }: Reading = {}): Sql => [
  `INSERT INTO stipple.motion_reading (clinic_id, evidence_id, joint, motion, side, digit, mode, degrees, norm_degrees, least_degrees, most_degrees)
   SELECT $1, $2, $3, $4, $5, $6, 'active', $7, $8, least_degrees, most_degrees FROM stipple.joint_motion WHERE joint = $3 AND motion = $4 RETURNING deficit_degrees`,
  clinic.id, id, joint, of, side, digit, degrees, norm];
const record = (statement: (id: string) => Sql, common: Common = {}) => {
  const id = randomUUID();
  return acting(clinic.physician, ...head(id, common), statement(id));
};

it('holds exactly the joints, motions and norms of the domain', async () => {
  const { rows } = await db.application.query(
    `SELECT joint, motion, norm_degrees AS "normDegrees", least_degrees AS "leastDegrees", most_degrees AS "mostDegrees", sided, digits FROM stipple.joint_motion`,
  );
  const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
  expect(sorted(rows)).toEqual(sorted(jointMotions));
});

it('computes totals and deficits itself', async () => {
  expect(await record((id) => rating(id, 'vss', [3, 2, 5, 3]))).toEqual([{ total: 13 }]);
  expect(await record((id) => motion(id), { kind: 'motion' })).toEqual([{ deficit_degrees: 45 }]);
  expect(await record((id) => motion(id, { degrees: 90 }), { kind: 'motion' })).toEqual([
    { deficit_degrees: 0 },
  ]);
});

it('takes no total and no deficit from anybody', async () => {
  const forged = (table: string, column: string, id: string): Sql => [
    `INSERT INTO stipple.${table} (clinic_id, evidence_id, ${column}) VALUES ($1, $2, 1)`,
    clinic.id,
    id,
  ];
  await expect(record((id) => forged('scale_rating', 'total', id))).rejects.toThrow(/non-DEFAULT value/);
  await expect(
    record((id) => forged('motion_reading', 'deficit_degrees', id), { kind: 'motion' }),
  ).rejects.toThrow(/non-DEFAULT value/);
});

// prettier-ignore
it.each([
  ['vss', [4, 0, 0, 0]], ['vss', [0, 3, 0, 0]], ['vss', [0, 0, 6, 0]], ['vss', [0, 0, 0, -1]], ['vss', [0, 0, 0]],
  ['vss', [1, null, 1, 1]], ['vss', '{{0,0},{0,0}}'], ['posas_observer', [0, 1, 1, 1, 1, 1]], ['posas_patient', [11, 1, 1, 1, 1, 1]],
  ['dlqi', [0, 0, 0, 0, 0, 0, 0, 0, 0, 4]], ['dlqi', [0, 0, 0, 0, 0, 0, 0, 0, 0]], ['phq9', [4, 0, 0, 0, 0, 0, 0, 0, 0]],
  ['pain', [11]], ['itch', [-1]], ['unknown', [1]],
])('refuses %s %j', async (scale, items) => {
  await expect(record((id) => rating(id, scale, items))).rejects.toMatchObject({ constraint: 'items_are_within_scale' });
});

it('refuses a scale without an answer', async () => {
  await expect(record((id) => rating(id, 'vss', []))).rejects.toMatchObject({ code: '23502' });
});

it('stores no thoughts of harm without a task that calls the physician of this case', async () => {
  const items = [0, 0, 0, 0, 0, 0, 0, 0, 1];
  await expect(record((id) => rating(id, 'phq9', items))).rejects.toMatchObject({
    constraint: 'thoughts_of_harm_call_physician',
  });
  const [id, taskId] = [randomUUID(), randomUUID()];
  // prettier-ignore
  const task = (of: string, kind = 'clinical_alert', role = 'physician'): readonly Sql[] => [
    [`INSERT INTO stipple.task (clinic_id, id, case_id, state, seq, kind, about, for_role, due_on) VALUES ($1, $2, $3, 'open', 1, $4, 'x', $5, now())`, clinic.id, taskId, of, kind, role],
    event('task', taskId, of, 'raise', 'open'),
  ];
  const stored = (...raised: readonly Sql[]) =>
    acting(clinic.physician, ...raised, ...head(id), rating(id, 'phq9', items, taskId));
  await expect(stored(...task(caseId))).resolves.toBeDefined();
  await expect(stored(...task(otherCaseId))).rejects.toMatchObject({
    constraint: 'scale_alert_of_same_case',
  });
  await expect(stored(...task(caseId, 'call_payer'))).rejects.toMatchObject({
    constraint: 'scale_alert_of_same_case',
  });
  await expect(stored(...task(caseId, 'clinical_alert', 'manager'))).rejects.toMatchObject({
    constraint: 'clinical_alert_is_for_physician',
  });
  await expect(
    acting(
      clinic.physician,
      ...task(caseId),
      ...head(id),
      rating(id, 'phq9', [3, 3, 3, 3, 3, 3, 3, 3, 0], taskId),
    ),
  ).rejects.toMatchObject({ constraint: 'thoughts_of_harm_call_physician' });
});

// prettier-ignore
it.each([
  ['an angle no wrist has', { degrees: 96 }, 'degrees_are_possible'],
  ['another norm', { norm: 90 }, 'motion_is_known'],
  ['no side', { side: 'midline' }, 'motion_is_known'],
  ['a finger of the wrist', { digit: 3 }, 'motion_is_known'],
  ['a finger without its name', { joint: 'finger_end', motion: 'flexion', norm: 90 }, 'motion_is_known'],
])('refuses %s', async (_, more, constraint) => {
  await expect(record((id) => motion(id, more), { kind: 'motion' })).rejects.toMatchObject({ constraint });
});

it('refuses a day that has not come, and one before the birth; both are the clinic’s and the patient’s', async () => {
  await expect(record((id) => rating(id, 'pain', [1]), { on: 'tomorrow' })).rejects.toMatchObject({
    constraint: 'evidence_not_ahead',
  });
  await expect(record((id) => rating(id, 'pain', [1]), { on: '1979-12-31' })).rejects.toMatchObject({
    constraint: 'evidence_after_birth',
  });
  await expect(record((id) => rating(id, 'pain', [1]), { on: '1980-01-01' })).resolves.toBeDefined();
});

it('refuses a record without its values, values of another kind, and values without a record', async () => {
  const id = randomUUID();
  await expect(acting(clinic.physician, ...head(id))).rejects.toMatchObject({
    constraint: 'evidence_has_scale',
  });
  await expect(
    acting(clinic.physician, ...head(id, { kind: 'motion' }), rating(id, 'pain', [1])),
  ).rejects.toMatchObject({ code: '23503' });
  await expect(acting(clinic.physician, rating(id, 'pain', [1]))).rejects.toMatchObject({ code: '23503' });
  await expect(acting(clinic.physician, ...head(id, { kind: 'no_treatment' }))).resolves.toBeDefined();
});

it('refuses a document and a record of another case, and a second correction', async () => {
  const { rows } = await db.owner.query<{ id: string }>(
    `
    WITH file AS (INSERT INTO stipple.stored_file (clinic_id, sha256, bytes, media_type) VALUES ($1, sha256('x'), 1, 'application/pdf') RETURNING sha256),
         event AS (INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, actor_id) VALUES ($1, $2, 'case_document', $3, 1, 'nowhere', 'record', 'recorded', $4))
    INSERT INTO stipple.case_document (clinic_id, id, case_id, state, seq, kind, title, file_sha256) SELECT $1, $3, $2, 'recorded', 1, 'clinical_note', 'Report', sha256 FROM file RETURNING id`,
    [clinic.id, otherCaseId, randomUUID(), clinic.physician.id],
  );
  const documentId = rows[0]?.id ?? '';
  await expect(record((id) => rating(id, 'pain', [1]), { documentId })).rejects.toMatchObject({
    constraint: 'evidence_document_of_same_case',
  });
  const [first, second, third, elsewhere] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const made = [...head(first), rating(first, 'pain', [1])];
  const correct = (id: string, replaced: string, kind = 'scale') => [
    ...head(id, { replaces: [replaced, kind] }),
    rating(id, 'pain', [2]),
  ];
  await expect(acting(clinic.physician, ...made, ...correct(second, first))).resolves.toBeDefined();
  await expect(
    acting(clinic.physician, ...made, ...correct(second, first), ...correct(third, first)),
  ).rejects.toMatchObject({ constraint: 'evidence_replaced_once' });
  await expect(
    acting(
      clinic.physician,
      ...head(elsewhere, { kind: 'no_treatment', of: otherCaseId }),
      ...correct(second, elsewhere, 'no_treatment'),
    ),
  ).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });
  await expect(
    acting(clinic.physician, ...made, ...head(second, { kind: 'no_treatment', replaces: [first, 'scale'] })),
  ).rejects.toMatchObject({ constraint: 'evidence_replaces_its_kind' });
});

const tables = [
  'evidence',
  'motion_reading',
  'scale_rating',
  'area_measurement',
  'function_statement',
  'treatment_tried',
  'device_clearance',
  'mental_health_note',
  'physician_statement',
];
it.each(tables)('never changes or removes a row of %s', async (table) => {
  await expect(
    acting(clinic.physician, [`UPDATE stipple.${table} SET clinic_id = clinic_id`]),
  ).rejects.toThrow(/permission denied/);
  await expect(acting(clinic.physician, [`DELETE FROM stipple.${table}`])).rejects.toThrow(
    /permission denied/,
  );
});

it('shows and takes evidence for coordinators and physicians only, and statements from physicians only', async () => {
  const id = randomUUID();
  const client = await db.owner.connect();
  await client.query('BEGIN');
  for (const [text, ...values] of [...head(id), rating(id, 'pain', [1])]) await client.query(text, values);
  await client.query('COMMIT');
  client.release();
  const seen = async (who: TestPerson | null) =>
    (await acting(who, [
      `SELECT (SELECT count(*) FROM stipple.evidence)::int + (SELECT count(*) FROM stipple.scale_rating)::int AS n`,
    ])) as { n: number }[];
  const { coordinator, physician, manager, administrator } = clinic;
  expect(
    await Promise.all(
      [coordinator, physician, manager, administrator, null].map(async (who) => (await seen(who))[0]?.n),
    ),
  ).toEqual([2, 2, 0, 0, 0]);
  const own = randomUUID();
  await expect(acting(manager, ...head(own))).rejects.toThrow(/row-level security/);
  const statement: Sql = [
    `INSERT INTO stipple.physician_statement (clinic_id, evidence_id, fact, says) VALUES ($1, $2, 'joint_involved', true)`,
    clinic.id,
    own,
  ];
  await expect(acting(coordinator, ...head(own, { kind: 'statement' }), statement)).rejects.toThrow(
    /row-level security/,
  );
  await expect(acting(physician, ...head(own, { kind: 'statement' }), statement)).resolves.toBeDefined();
});
