/** A transaction in which something is written, whoever opened it: a command's, or a job's own. */
interface Writing {
  query(sql: string, values: unknown[]): Promise<unknown>;
}

export interface NewJob {
  readonly name: string;
  /** Ids only. Jobs are outside the clinics' row-level security and their faults are logged. */
  readonly payload: Readonly<Record<string, string>>;
  /** When, unless at once. */
  readonly after?: { readonly days: number };
  /** Of several jobs with one key only the last one waits; one that is being worked on is not disturbed. */
  readonly key?: string;
}

/**
 * Puts a job in, within the transaction of the row that needs it: both are there or neither. A job may be run more
 * than once, after a crash, and must be written so that this does no harm.
 */
export async function addJob(tx: Writing, { name, payload, after, key }: NewJob): Promise<void> {
  await tx.query(
    'SELECT FROM graphile_worker.add_job($1, payload => $2::json, run_at => now() + make_interval(days => $3), job_key => $4)',
    [name, JSON.stringify(payload), after?.days ?? 0, key ?? null],
  );
}
