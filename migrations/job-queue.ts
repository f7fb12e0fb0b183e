import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';

/** Migrations of the job queue say nothing; what goes wrong is thrown. */
const silent = new Logger(() => () => undefined);

/**
 * Installs the job queue's own schema, or brings it up to date. Done here, as the owner, so that the API's role needs
 * no right to change a schema: it may put jobs in, work on them and take them out, and nothing else.
 *
 * @param role whose the schema is
 */
export async function installJobQueue(
  ownerUrl: string,
  role: string,
  applicationRole: string,
): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2, options: `-c role=${role}` });
  // A connection that breaks while idle is replaced; the statement after it says what is wrong.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool, logger: silent });
    await pool.query(grants(applicationRole));
  } finally {
    await pool.end();
  }
}

/** Said anew every time: a newer version of the queue may have replaced a table. */
function grants(to: string): string {
  const open = (table: string, rights: string) => `
    GRANT ${rights} ON graphile_worker.${table} TO ${to};
    DROP POLICY IF EXISTS worked_by_application ON graphile_worker.${table};
    CREATE POLICY worked_by_application ON graphile_worker.${table} TO ${to} USING (true) WITH CHECK (true);`;
  return `
    COMMENT ON SCHEMA graphile_worker IS 'Jobs to be done (graphile-worker). They hold ids only, never what a clinic knows of a patient.';
    GRANT USAGE ON SCHEMA graphile_worker TO ${to};
    GRANT SELECT ON graphile_worker.migrations TO ${to};
    ${open('_private_tasks', 'SELECT, INSERT')}
    ${open('_private_job_queues', 'SELECT, INSERT, UPDATE')}
    ${open('_private_jobs', 'SELECT, INSERT, UPDATE, DELETE')}
    ${open('_private_known_crontabs', 'SELECT, INSERT, UPDATE')}`;
}
