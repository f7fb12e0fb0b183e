import pg from 'pg';

const tablesSql = /* sql */ `
SELECT c.oid, c.relname AS name, obj_description(c.oid) AS comment, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced
  FROM pg_class c WHERE c.relnamespace = 'stipple'::regnamespace AND c.relkind = 'r' ORDER BY c.relname`;

const columnsSql = /* sql */ `
SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required, a.attgenerated AS generated, a.attidentity AS identity,
       pg_get_expr(d.adbin, d.adrelid) AS expression
  FROM pg_attribute a LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
 WHERE a.attrelid = $1 AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;

/** Everything that hangs on a table, each as the statement or line that PostgreSQL itself gives for it. */
const partsSql = /* sql */ `
SELECT line FROM (
  SELECT 1 AS kind, conname AS name, format('  CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)) AS line FROM pg_constraint WHERE conrelid = $1 AND contype NOT IN ('n', 't')
  UNION ALL SELECT 2, i.relname, pg_get_indexdef(x.indexrelid) FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
    WHERE x.indrelid = $1 AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = x.indexrelid AND c.contype IN ('p', 'u', 'x'))
  UNION ALL SELECT 3, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = $1 AND NOT tgisinternal
  UNION ALL SELECT 4, polname, format('POLICY %I FOR %s USING %s WITH CHECK %s', polname, polcmd, coalesce(pg_get_expr(polqual, polrelid), '–'), coalesce(pg_get_expr(polwithcheck, polrelid), '–')) FROM pg_policy WHERE polrelid = $1
  UNION ALL SELECT 5, privilege_type, format('GRANT %s', privilege_type) FROM information_schema.role_table_grants WHERE table_schema = 'stipple' AND table_name = $2 AND grantee = 'stipple_app'
  UNION ALL SELECT 6, privilege_type, format('GRANT %s (%s)', privilege_type, string_agg(column_name, ', ' ORDER BY column_name)) FROM information_schema.role_column_grants g
    WHERE table_schema = 'stipple' AND table_name = $2 AND grantee = 'stipple_app' AND privilege_type IN ('SELECT', 'INSERT', 'UPDATE')
      AND NOT EXISTS (SELECT FROM information_schema.role_table_grants t WHERE (t.table_schema, t.table_name, t.grantee, t.privilege_type) = (g.table_schema, g.table_name, g.grantee, g.privilege_type)) GROUP BY privilege_type
) parts ORDER BY kind, name`;

const viewsSql = /* sql */ `
SELECT c.relname AS name, obj_description(c.oid) AS comment, pg_get_viewdef(c.oid) AS source, has_table_privilege('stipple_app', c.oid, 'SELECT') AS granted
  FROM pg_class c WHERE c.relnamespace = 'stipple'::regnamespace AND c.relkind = 'v' ORDER BY c.relname`;

const functionsSql = /* sql */ `
SELECT pg_get_functiondef(p.oid) AS source, has_function_privilege('stipple_app', p.oid, 'EXECUTE') AS granted
  FROM pg_proc p WHERE p.pronamespace = 'stipple'::regnamespace ORDER BY p.proname, p.oid::regprocedure::text`;

interface View {
  readonly name: string;
  readonly comment: string | null;
  readonly source: string;
  readonly granted: boolean;
}

interface Table {
  readonly oid: string;
  readonly name: string;
  readonly comment: string | null;
  readonly secured: boolean;
  readonly forced: boolean;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly generated: string;
  readonly identity: string;
  readonly expression: string | null;
}

/**
 * The whole schema as the catalog has it, in an order that only changes when it does: for reading, and for a spec
 * that notices when migrations and snapshot drift apart. It is a description; the migrations make the database.
 */
export async function describeSchema(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString, options: '-c search_path=pg_catalog' });
  await client.connect();
  try {
    const { rows: tables } = await client.query<Table>(tablesSql);
    const parts = [
      '-- What the migrations make, read from the catalog by `npm run describe`. Never run; a spec compares it.',
    ];
    for (const table of tables.filter(({ name }) => name !== 'migration'))
      parts.push(await describeTable(client, table));
    const { rows: views } = await client.query<View>(viewsSql);
    for (const { name, comment, source, granted } of views)
      parts.push(
        `${comment ? `-- ${comment}\n` : ''}CREATE VIEW stipple.${name} AS\n${source.trim()}${granted ? '\n-- the application role may read it' : ''}`,
      );
    const { rows: functions } = await client.query<{ source: string; granted: boolean }>(functionsSql);
    for (const { source, granted } of functions)
      parts.push(`${source.trim()};${granted ? '\n-- the application role may call it' : ''}`);
    return `${parts.join('\n\n')}\n`;
  } finally {
    await client.end();
  }
}

async function describeTable(client: pg.Client, table: Table): Promise<string> {
  const { rows: columns } = await client.query<Column>(columnsSql, [table.oid]);
  const { rows } = await client.query<{ line: string }>(partsSql, [table.oid, table.name]);
  const inside = rows.filter(({ line }) => line.startsWith('  ')).map(({ line }) => line);
  const after = rows.filter(({ line }) => !line.startsWith('  ')).map(({ line }) => `${line};`);
  return [
    ...(table.comment ? [`-- ${table.comment}`] : []),
    `CREATE TABLE stipple.${table.name} (`,
    [...columns.map(describeColumn), ...inside].join(',\n'),
    ');',
    ...(table.secured ? [`-- row-level security${table.forced ? ', also for the owner' : ''}`] : []),
    ...after,
  ].join('\n');
}

function describeColumn({ name, type, required, generated, identity, expression }: Column): string {
  const value = generated
    ? ` GENERATED ALWAYS AS (${expression ?? ''})`
    : identity
      ? ' GENERATED AS IDENTITY'
      : expression
        ? ` DEFAULT ${expression}`
        : '';
  return `  ${name} ${type}${required ? ' NOT NULL' : ''}${value}`;
}
