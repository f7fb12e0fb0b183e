import type pg from 'pg';
import { checkCorpus } from '../../corpus/check-corpus';
import { installOracle } from '../../prove/oracle/oracle';

/**
 * Whether what was copied past the triggers is as lawful as what went through them: every foreign key anew, the rules of
 * the corpus, and the oracle of the proof.
 *
 * @param client a superuser
 * @param before what the oracle said of the clinic that was copied. Told in one transaction, it books in the very one that
 * granted, which no other transaction could; a copy may do that as well, and nothing else.
 */
export async function checkData(client: pg.ClientBase, before: ReadonlySet<string>): Promise<void> {
  const dangling = await findDangling(client);
  if (dangling !== null) throw new Error(`The copied data breaks the foreign key “${dangling}”.`);
  const { rows: clinics } = await client.query<{ id: string }>('SELECT id FROM stipple.clinic');
  for (const { id } of clinics) await checkCorpus(client, id, new Date().toISOString());
  const anew = [...(await violations(client))].filter((one) => !before.has(one));
  if (anew.length > 0) throw new Error(`The copied data breaks the law: ${anew.join('; ')}.`);
}

/** What the oracle finds, each kind once. */
export async function violations(client: pg.ClientBase): Promise<ReadonlySet<string>> {
  await installOracle(client);
  const { rows } = await client.query<{ violation: string }>(
    'SELECT DISTINCT violation FROM prove.violation',
  );
  await client.query('DROP SCHEMA prove CASCADE');
  return new Set(rows.map(({ violation }) => violation));
}

interface ForeignKey {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
  readonly referenced: readonly string[];
}

/** The first foreign key with a row that points to nothing; as PostgreSQL asks when a constraint is validated. */
async function findDangling(client: pg.ClientBase): Promise<string | null> {
  const { rows: keys } = await client.query<ForeignKey>(
    `SELECT conname AS name, conrelid::regclass::text AS from, confrelid::regclass::text AS to,
            (SELECT array_agg(attname::text ORDER BY at) FROM unnest(conkey) WITH ORDINALITY k (attnum, at) JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = k.attnum) AS columns,
            (SELECT array_agg(attname::text ORDER BY at) FROM unnest(confkey) WITH ORDINALITY k (attnum, at) JOIN pg_attribute a ON a.attrelid = confrelid AND a.attnum = k.attnum) AS referenced
       FROM pg_constraint WHERE contype = 'f' AND connamespace = 'stipple'::regnamespace`,
  );
  for (const { name, from, to, columns, referenced } of keys) {
    const list = (alias: string, names: readonly string[]) =>
      names.map((column) => `${alias}.${column}`).join(', ');
    const known = columns.map((column) => `f.${column} IS NOT NULL`).join(' AND ');
    const { rowCount } = await client.query(
      `SELECT FROM ${from} f WHERE ${known} AND NOT EXISTS (SELECT FROM ${to} t WHERE (${list('t', referenced)}) = (${list('f', columns)})) LIMIT 1`,
    );
    if (rowCount !== 0) return name;
  }
  return null;
}
