import { type TestClinic, type TestDatabase, freshDatabase, makeClinic } from '@stipple/testing';
import { makeManyCases } from '@stipple/testing/many-cases';
import { searchHits } from './search-hits';

const patients = 20_000;

let database: TestDatabase;
let clinic: TestClinic;
beforeAll(async () => {
  database = await freshDatabase();
  clinic = await makeClinic(database.owner);
  await database.owner.query(
    `WITH made AS (
       INSERT INTO stipple.patient (clinic_id, id, family_name, given_name, birth_date, sex, record_number)
       SELECT $1, uuidv7(), 'Family' || md5(n::text), 'Given' || n, '1980-01-01', 'female', 'MRN-' || lpad(n::text, 6, '0') FROM generate_series(1, $2::int) n RETURNING clinic_id, id, record_number)
     INSERT INTO stipple.coverage (clinic_id, id, patient_id, payer_id, member_id, relation, starts_on)
     SELECT made.clinic_id, uuidv7(), made.id, y.id, replace(record_number, 'MRN', 'XZ'), 'self', '2020-01-01' FROM made CROSS JOIN (SELECT id FROM stipple.payer WHERE clinic_id = $1 LIMIT 1) y`,
    [clinic.id, patients],
  );
  await makeManyCases(database.owner, clinic, { count: 50 });
  await database.owner.query('VACUUM ANALYZE');
}, 120_000);
afterAll(() => database.close());

/** How many blocks PostgreSQL looks at for a search, as the application role within its clinic. */
async function blocksOf(q: string, most: number | null = null): Promise<number> {
  const values: unknown[] = [];
  const text = searchHits(q, (one) => `$${values.push(one)}`, most);
  const client = await database.application.connect();
  try {
    await client.query(`SELECT set_config('stipple.clinic', $1, false)`, [clinic.id]);
    // The first one also reads the catalog.
    for (let turn = 0; ; turn++) {
      const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Record<string, number> }[] }>(
        `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
        values,
      );
      const plan = rows[0]?.['QUERY PLAN'][0]?.Plan ?? {};
      if (turn === 1) return (plan['Shared Hit Blocks'] ?? NaN) + (plan['Shared Read Blocks'] ?? NaN);
    }
  } finally {
    client.release(true);
  }
}

it.each([
  ['a record number', 'MRN-012345'],
  ['a member id', 'xz-012345'],
  ['what nobody has', 'MRN-999999'],
  ['a case number', '4711'],
  ['a part of a name', 'given12345'],
])('a search by %s walks indexes, however large the clinic is', async (_, q) => {
  // All patients are some three hundred blocks, and their coverages as many.
  expect(await blocksOf(q)).toBeLessThan(150);
});

it.each([
  ['of every record number', 'MRN-'],
  ['of every name', 'f'],
])('a search by the beginning %s ends when enough is found', async (_, q) => {
  expect(await blocksOf(q)).toBeGreaterThan(500);
  expect(await blocksOf(q, 10)).toBeLessThan(100);
});

it('what is exactly what was typed is among the first, however many begin like it', async () => {
  const client = await database.application.connect();
  await client.query(`SELECT set_config('stipple.clinic', $1, false)`, [clinic.id]);
  const found = (most: number | null) =>
    client.query(
      `SELECT p.record_number AS record FROM stipple.patients_found('mrn-00001', NULL, $1) f JOIN stipple.patient p ON p.id = f.patient_id ORDER BY 1`,
      [most],
    );
  const first = await found(3);
  const all = await found(null);
  client.release(true);
  expect(first.rows).toEqual(['MRN-000010', 'MRN-000011', 'MRN-000012'].map((record) => ({ record })));
  expect(all.rows).toHaveLength(10);
});

it('finds nothing of another clinic, and nothing where no clinic is set', async () => {
  const other = await makeClinic(database.owner);
  for (const [asked, expected] of [
    [clinic.id, [1, 50]],
    [other.id, [0, 0]],
    ['', [0, 0]],
  ] as const) {
    const client = await database.application.connect();
    await client.query(`SELECT set_config('stipple.clinic', $1, false)`, [asked]);
    const patients = await client.query(`SELECT FROM stipple.patients_found('mrn-012345', NULL)`);
    const cases = await client.query(`SELECT DISTINCT case_id FROM stipple.cases_found('', '%', NULL)`);
    client.release(true);
    expect([asked, [patients.rows.length, cases.rows.length]]).toEqual([asked, expected]);
  }
});
