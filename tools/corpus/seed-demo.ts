import type { Stage } from '@stipple/domain';
import { hashPassword } from '@stipple/staff-api';
import pg from 'pg';
import { checkCorpus } from './check-corpus';
import { keepFiles } from './files/demo-files';
import { makeCorpus } from './make-corpus';
import { demoPassword, demoPeople } from './people';
import { harbor } from './sketch';
import { writeAuditTrail } from './write-audit-trail';
import { letRowsInAsTheyAre, watchMoves, writeRows } from './write-corpus';

export { demoPeople };

export interface SeedOptions {
  readonly cases?: number;
  readonly seed?: number;
  /** The moment for which the corpus is made; now, unless a spec wants another one. */
  readonly now?: string;
  readonly onProgress?: (done: number, of: number, what: string) => void;
  /** Whether there is no clinic yet. A real one is never joined by invented patients. */
  readonly isEmpty?: boolean;
}

export interface DemoSummary {
  readonly clinicId: string;
  readonly clinicName: string;
  /** The database had a demo clinic already; nothing was changed. */
  readonly wasThere: boolean;
  readonly cases: number;
  readonly stages: Readonly<Partial<Record<Stage, number>>>;
  readonly seconds: number;
}

const portion = 250;

/**
 * Fills a migrated database with the demo clinic, in one transaction, and checks what it wrote before that is
 * committed. Does nothing where a demo clinic is already.
 *
 * @param ownerUrl a user who may act as the owner of the schema
 * @param filesFolder the file store's folder, as the API has it in FILES_FOLDER
 */
export async function seedDemo(
  ownerUrl: string,
  filesFolder: string,
  options: SeedOptions = {},
): Promise<DemoSummary> {
  const {
    cases = 10_000,
    seed = 1,
    now = Temporal.Now.instant().toString(),
    onProgress = () => undefined,
  } = options;
  const began = performance.now();
  const client = await connectAsOwner(ownerUrl);
  try {
    const known = await findDemo(client);
    if (known !== null) return { ...known, clinicName: harbor.name, wasThere: true, seconds: 0 };
    if (options.isEmpty === false)
      throw new Error('This database holds a real clinic. The demo clinic needs a database of its own.');
    const hashes = new Map<string, string>();
    for (const { email } of demoPeople) hashes.set(email, await hashPassword(demoPassword));
    const corpus = makeCorpus({
      sketch: harbor,
      cases,
      seed: `harbor ${seed}`,
      now,
      passwordHash: (email) => hashes.get(email) ?? '',
    });
    // Before the rows that name them: a file without a row is only forgotten, a row without its file is broken.
    await keepFiles(filesFolder, corpus.clinic.id, corpus.clinic.files.values());
    await client.query('BEGIN');
    await letRowsInAsTheyAre(client);
    await writeRows(client, corpus.founding);
    let written = 0;
    let writing = Promise.resolve();
    for (const rows of corpus.told(portion)) {
      // The next portion is told while PostgreSQL takes this one in.
      await writing;
      if (written > 0 && written <= portion) await client.query('ANALYZE');
      onProgress(written, cases, 'cases');
      written += rows.of('treatment_case').length;
      writing = writeRows(client, rows);
      writing.catch(() => undefined);
    }
    await writing;
    onProgress(cases, cases, 'cases, now checking them');
    await writeAuditTrail(client, corpus.clinic.id);
    await watchMoves(client);
    await checkCorpus(client, corpus.clinic.id, now);
    await client.query('COMMIT');
    await client.query('ANALYZE');
    onProgress(cases, cases, 'cases');
    const made = await findDemo(client);
    if (made === null) throw new Error('the demo clinic is not there');
    return {
      ...made,
      clinicName: harbor.name,
      wasThere: false,
      seconds: (performance.now() - began) / 1000,
    };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

/** As the role that owns the tables: nobody else may switch a trigger, and row-level security does not hide its rows. */
export async function connectAsOwner(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c role=stipple_owner' });
  // A server that is stopped meanwhile fails the next statement. Unheard, it would end the process that waits for the stop.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function findDemo(
  client: pg.ClientBase,
): Promise<Pick<DemoSummary, 'clinicId' | 'cases' | 'stages'> | null> {
  const { rows } = await client.query<Pick<DemoSummary, 'clinicId' | 'cases' | 'stages'>>(
    `SELECT k.id AS "clinicId", coalesce(sum(s.cases), 0)::int AS cases, coalesce(jsonb_object_agg(s.stage, s.cases) FILTER (WHERE s.stage IS NOT NULL), '{}') AS stages
       FROM stipple.clinic k
       LEFT JOIN LATERAL (SELECT c.stage, count(*)::int AS cases FROM stipple.treatment_case c WHERE c.clinic_id = k.id GROUP BY c.stage) s ON true
      WHERE k.is_demo GROUP BY k.id`,
  );
  return rows[0] ?? null;
}
