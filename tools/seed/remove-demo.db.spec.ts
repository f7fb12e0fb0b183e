import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestClinic, TestDatabase, freshDatabase, makeClinic } from '@stipple/testing';
import { verifyChains } from '../audit/verify-chains';
import { seedDemo } from '../corpus/seed-demo';
import { harbor } from '../corpus/sketch';
import { foundRealClinic } from './found-real-clinic';
import { removeDemo } from './remove-demo';

const files = mkdtempSync(join(tmpdir(), 'stipple-remove-demo-'));
let db: TestDatabase;
let own: TestClinic;
let demoId: string;
beforeAll(async () => {
  db = await freshDatabase();
  const cases = Number(process.env['STIPPLE_REMOVE_CASES'] ?? 120);
  ({ clinicId: demoId } = await seedDemo(db.ownerUrl, files, { cases, now: '2026-11-23T15:00:00Z' }));
  own = await makeClinic(db.owner, 'Own');
}, 600_000);
afterAll(async () => {
  await db.close();
  rmSync(files, { recursive: true, force: true });
});

/** How many rows of a clinic each table holds, and one hash over all of them. */
async function rowsOf(clinicId: string): Promise<{ tables: Record<string, number>; hash: string }> {
  const { rows: names } = await db.owner.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
      WHERE table_schema = 'stipple' AND column_name = 'clinic_id' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const tables: Record<string, number> = {};
  const hashes: string[] = [];
  for (const { name } of names) {
    const { rows } = await db.owner.query<{ n: number; hash: string }>(
      `SELECT count(*)::int AS n, md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM stipple.${name} t WHERE clinic_id = $1`,
      [clinicId],
    );
    if (rows[0]?.n) [tables[name], hashes[hashes.length]] = [rows[0].n, rows[0].hash];
  }
  return { tables, hash: hashes.join() };
}

it('refuses without the demo clinic’s own name, and changes nothing', async () => {
  const before = await rowsOf(demoId);
  for (const typed of ['', 'yes', 'Own', harbor.name.toLowerCase()])
    await expect(removeDemo(db.ownerUrl, files, typed)).rejects.toThrow(
      `name it: --remove-demo "${harbor.name}"`,
    );
  expect(await rowsOf(demoId)).toEqual(before);
  expect(Object.keys(before.tables).length).toBeGreaterThan(25);
});

it('removes every row and file of the demo clinic, and touches nothing of another', async () => {
  const before = await rowsOf(own.id);
  expect(existsSync(join(files, demoId))).toBe(true);
  const removed = await removeDemo(db.ownerUrl, files, harbor.name);
  expect(removed).toMatchObject({ clinicName: harbor.name });
  expect(removed.rows).toBeGreaterThan(1000);
  expect((await rowsOf(demoId)).tables).toEqual({});
  const { rows } = await db.owner.query('SELECT name FROM stipple.clinic');
  expect(rows).toHaveLength(1);
  expect(existsSync(join(files, demoId))).toBe(false);
  expect(await rowsOf(own.id)).toEqual(before);
  expect((await verifyChains(db.ownerUrl)).flatMap(({ flaws }) => flaws)).toEqual([]);
}, 600_000);

it('says so where there is none', async () => {
  await expect(removeDemo(db.ownerUrl, files, harbor.name)).rejects.toThrow('no demo clinic');
});

it('leaves room for a clinic to be founded', async () => {
  const id = await foundRealClinic(db.ownerUrl, {
    name: 'Founded afterwards',
    timeZone: 'America/New_York',
    admin: 'Jo Doe',
    email: 'jo.lindqvist@demo.stipple.test',
    password: 'long enough to begin',
  });
  expect((await rowsOf(id)).tables).toMatchObject({ staff: 1, staff_role: 1, audit_head: 1 });
});
