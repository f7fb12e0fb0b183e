import { createHash } from 'node:crypto';
import { Stage, openStage } from './harness';
import { Team, letterOf, letterText, openCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
let caseId: string;
let letterId: string;
const body = 'Burn scar contracture of the right hand – “needs” treatment.\nSecond line.';
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  caseId = await openCase(team);
  letterId = await team.coordinator.make(`/api/cases/${caseId}/letters`, letterOf(body));
});
afterAll(() => stage.close());

const sign = (version: number, password = team.clinic.physician.password) => ({ version, password });
const path = () => `/api/letters/${letterId}`;
/** What the application role itself may not do, by raw SQL. */
const raw = (sql: string, ...values: unknown[]) =>
  stage.db.application.connect().then(async (client) => {
    try {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('stipple.clinic', $1, true)`, [team.clinic.id]);
      await client.query(sql, values);
      await client.query('COMMIT');
      return 'done';
    } catch (error) {
      await client.query('ROLLBACK');
      return (error as { constraint?: string; message: string }).constraint ?? (error as Error).message;
    } finally {
      client.release();
    }
  });

it('is signed by a physician only, who enters the password again (rule 10: only a physician signs)', async () => {
  const { coordinator, physician, manager } = team;
  await coordinator.move(`${path()}/signature-requests`, { version: 1 });
  for (const somebody of [coordinator, manager])
    expect((await somebody.post(`${path()}/signatures`, sign(2))).status).toBe(403);
  expect(await physician.refused(`${path()}/signatures`, sign(2, 'not my password'))).toEqual([
    'password_wrong',
  ]);
  expect((await coordinator.case(caseId)).letters[0]).toMatchObject({ state: 'ready', signed: null });
});

it('becomes a draft again when its words change after it was sent for signature', async () => {
  const { coordinator, physician } = team;
  await coordinator.move(`${path()}/revisions`, { ...letterOf(`${body} More.`), version: 2 });
  expect((await coordinator.case(caseId)).letters[0]).toMatchObject({ state: 'draft', wording: 2 });
  expect(await physician.refused(`${path()}/signatures`, sign(3))).toEqual(['wrong_state']);
  await coordinator.move(`${path()}/signature-requests`, { version: 3 });
  expect((await physician.post(`${path()}/signatures`, sign(2))).problem.code).toBe('stale');
});

it('carries the hash of exactly the words that were signed', async () => {
  const { physician } = team;
  await physician.move(`${path()}/signatures`, sign(4));
  const [letter] = (await physician.case(caseId)).letters;
  const bound = letterOf(`${body} More.`).bindings.map(({ sentence }) => ({
    sentence,
    to: [{ ref: 'fact:cause_of_scar', said: 'The cause of the scar: Burn' }],
  }));
  const hash = createHash('sha256')
    .update(`17999\n${body} More.\0${JSON.stringify(bound)}`)
    .digest('hex');
  expect(letter).toMatchObject({ state: 'signed', signed: { by: 'Dr. Pat Physician', hash } });
});

it('never changes again through the API', async () => {
  const { coordinator, physician } = team;
  expect(await coordinator.refused(`${path()}/revisions`, { ...letterText, version: 5 })).toEqual([
    'wrong_state',
  ]);
  expect(await coordinator.refused(`${path()}/discards`, { version: 5 })).toEqual(['wrong_state']);
  expect(await physician.refused(`${path()}/signatures`, sign(5))).toEqual(['wrong_state']);
  expect((await coordinator.case(caseId)).letters).toMatchObject([
    { state: 'signed', version: 5, body: `${body} More.` },
  ]);
});

it('never changes by raw SQL of the application either: neither words nor wording nor signature', async () => {
  const id = letterId;
  expect(await raw(`UPDATE stipple.letter_version SET body = 'x' WHERE letter_id = $1`, id)).toMatch(
    /permission denied/,
  );
  expect(await raw('DELETE FROM stipple.letter_version WHERE letter_id = $1', id)).toMatch(
    /permission denied/,
  );
  expect(await raw('DELETE FROM stipple.signature WHERE subject_id = $1', id)).toMatch(/permission denied/);
  expect(
    await raw(`UPDATE stipple.signature SET content_hash = sha256('x') WHERE subject_id = $1`, id),
  ).toMatch(/permission denied/);
  expect(await raw('UPDATE stipple.letter SET version = 1 WHERE id = $1', id)).toBe(
    'signed_letter_shows_signed_words',
  );
  const forged = `INSERT INTO stipple.letter_version (clinic_id, letter_id, version, procedure_codes, body, author_id)
    SELECT clinic_id, letter_id, 3, procedure_codes, 'forged', author_id FROM stipple.letter_version WHERE letter_id = $1 AND version = 2`;
  expect(
    await raw(`${forged}; UPDATE stipple.letter SET version = 3 WHERE id = '${id}'`.replace('$1', `'${id}'`)),
  ).toBe('signed_letter_shows_signed_words');
  expect(await raw(`UPDATE stipple.letter SET state = 'draft' WHERE id = $1`, id)).toBe('one_move_at_a_time');
  expect((await team.coordinator.case(caseId)).letters[0]).toMatchObject({
    body: `${body} More.`,
    wording: 2,
  });
});

it('is replaced by the next letter that is signed, and keeps its own signature', async () => {
  const { coordinator, physician } = team;
  const second = await coordinator.make(`/api/cases/${caseId}/letters`, letterText);
  await coordinator.move(`/api/letters/${second}/signature-requests`, { version: 1 });
  expect((await coordinator.case(caseId)).letters.map((letter) => letter.state)).toEqual(['ready', 'signed']);
  await physician.move(`/api/letters/${second}/signatures`, sign(2));
  expect((await coordinator.case(caseId)).letters).toMatchObject([
    { id: second, state: 'signed' },
    { id: letterId, state: 'superseded', signed: { by: 'Dr. Pat Physician' }, body: `${body} More.` },
  ]);
});
