import { ScreeningBasis, ScreeningResult, blueHeronScar4, parsePolicy, screenBasis } from '@stipple/domain';
import type { TestPerson } from '@stipple/testing';
import { makeClinic } from '@stipple/testing';
import { Stage, openStage } from './harness';
import { evidenceOf, publishPolicy } from './screening-story';
import { Team, openCase, signInTeam } from './story';

let stage: Stage;
let team: Team;
let id: string;
beforeAll(async () => {
  stage = await openStage();
  team = await signInTeam(stage);
  // Screenings of several kinds: bare, complete, with an explained word; by the general policy and by the payer's.
  for (const ready of [false, true]) {
    const caseId = await openCase(team, { duplicateIntended: true });
    const path = `/api/cases/${caseId}/screenings`;
    await team.coordinator.make(path, { reasons: 'Bare' });
    await evidenceOf(team, caseId).all();
    await team.physician.make(`/api/cases/${caseId}/clinical-notes`, { body: 'An unsightly scar.' });
    const key = `word:unsightly in clinical note of ${Temporal.Now.plainDateISO(team.clinic.timeZone).toString()}`;
    id = await team.coordinator.make(path, { reasons: 'All', explanations: [{ key, reason: 'Quoted' }] });
    if (!ready) await publishPolicy(stage, { ...blueHeronScar4, effectiveFrom: '2024-01-01' });
  }
});
afterAll(() => stage.close());

/** As the API's role, for a person of a clinic, with the deferred constraints; nothing of it stays. */
async function acting(who: TestPerson, text: string, ...values: readonly unknown[]): Promise<unknown[]> {
  const client = await stage.db.application.connect();
  try {
    await client.query('BEGIN');
    await client.query(
      `SELECT set_config('stipple.clinic', $1, true), set_config('stipple.staff', $2, true)`,
      [stage.clinic.id, who.id],
    );
    const { rows } = await client.query(text, [...values]);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    return rows as unknown[];
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
const broken = (constraint: string) => expect.objectContaining({ constraint }) as Error;

it('computes every stored screening again, from what is stored with it, to the same', async () => {
  const { rows } = await stage.db.owner.query<
    ScreeningBasis & { result: ScreeningResult; document: unknown; engine: string }
  >(`SELECT b.*, v.document FROM stipple.screening_basis b
       JOIN stipple.screening x ON (x.clinic_id, x.id) = (b.clinic_id, b.screening_id)
       LEFT JOIN stipple.policy_version v ON (v.clinic_id, v.id) = (x.clinic_id, x.policy_version_id)`);
  expect(rows.map(({ result }) => result.general).sort()).toEqual([false, false, true, true]);
  expect(new Set(rows.map(({ result }) => result.reason)).size).toBeGreaterThan(1);
  for (const { facts, texts, evidence, explanations, result, document } of rows) {
    const policy = document === null ? null : parsePolicy(document).value;
    expect(screenBasis(policy, { facts, texts, evidence, explanations })).toEqual(result);
  }
});

describe('what was computed', () => {
  it.each(['facts', 'result', 'explanations', 'texts'])('is never edited: %s', async (column) => {
    await expect(
      acting(team.clinic.physician, `UPDATE stipple.screening_basis SET ${column} = ${column}`),
    ).rejects.toThrow(/permission denied/);
  });

  it('is never removed, and a screening cannot name another policy or outcome than its basis', async () => {
    const { physician } = team.clinic;
    await expect(acting(physician, 'DELETE FROM stipple.screening_basis')).rejects.toThrow(
      /permission denied/,
    );
    await expect(
      acting(physician, `UPDATE stipple.screening SET policy_key = 'X v1' WHERE id = $1`, id),
    ).rejects.toThrow(/permission denied/);
    await expect(
      stage.db.owner.query(`UPDATE stipple.screening SET policy_key = 'X v1' WHERE id = $1`, [id]),
    ).rejects.toMatchObject({ constraint: 'computed_screening_has_basis' });
  });

  it('is decided otherwise only at the signature, and only with a reason', async () => {
    const decide = (set: string) =>
      acting(team.clinic.physician, `UPDATE stipple.screening SET ${set} WHERE id = $1`, id);
    const computed = `SELECT computed_outcome AS outcome FROM stipple.screening WHERE id = $1`;
    const [was] = (await stage.db.owner.query<{ outcome: string }>(computed, [id])).rows;
    const other = was?.outcome === 'cosmetic' ? 'uncertain' : 'cosmetic';
    await expect(decide(`outcome = '${other}', override_reason = 'Why'`)).rejects.toEqual(
      broken('outcome_decided_at_signature'),
    );
    await expect(decide(`state = 'signed', seq = 2, outcome = '${other}'`)).rejects.toEqual(
      broken('overridden_screening_has_reason'),
    );
    await expect(decide(`state = 'signed', seq = 2, override_reason = 'Why'`)).rejects.toEqual(
      broken('overridden_screening_has_reason'),
    );
  });

  it('cannot be claimed without its basis, nor together with ticks', async () => {
    const insert = (criteria: string) =>
      acting(
        team.clinic.coordinator,
        `INSERT INTO stipple.screening (clinic_id, case_id, state, seq, outcome, criteria, reasons, computed_outcome, policy_key, headline)
         SELECT clinic_id, case_id, 'proposed', 1, 'uncertain', $2::text[], 'x', 'uncertain', 'GENERAL v1', 'Uncertain' FROM stipple.screening WHERE id = $1`,
        id,
        criteria,
      );
    await expect(insert('{appearance_only}')).rejects.toEqual(broken('computed_screening_has_no_ticks'));
    await expect(insert('{}')).rejects.toMatchObject({ code: '23503' });
  });

  it('is read by who reads evidence, and by no other clinic', async () => {
    const count = 'SELECT count(*)::int AS n FROM stipple.screening_basis';
    expect(await acting(team.clinic.coordinator, count)).toEqual([{ n: 4 }]);
    expect(await acting(team.clinic.manager, count)).toEqual([{ n: 0 }]);
    const other = await makeClinic(stage.db.owner, 'Elsewhere');
    const theirs = await stage.as(other.coordinator);
    const { rows } = await stage.db.owner.query<{ id: string }>(
      'SELECT case_id AS id FROM stipple.screening',
    );
    for (const path of [`/api/cases/${rows[0]?.id ?? ''}/screening`])
      expect((await theirs.get(path)).status).toBe(404);
  });
});
