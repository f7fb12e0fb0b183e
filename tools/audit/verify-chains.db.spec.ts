import { Browser, Stage, mustBe, openStage } from '../../apps/api-e2e/harness';
import { openCase, signInTeam } from '../../apps/api-e2e/story';
import { verifyChains } from './verify-chains';

let stage: Stage;
let manager: Browser;
beforeAll(async () => {
  stage = await openStage();
  const team = await signInTeam(stage);
  manager = team.manager;
  for (const bodySite of ['hand', 'foot', 'knee'])
    mustBe(200, await manager.get(`/api/cases/${await openCase(team, { bodySite })}`));
});
afterAll(() => stage.close());

/** Tampers as the owner of the database could, looks, and takes it back. */
async function flawsAfter(...sql: readonly string[]): Promise<readonly string[]> {
  const keep =
    'CREATE TABLE kept AS TABLE stipple.audit_entry; CREATE TABLE kept_head AS TABLE stipple.audit_head';
  await stage.db.owner.query(keep);
  for (const statement of sql) await stage.db.owner.query(statement);
  const [chain] = await verifyChains(stage.db.ownerUrl);
  await stage.db.owner.query(
    `TRUNCATE stipple.audit_entry; INSERT INTO stipple.audit_entry OVERRIDING SYSTEM VALUE TABLE kept;
     UPDATE stipple.audit_head h SET (seq, hash) = (SELECT k.seq, k.hash FROM kept_head k WHERE k.clinic_id = h.clinic_id); DROP TABLE kept, kept_head`,
  );
  return (chain?.flaws ?? []).map(({ seq, flaw }) => `${seq} ${flaw}`);
}

it('finds nothing wrong with a trail that nobody has touched, and so does the page (rule 20: every view and change is audited)', async () => {
  const [chain] = await verifyChains(stage.db.ownerUrl);
  expect(chain?.entries).toBeGreaterThan(6);
  expect(chain?.flaws).toEqual([]);
  const seen = mustBe(200, await manager.get<{ flaws: unknown[] }>('/api/audit/verification'));
  expect(seen.flaws).toEqual([]);
});

it('finds an entry that was edited', async () => {
  const edit = `UPDATE stipple.audit_entry SET action = 'patient.read' WHERE seq = 3`;
  expect((await flawsAfter(edit)).join()).toMatch(/^3 /);
});

it('finds an entry that was removed, also the newest', async () => {
  expect((await flawsAfter('DELETE FROM stipple.audit_entry WHERE seq = 3')).length).toBeGreaterThan(0);
  const newest = 'DELETE FROM stipple.audit_entry WHERE seq = (SELECT max(seq) FROM stipple.audit_entry)';
  expect((await flawsAfter(newest)).length).toBeGreaterThan(0);
});

it('finds two entries that changed places', async () => {
  const swap = [
    'UPDATE stipple.audit_entry SET seq = -3 WHERE seq = 3',
    'UPDATE stipple.audit_entry SET seq = 3 WHERE seq = 4',
    'UPDATE stipple.audit_entry SET seq = 4 WHERE seq = -3',
  ];
  expect((await flawsAfter(...swap)).length).toBeGreaterThan(0);
});

it('finds an entry that was slipped in', async () => {
  const forged = `INSERT INTO stipple.audit_entry SELECT clinic_id, seq + 1000, at, actor_id, action, subject, subject_id, case_id, request_id, detail, hash
    FROM stipple.audit_entry WHERE seq = 2`;
  expect((await flawsAfter(forged)).length).toBeGreaterThan(0);
});

it('the API’s own role can neither edit nor remove an entry', async () => {
  const client = await stage.db.application.connect();
  await client.query(`SELECT set_config('stipple.clinic', $1, false)`, [stage.clinic.id]);
  for (const sql of [
    `UPDATE stipple.audit_entry SET action = 'x'`,
    'DELETE FROM stipple.audit_entry',
    'TRUNCATE stipple.audit_entry',
    'UPDATE stipple.audit_head SET seq = 0',
  ])
    await expect(client.query(sql)).rejects.toThrow(/permission denied/);
  client.release();
});
