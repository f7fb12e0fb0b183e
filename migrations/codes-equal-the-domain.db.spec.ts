import { shippedDiagnoses, shippedProcedures } from '@stipple/domain';
import { TestDatabase, freshDatabase } from '@stipple/testing';

let db: TestDatabase;
beforeAll(async () => void (db = await freshDatabase()));
afterAll(() => db.close());

const sorted = (rows: readonly object[]) =>
  rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();

it('holds exactly the diagnoses that the domain ships', async () => {
  const { rows } = await db.application.query(
    `SELECT code, words, opens_on::text AS "opensOn" FROM stipple.diagnosis_code WHERE fiscal_year = 0 AND billable AND closes_on IS NULL`,
  );
  expect(sorted(rows)).toEqual(sorted(shippedDiagnoses));
  const { rows: lists } = await db.application.query(
    'SELECT fiscal_year, codes, billable, file_name FROM stipple.diagnosis_list',
  );
  const count = shippedDiagnoses.length;
  expect(lists).toEqual([{ fiscal_year: 0, codes: count, billable: count, file_name: null }]);
});

it('holds exactly the procedures that the domain ships', async () => {
  const { rows } = await db.application.query(
    `SELECT code, words, use, comparators, note, opens_on::text AS "opensOn", closes_on::text AS "closesOn" FROM stipple.procedure_code`,
  );
  expect(sorted(rows)).toEqual(sorted(shippedProcedures));
});

it.each([
  `INSERT INTO stipple.diagnosis_code (code, fiscal_year, words, billable, opens_on) VALUES ('Q99.9', 0, 'Forged', true, '2020-01-01')`,
  `UPDATE stipple.diagnosis_code SET words = 'Forged'`,
  `DELETE FROM stipple.diagnosis_list`,
  `UPDATE stipple.procedure_code SET closes_on = NULL`,
])('lets no clinic write what all clinics read: %s', async (sql) => {
  await expect(db.application.query(sql)).rejects.toThrow(/permission denied/);
});

it.each([
  [
    'official_list_comes_from_a_file',
    `INSERT INTO stipple.diagnosis_list (fiscal_year, codes, billable) VALUES (2026, 1, 1)`,
  ],
  [
    'official_code_is_of_its_year',
    `INSERT INTO stipple.diagnosis_list (fiscal_year, file_name, file_sha256, codes, billable) VALUES (2026, 'a', sha256(''), 1, 1);
     INSERT INTO stipple.diagnosis_code (code, fiscal_year, words, billable, opens_on) VALUES ('Q99.9', 2026, 'Of no year', true, '2025-10-01')`,
  ],
  [
    'code_is_valid_once_a_day',
    `INSERT INTO stipple.procedure_code (code, opens_on, words, use) VALUES ('0479T', '2020-01-01', 'Twice', 'asked')`,
  ],
])('PostgreSQL itself refuses by %s', async (constraint, sql) => {
  await expect(db.owner.query(`BEGIN; ${sql}`)).rejects.toThrow(constraint);
  await db.owner.query('ROLLBACK');
});
