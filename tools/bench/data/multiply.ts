import type pg from 'pg';
import { copiedTables, helpersSql } from './copied-columns';

/**
 * Makes a told clinic so many times as large, within PostgreSQL: each copy has people, rooms, patients and cases of its
 * own, with all their rows. Telling another million cases would take an hour. The triggers are off meanwhile, and with them
 * the foreign keys: `checkData` says afterwards whether all of it is lawful. So are the indexes, which are built when all
 * rows are there: kept in step, a hundred copies take an hour, because the ids of each lie everywhere among the others'.
 *
 * @param client a superuser
 */
export async function multiply(
  client: pg.ClientBase,
  times: number,
  onProgress: (what: string) => void,
): Promise<void> {
  await client.query(helpersSql);
  await client.query(`SET session_replication_role = 'replica'`);
  // What it reads are the told rows only: a copy's ids end as no told one's do.
  const told = await toldTables(client);
  await leaveIndexes(client, told);
  for (let copy = 1; copy < times; copy++) {
    const tables = await copiedTables(client, `${copy}`);
    await client.query('BEGIN');
    for (const { name, columns, values } of tables.filter((table) => told.has(table.name)))
      await client.query(
        `INSERT INTO stipple.${name} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM bench.told_${name} t`,
      );
    await client.query('COMMIT');
    onProgress(`${copy + 1} of ${times} copies`);
  }
  for (const name of told) {
    onProgress(`building the indexes of ${name}`);
    await client.query(`REINDEX TABLE stipple.${name}`);
  }
  await client.query(`RESET session_replication_role`);
  await client.query(
    `UPDATE stipple.clinic SET next_case_number = (SELECT max(case_number) + 1 FROM stipple.treatment_case)`,
  );
  await client.query('DROP SCHEMA bench CASCADE');
}

/** Sets the told rows aside, each table in the order in which it was written. Empty ones are no business of a copy. */
async function toldTables(client: pg.ClientBase): Promise<ReadonlySet<string>> {
  const told = new Set<string>();
  for (const { name } of await copiedTables(client, '0')) {
    const { rowCount } = await client.query(`SELECT FROM stipple.${name} LIMIT 1`);
    if (rowCount === 0) continue;
    await client.query(
      `CREATE TABLE bench.told_${name} AS SELECT * FROM stipple.${name}${name === 'case_event' ? ' ORDER BY position' : ''}`,
    );
    told.add(name);
  }
  await client.query('ANALYZE');
  return told;
}

/** PostgreSQL takes them for indexes that failed to be built, and lets them be until they are. */
async function leaveIndexes(client: pg.ClientBase, tables: ReadonlySet<string>): Promise<void> {
  await client.query(`SET allow_system_table_mods = on`);
  await client.query(
    `UPDATE pg_index SET indisready = false, indisvalid = false
      WHERE indrelid = ANY (SELECT c.oid FROM pg_class c WHERE c.relnamespace = 'stipple'::regnamespace AND c.relname = ANY ($1))`,
    [[...tables]],
  );
  await client.query(`RESET allow_system_table_mods`);
}
