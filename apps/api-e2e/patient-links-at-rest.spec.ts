import { Stage, openStage } from './harness';
import { Patient, birthDate, newToken, sendLink } from './patient-story';
import { issuedAgreement } from './self-pay-story';
import { Team, openCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
let agreement: string;
let token: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  agreement = await issuedAgreement(team, await openCase(team, { planType: 'none' }));
  token = await sendLink(team, agreement);
});
afterAll(() => stage.close());

/** As the API's role, within the clinic; nothing of it stays. */
async function acting(text: string): Promise<unknown[]> {
  const client = await stage.db.application.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT set_config('stipple.clinic', $1, true)`, [stage.clinic.id]);
    return (await client.query<object>(text)).rows;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

it.each([
  'opened_at',
  'session_hash',
  'session_ends_at',
  'tries',
  'expires_at',
  'estimate_version',
  'token_hash',
])('the API’s role writes no %s of a link that there is', (column) =>
  expect(acting(`UPDATE stipple.patient_link SET ${column} = NULL`)).rejects.toThrow(/permission denied/),
);

it('reads no hash of a token, and removes no link', async () => {
  for (const column of ['token_hash', 'session_hash'])
    await expect(acting(`SELECT ${column} FROM stipple.patient_link`)).rejects.toThrow(/permission denied/);
  await expect(acting('DELETE FROM stipple.patient_link')).rejects.toThrow(/permission denied/);
});

it('is seen within its clinic alone', async () => {
  expect(await acting('SELECT id FROM stipple.patient_link')).toHaveLength(1);
  const { rows } = await stage.db.application.query('SELECT id FROM stipple.patient_link');
  expect(rows).toEqual([]);
});

it('lasts a month at most', () =>
  expect(
    acting(`INSERT INTO stipple.patient_link (clinic_id, case_id, agreement_id, estimate_version, token_hash, clinician_ids, made_by, expires_at)
      SELECT clinic_id, case_id, agreement_id, 1, sha256('another'), clinician_ids, made_by, now() + interval '31 days' FROM stipple.patient_link`),
  ).rejects.toThrow(expect.objectContaining({ constraint: 'patient_link_lasts_a_month' }) as Error));

it('is opened by the date of birth alone, and says no more than whether', async () => {
  const opens = async (behind: string, born: string) => {
    const { rows } = await stage.db.application.query<{ opened: boolean }>(
      `SELECT stipple.open_patient_link(sha256(convert_to($1, 'UTF8')), $2, sha256('visit'), interval '1 hour', 'request') AS opened`,
      [behind, born],
    );
    return rows;
  };
  expect(await opens(newToken(), birthDate)).toEqual([{ opened: false }]);
  expect(await opens(token, '1981-01-01')).toEqual([{ opened: false }]);
  expect(await opens(token, birthDate)).toEqual([{ opened: true }]);
  expect((await new Patient(stage).opens(token)).status).toBe(410);
});
