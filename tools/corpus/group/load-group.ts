import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '@stipple/postgres';
import { parse } from 'csv-parse/sync';
import type pg from 'pg';
import { checkCorpus } from '../check-corpus';
import { keepFiles } from '../files/demo-files';
import { type Table, tableNames, tables } from '../rows';
import { connectAsOwner } from '../seed-demo';
import { writeAuditTrail } from '../write-audit-trail';
import {
  type AuthorizationRow,
  beforeAssents,
  letRowsInAsTheyAre,
  putInForce,
  watchMoves,
} from '../write-corpus';
import { copyIn } from './copy-in';
import { csvHeader, csvOf } from './csv';
import { type Manifest, readManifest, sumsName } from './manifest';

interface Loading {
  /** The corpus’ folder, and the file store’s. */
  readonly corpus: string;
  readonly files: string;
  readonly onProgress?: (clinic: string, cases: number) => void;
}

export interface Loaded {
  readonly clinics: number;
  /** Of these, those that a load before this one had brought in. */
  readonly wereThere: number;
  readonly cases: number;
  readonly seconds: number;
}

/**
 * Fills a migrated database with a corpus, clinic by clinic, each in one transaction with every constraint checked. Where
 * it was cut off, the clinics that are there are whole, and running it again brings in the others.
 *
 * @throws StartProblem where the database holds a clinic that is none of this corpus, or a file is not what was written
 */
export async function loadGroup(ownerUrl: string, loading: Loading): Promise<Loaded> {
  const began = performance.now();
  const { corpus, onProgress = () => undefined } = loading;
  const manifest = readManifest(corpus);
  const sums = readSums(corpus, manifest);
  const client = await connectAsOwner(ownerUrl);
  try {
    const there = await clinicsThere(client, manifest);
    for (const clinic of manifest.clinics) {
      if (there.has(clinic.id)) continue;
      await loadClinic(client, clinic, { ...loading, sums, now: manifest.moment });
      onProgress(clinic.name, clinic.cases);
    }
    await client.query('ANALYZE');
    return {
      clinics: manifest.clinics.length,
      wereThere: there.size,
      cases: manifest.cases,
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await client.end();
  }
}

async function clinicsThere(client: pg.ClientBase, { clinics }: Manifest): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM stipple.clinic');
  if (rows.some(({ id }) => !clinics.some((clinic) => clinic.id === id)))
    throw new StartProblem(
      'This database holds a clinic that is none of this corpus. A corpus needs a database of its own.',
    );
  return new Set(rows.map(({ id }) => id));
}

interface Source extends Loading {
  /** The SHA-256 of each file by its path. */
  readonly sums: ReadonlyMap<string, string>;
  readonly now: string;
}

async function loadClinic(
  client: pg.ClientBase,
  { id, folder }: Manifest['clinics'][number],
  source: Source,
): Promise<void> {
  let authorizations: readonly AuthorizationRow[] = [];
  await client.query('BEGIN');
  try {
    await letRowsInAsTheyAre(client);
    await client.query('SET CONSTRAINTS ALL DEFERRED');
    for (const table of tableNames) {
      const pieces = summed(source, `${folder}/${table}.csv`);
      if (table === 'payer_authorization') {
        authorizations = await readAuthorizations(pieces);
        await copyIn(client, copyText(table), asCsv(authorizations.map(beforeAssents)));
      } else await copyIn(client, copyText(table), pieces);
      if (table === 'authorization_assent') await putInForce(client, authorizations);
    }
    // What the references are looked up in was empty a moment ago, and would be searched as if it still were.
    await client.query('ANALYZE');
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    await writeAuditTrail(client, id);
    await watchMoves(client);
    await checkCorpus(client, id, source.now);
    await keepPictures(client, id, source);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

const copyText = (table: Table) =>
  `COPY stipple.${table} (${tables[table].join(', ')}) FROM STDIN WITH (FORMAT csv, HEADER match)`;

/** The rows of a table that have to be changed before they can come in; it is the only one, and a small one. */
async function readAuthorizations(pieces: AsyncIterable<Uint8Array>): Promise<AuthorizationRow[]> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return parse<AuthorizationRow>(Buffer.concat(all), {
    columns: true,
    cast: (value, { quoting }) => (value === '' && !quoting ? null : value),
  });
}

async function* asCsv(rows: readonly AuthorizationRow[]): AsyncGenerator<Buffer> {
  const columns = tables.payer_authorization;
  yield Buffer.from(
    csvHeader(columns) + rows.map((row) => csvOf(columns.map((column) => row[column]))).join(''),
  );
}

/** Before the commit of the rows that name them: a file without a row is only forgotten, a row without its file is broken. */
async function keepPictures(client: pg.ClientBase, clinicId: string, source: Source): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT encode(sha256, 'hex') AS name FROM stipple.stored_file WHERE clinic_id = $1`,
    [clinicId],
  );
  const stored = rows.map(({ name }) => {
    const content = readFileSync(join(source.corpus, 'files', name));
    mustMatch(source, `files/${name}`, createHash('sha256').update(content).digest('hex'));
    return { content, sha256: Buffer.from(name, 'hex') };
  });
  await keepFiles(source.files, clinicId, stored);
}

/** The pieces of a file; at its end it has to have been what was written. */
async function* summed(source: Source, path: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(join(source.corpus, path), { highWaterMark: 1 << 18 })) {
    hash.update(piece as Buffer);
    yield piece as Buffer;
  }
  mustMatch(source, path, hash.digest('hex'));
}

function mustMatch({ sums, corpus }: Source, path: string, sha256: string): void {
  if (sums.get(path) !== sha256)
    throw new StartProblem(
      `${join(corpus, path)} is not the file that was written: its SHA-256 is another one.`,
    );
}

function readSums(folder: string, { sha256 }: Manifest): ReadonlyMap<string, string> {
  const text = readFileSync(join(folder, sumsName), 'utf8');
  if (createHash('sha256').update(text).digest('hex') !== sha256)
    throw new StartProblem(`${sumsName} in ${folder} is not the one that its manifest speaks of.`);
  return new Map(
    text
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)] as const),
  );
}
