import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PolicyVersion, checkPolicy, checkTimeline, lifecycles, parsePolicy } from '@stipple/domain';
import { TestDatabase, freshDatabase, misreported } from '@stipple/testing';
import { verifyChains } from '../audit/verify-chains';
import { foundRealClinic } from '../seed/found-real-clinic';
import { checkCorpus } from './check-corpus';
import { DemoSummary, connectAsOwner, demoPeople, seedDemo } from './seed-demo';

const now = '2026-11-23T15:00:00Z';
const files = mkdtempSync(join(tmpdir(), 'stipple-corpus-'));
let db: TestDatabase;
let made: DemoSummary;
beforeAll(async () => {
  db = await freshDatabase();
  made = await seedDemo(db.ownerUrl, files, { cases: 400, seed: 7, now });
}, 60_000);
afterAll(async () => {
  await db.close();
  rmSync(files, { recursive: true, force: true });
});

/** The whole history as one hash: what was done, in which order, about whom. */
async function hashOf(database: TestDatabase): Promise<string> {
  const { rows } = await database.owner.query<{ hash: string }>(
    `SELECT md5(string_agg(concat_ws('|', subject_id, seq, move, to_state, actor_id, at, data), ',' ORDER BY subject_id, seq)) AS hash FROM stipple.case_event`,
  );
  return rows[0]?.hash ?? '';
}

it('makes as many cases as asked for, of every stage', async () => {
  expect(made).toMatchObject({ wasThere: false, cases: 400 });
  expect(Object.keys(made.stages).length).toBeGreaterThan(8);
});

it('breaks no rule that the oracle knows', async () => {
  const client = await connectAsOwner(db.ownerUrl);
  await expect(checkCorpus(client, made.clinicId, now)).resolves.toBeUndefined();
  await client.end();
});

it('is counted as its record has it', async () => {
  const { rows } = await db.owner.query('SELECT id FROM stipple.reported_request');
  expect(rows.length).toBeGreaterThan(150);
  expect(await misreported(db.owner)).toEqual([]);
});

it('makes only moves that the domain knows, of every kind of thing that has a screen', async () => {
  const { rows } = await db.owner.query<{ subject: string; states: string[] }>(
    'SELECT subject, array_agg(DISTINCT to_state) AS states FROM stipple.case_event GROUP BY subject',
  );
  const reached = new Map(rows.map(({ subject, states }) => [subject, states]));
  for (const { subject, states } of lifecycles)
    for (const state of reached.get(subject) ?? []) expect(Object.keys(states as object)).toContain(state);
  for (const subject of [
    'auth_request',
    'payer_authorization',
    'self_pay_agreement',
    'treatment_session',
    'letter',
    'screening',
  ])
    expect(reached.get(subject)?.length).toBeGreaterThan(2);
});

it('charges every session that patients pay themselves, and its books balance', async () => {
  const { rows } = await db.owner.query<{ performed: number; charged: number; sum: number }>(
    `SELECT (SELECT count(*)::int FROM stipple.treatment_record r JOIN stipple.session_unit u ON (u.clinic_id, u.session_id, u.slot) = (r.clinic_id, r.session_id, 1)
               JOIN stipple.clearance k ON (k.clinic_id, k.id) = (u.clinic_id, u.clearance_id) WHERE k.agreement_id IS NOT NULL) AS performed,
            (SELECT count(*)::int FROM stipple.ledger_entry WHERE kind = 'charge') AS charged,
            (SELECT sum(cents)::int FROM stipple.ledger_posting) AS sum`,
  );
  const [books] = rows;
  expect(books?.charged).toBeGreaterThan(0);
  expect(books).toEqual({ performed: books?.charged, charged: books?.charged, sum: 0 });
});

it('knows its payers: each has its lines, channels and clocks, and an earlier and a present policy without contradictions', async () => {
  const { rows } = await db.owner.query<{ name: string; now: string; lines: number; documents: unknown[] }>(
    `SELECT y.name, (SELECT v.number FROM stipple.policy_version v WHERE v.payer_id = y.id AND v.state = 'published' AND $2::date BETWEEN v.applies_from AND v.applies_to) AS now,
            (SELECT count(*)::int FROM stipple.payer_line l WHERE l.payer_id = y.id) AS lines,
            (SELECT json_agg(v.document ORDER BY v.applies_from) FROM stipple.policy_version v WHERE v.payer_id = y.id AND v.state = 'published') AS documents
       FROM stipple.payer y WHERE y.clinic_id = $1`,
    [made.clinicId, now.slice(0, 10)],
  );
  expect(rows).toHaveLength(6);
  for (const { now: present, lines, documents } of rows) {
    expect([present, lines > 0, documents.length]).toEqual([expect.any(String), true, 2]);
    const read = documents.map((document) => parsePolicy(document).value);
    for (const policy of read)
      expect([policy?.number, checkPolicy(policy as PolicyVersion)]).toEqual([present, []]);
    expect(checkTimeline(read as PolicyVersion[])).toEqual([]);
  }
});

it('leaves an audit trail that is unbroken', async () => {
  const [chain] = await verifyChains(db.ownerUrl);
  expect(chain?.entries).toBeGreaterThan(400);
  expect(chain?.flaws).toEqual([]);
});

it('makes the same history again from the same seed, and another one from another', async () => {
  const hashes: string[] = [];
  for (const seed of [7, 8]) {
    const other = await freshDatabase();
    await seedDemo(other.ownerUrl, files, { cases: 400, seed, now });
    hashes.push(await hashOf(other));
    await other.close();
  }
  expect(hashes[0]).toBe(await hashOf(db));
  expect(hashes[1]).not.toBe(hashes[0]);
}, 60_000);

it('changes nothing where the demo is already, and never joins a real clinic', async () => {
  const before = await hashOf(db);
  expect(await seedDemo(db.ownerUrl, files, { cases: 10, now })).toMatchObject({
    wasThere: true,
    cases: 400,
  });
  expect(await hashOf(db)).toBe(before);
  const real = await freshDatabase();
  const clinic = {
    name: 'Harbor',
    timeZone: 'America/New_York',
    admin: 'Jo Doe',
    email: 'jo@example.org',
    password: 'long enough to begin',
  };
  await foundRealClinic(real.ownerUrl, clinic);
  await expect(seedDemo(real.ownerUrl, files, { cases: 10, now, isEmpty: false })).rejects.toThrow(
    'a real clinic',
  );
  await expect(foundRealClinic(real.ownerUrl, { ...clinic, timeZone: 'Mars/Base' })).rejects.toThrow(
    '--time-zone',
  );
  await expect(foundRealClinic(real.ownerUrl, clinic)).rejects.toThrow('belongs to somebody already');
  await real.close();
});

it('names no address that could be somebody’s', () => {
  for (const { email } of demoPeople) expect(email).toMatch(/@demo\.stipple\.test$/);
});
