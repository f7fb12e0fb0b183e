import { basename } from 'node:path';
import { fiscalYearCloses, fiscalYearOpens } from '@stipple/domain';
import { StartProblem } from '@stipple/postgres';
import type pg from 'pg';
import { connectAsOwner } from '../corpus/seed-demo';
import type { OrderLine } from './order-line';
import { hashOf, readOrderFile } from './read-order-file';

export interface LoadedCodes {
  /** This very file was loaded before; nothing was changed. */
  readonly wasThere: boolean;
  readonly codes: number;
  readonly billable: number;
}

const portion = 5000;

/**
 * Loads the official ICD-10-CM codes of a fiscal year in one transaction, in place of what was loaded for it before:
 * whoever reads meanwhile sees the old list or the new one. The same file a second time changes nothing.
 *
 * @param ownerUrl a user who may act as the owner of the schema
 * @throws StartProblem which names bad lines; nothing is loaded then
 */
export async function loadCodes(ownerUrl: string, file: string, year: number): Promise<LoadedCodes> {
  const sha256 = await hashOf(file, year);
  const client = await connectAsOwner(ownerUrl);
  try {
    await client.query('BEGIN');
    // Two loads at once would delete each other's codes.
    await client.query('LOCK TABLE stipple.diagnosis_list IN SHARE ROW EXCLUSIVE MODE');
    const { rows } = await client.query<{ codes: number; billable: number }>(
      'SELECT codes, billable FROM stipple.diagnosis_list WHERE fiscal_year = $1 AND file_sha256 = $2',
      [year, sha256],
    );
    const loaded = rows[0] ? { ...rows[0], wasThere: true } : await replace(client, year, { file, sha256 });
    await client.query('COMMIT');
    return loaded;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function replace(
  client: pg.ClientBase,
  year: number,
  { file, sha256 }: { readonly file: string; readonly sha256: Buffer },
): Promise<LoadedCodes> {
  await client.query('DELETE FROM stipple.diagnosis_list WHERE fiscal_year = $1', [year]);
  // Counted up at the end; the codes refer to it.
  await client.query(
    'INSERT INTO stipple.diagnosis_list (fiscal_year, file_name, file_sha256, codes, billable) VALUES ($1, $2, $3, 1, 1)',
    [year, basename(file), sha256],
  );
  let [codes, billable] = [0, 0];
  for await (const lines of readOrderFile(file, portion)) {
    await write(client, year, lines);
    codes += lines.length;
    billable += lines.filter((line) => line.billable).length;
  }
  if (billable === 0) throw new StartProblem(`${basename(file)} holds headings only. Nothing was loaded.`);
  await client.query('UPDATE stipple.diagnosis_list SET codes = $2, billable = $3 WHERE fiscal_year = $1', [
    year,
    codes,
    billable,
  ]);
  return { wasThere: false, codes, billable };
}

async function write(client: pg.ClientBase, year: number, lines: readonly OrderLine[]): Promise<void> {
  await client.query(
    `INSERT INTO stipple.diagnosis_code (fiscal_year, opens_on, closes_on, code, words, billable)
     SELECT $1, $2, $3, code, words, billable FROM unnest($4::text[], $5::text[], $6::boolean[]) AS line (code, words, billable)`,
    [
      year,
      fiscalYearOpens(year),
      fiscalYearCloses(year),
      lines.map(({ code }) => code),
      lines.map(({ words }) => words),
      lines.map((line) => line.billable),
    ],
  );
}
