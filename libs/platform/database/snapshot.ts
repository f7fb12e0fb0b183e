import pg, { type Pool } from 'pg';
import QueryStream from 'pg-query-stream';
import { Statement } from './statement';

/** What answers questions about one clinic: its database as it is, or a snapshot of it. */
export interface Reads {
  read<Row>(statement: Statement): Promise<readonly Row[]>;
  readAll<Rows extends readonly unknown[]>(
    statements: readonly Statement[],
  ): Promise<{ readonly [Index in keyof Rows]: readonly Rows[Index][] }>;
}

/** What a file is made from: all its statements see the clinic as it was at one moment, whatever happens meanwhile. */
export interface Snapshot extends Reads {
  /** As they come, no faster than they are asked for. */
  rows<Row>(statement: Statement): AsyncIterable<Row>;
}

/**
 * Does the work on a connection of its own: a cursor needs round trips that a pipelined connection does not have, and a
 * download lasts as long as it likes.
 *
 * @param stopping when it is aborted, PostgreSQL is told to give up the statement that runs: a backend that sorts a million
 *   rows would notice only at the end that nobody is there any more
 */
export async function* inSnapshotOf<T>(
  pool: Pool,
  scope: Statement,
  work: (snapshot: Snapshot) => AsyncIterable<T>,
  stopping?: AbortSignal,
): AsyncGenerator<T> {
  const client = new pg.Client({ ...pool.options, pipeline: false, application_name: 'stipple-export' });
  // A connection that breaks is thrown by the statement that runs on it.
  client.on('error', () => undefined);
  await client.connect();
  const cancel = () =>
    void pool.query('SELECT pg_cancel_backend($1)', [pidOf(client)]).catch(() => undefined);
  stopping?.addEventListener('abort', cancel, { once: true });
  try {
    stopping?.throwIfAborted();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query({ ...scope, values: [...scope.values] });
    const read = async <Row>({ text, values }: Statement) =>
      (await client.query(text, [...values])).rows as Row[];
    yield* work({
      read,
      readAll: async <Rows>(statements: readonly Statement[]) => {
        const all: unknown[][] = [];
        for (const statement of statements) all.push(await read(statement));
        return all as Rows;
      },
      rows: ({ text, values }) => client.query(new QueryStream(text, [...values], { batchSize: 500 })),
    });
    await client.query('COMMIT');
  } finally {
    stopping?.removeEventListener('abort', cancel);
    await client.end();
  }
}

/** The types of pg leave out by which number the server knows a connection. */
const pidOf = (client: pg.Client) => (client as unknown as { processID: number }).processID;
