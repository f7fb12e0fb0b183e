import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartProblem } from '@stipple/postgres';
import type pg from 'pg';
import { connectAsOwner } from '../corpus/seed-demo';

export interface Removed {
  readonly clinicName: string;
  readonly rows: number;
}

/**
 * Takes the demo clinic away with everything in it: rows, trail, people, files. The API cannot do this: what was
 * recorded is never deleted there, and no clinic reaches another. So it is done here, as the owner of the tables, in
 * one transaction, by `is_demo` alone: a clinic of one's own is never named, and a spec compares it before and after.
 *
 * @param typed the demo clinic's name, as somebody typed it to confirm
 * @throws StartProblem where there is no demo clinic, or something else was typed
 */
export async function removeDemo(ownerUrl: string, filesFolder: string, typed: string): Promise<Removed> {
  const client = await connectAsOwner(ownerUrl);
  try {
    await client.query('BEGIN');
    const { rows: demos } = await client.query<{ id: string; name: string }>(
      'SELECT id, name FROM stipple.clinic WHERE is_demo FOR UPDATE',
    );
    // A corpus has several.
    const demo = demos.find(({ name }) => name === typed) ?? demos[0];
    if (demo === undefined) throw new StartProblem('There is no demo clinic here. Nothing was changed.');
    if (typed !== demo.name)
      throw new StartProblem(
        `Nothing was changed. To remove the demo clinic, name it: --remove-demo "${demo.name}".`,
      );
    await skipReferences(client);
    const removed = await deleteAll(client, demo.id);
    await client.query('COMMIT');
    // After the rows that name them: a file without a row is only forgotten.
    await rm(join(filesFolder, demo.id), { recursive: true, force: true });
    return { clinicName: demo.name, rows: removed };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/**
 * Looking at every reference of every row takes long in a large clinic, and only a superuser may leave it out. Nothing
 * can be left dangling: every key begins with the clinic, and all rows of the clinic go together.
 */
async function skipReferences(client: pg.ClientBase): Promise<void> {
  await client.query('SAVEPOINT skipping');
  try {
    await client.query('SET LOCAL ROLE NONE');
    await client.query('SET LOCAL session_replication_role = replica');
  } catch {
    await client.query('ROLLBACK TO SAVEPOINT skipping');
  }
}

/**
 * In one statement, because tables refer to each other in circles: references are looked at when it ends. A table that
 * a later migration adds is found by itself. Returns how many rows there were.
 */
async function deleteAll(client: pg.ClientBase, clinicId: string): Promise<number> {
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'clinic_id' AND NOT a.attisdropped
      WHERE c.relnamespace = 'stipple'::regnamespace AND c.relkind = 'r' ORDER BY c.relname`,
  );
  const parts = tables.map(
    ({ name }) => `${name} AS (DELETE FROM stipple.${name} WHERE clinic_id = $1 RETURNING 1)`,
  );
  const counts = tables.map(({ name }) => `(SELECT count(*) FROM ${name})`);
  await client.query('SET CONSTRAINTS ALL DEFERRED');
  const { rows } = await client.query<{ removed: number }>(
    `WITH ${parts.join(', ')}, clinic AS (DELETE FROM stipple.clinic WHERE id = $1) SELECT (${counts.join(' + ')})::int AS removed`,
    [clinicId],
  );
  return rows[0]?.removed ?? 0;
}
