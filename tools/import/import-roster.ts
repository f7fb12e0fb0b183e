import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Problem,
  type RosterCounts,
  type RosterImportStanding,
  type RosterImportView,
  type RosterProblemPage,
} from '@stipple/contracts';
import { importLimits } from '@stipple/domain';

/** Why the import cannot go on, said in one sentence to the person at the terminal. */
export class ImportProblem extends Error {}

export interface ImportWish {
  /** Of a running Stipple, such as http://localhost:4200. */
  readonly url: string;
  readonly folder: string;
  readonly email: string;
  readonly password: string;
  /** Only say what would change. */
  readonly dryRun: boolean;
  /** One line to the terminal; a passing one is replaced by the next. */
  say(line: string, passing?: boolean): void;
}

const pauseMs = 300;

/**
 * Imports a folder of CSV files as a person would on the page: the same rules, the same audit trail.
 *
 * @returns whether every file could be read
 * @throws ImportProblem
 */
export async function importRoster(wish: ImportWish): Promise<boolean> {
  const names = await csvFiles(wish.folder);
  const api = await Api.signIn(wish);
  try {
    const id = await sendFiles(api, wish.folder, names);
    const path = `/api/roster-imports/${id}`;
    await rest(api, path, wish);
    const read = await api.get<RosterImportView>(path);
    for (const file of read.files) wish.say(`  ${file.name}: ${file.problem ?? file.aside ?? holds(file)}`);
    await api.post(`${path}/dry-runs`, { version: read.version });
    let now = await rest(api, path, wish);
    if (!wish.dryRun) {
      await api.post(`${path}/runs`, { version: now.version });
      now = await rest(api, path, wish);
    }
    if (now.failure !== null) throw new ImportProblem(now.failure);
    wish.say(wish.dryRun ? '\nWhat would be imported:' : '\nImported:');
    for (const line of table(now.counts ?? [])) wish.say(line);
    await sayProblems(api, path, now, wish);
    if (wish.dryRun) await api.post(`${path}/discards`, { version: now.version });
    return read.files.every((file) => file.problem === null);
  } finally {
    await api.signOut();
  }
}

const holds = ({ rows, kindWords }: RosterImportView['files'][number]) =>
  `${rows.toLocaleString('en-US')} rows, ${kindWords?.toLowerCase() ?? 'not recognised'}`;

async function csvFiles(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder).catch(() => {
    throw new ImportProblem(`The folder ${folder} cannot be read.`);
  });
  const names = all.filter((name) => name.toLowerCase().endsWith('.csv')).sort();
  if (names.length === 0) throw new ImportProblem(`There is no CSV file in ${folder}.`);
  if (names.length > importLimits.mostFiles)
    throw new ImportProblem(
      `There are ${names.length} CSV files in ${folder}; ${importLimits.mostFiles} can be imported at a time.`,
    );
  return names;
}

async function sendFiles(api: Api, folder: string, names: readonly string[]): Promise<string> {
  const form = new FormData();
  for (const name of names) form.append('file', await openAsBlob(join(folder, name)), name);
  return (await api.send<{ id: string }>('POST', '/api/roster-imports', form)).id;
}

/** Waits until the import's job has come to rest. */
async function rest(api: Api, path: string, { say }: ImportWish): Promise<RosterImportStanding> {
  for (;;) {
    const standing = await api.get<RosterImportStanding>(`${path}/standing`);
    if (standing.progress === null) return standing;
    const { words, rowsDone, rowsTotal } = standing.progress;
    const part = rowsTotal > 0 ? ` ${Math.floor((100 * rowsDone) / rowsTotal)}%` : '';
    say(`${words}${part}`, true);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

function table(counts: readonly RosterCounts[]): readonly string[] {
  const columns = ['rows', 'new', 'changed', 'unchanged', 'problems'] as const;
  const line = (first: string, cells: readonly string[]) =>
    `  ${first.padEnd(16)}${cells.map((cell) => cell.padStart(11)).join('')}`;
  return [
    line('', columns),
    ...counts.map((kind) =>
      line(
        kind.words,
        columns.map((column) => kind[column].toLocaleString('en-US')),
      ),
    ),
  ];
}

const mostSaid = 20;

async function sayProblems(
  api: Api,
  path: string,
  { problemCount }: RosterImportStanding,
  { say }: ImportWish,
): Promise<void> {
  if (problemCount === 0) return;
  const { rows } = await api.get<RosterProblemPage>(`${path}/problems`);
  say(`\nNot imported:`);
  for (const row of rows.slice(0, mostSaid)) say(`  ${row.fileName}, line ${row.line}: ${row.sentence}`);
  if (problemCount > mostSaid)
    say(`  … and ${(problemCount - mostSaid).toLocaleString('en-US')} more, on the page Roster.`);
}

/** One signed-in person at the API. */
class Api {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
  ) {}

  static async signIn({ url, email, password }: ImportWish): Promise<Api> {
    const response = await fetch(`${url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    }).catch(() => {
      throw new ImportProblem(`Nothing answers at ${url}. Start Stipple first: npm start`);
    });
    if (!response.ok) throw new ImportProblem(await reasonIn(response));
    return new Api(url, response.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }

  get<T>(path: string): Promise<T> {
    return this.send('GET', path);
  }

  post(path: string, body: object): Promise<void> {
    return this.send('POST', path, JSON.stringify(body));
  }

  async signOut(): Promise<void> {
    await this.post('/api/sign-out', {}).catch(() => undefined);
  }

  async send<T>(method: string, path: string, body?: string | FormData): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      body,
      headers: {
        cookie: this.cookie,
        'idempotency-key': randomUUID(),
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
      },
    });
    if (!response.ok) throw new ImportProblem(await reasonIn(response));
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
}

async function reasonIn(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => null)) as Problem | null;
  return problem?.detail ?? problem?.title ?? `The server answered with ${response.status}.`;
}
