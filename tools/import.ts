import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { ImportProblem, importRoster } from './import/import-roster';

/* `npm run import -- --folder DIR --email E [--url URL] [--dry-run]`: a roster from CSV files, into a running Stipple. */
const usage =
  'npm run import -- --folder DIR --email E [--url http://localhost:4200] [--dry-run]\n' +
  'The password is asked for, or taken from STIPPLE_PASSWORD.';

try {
  const { folder, email, url, 'dry-run': dryRun } = options();
  if (!folder || !email) throw new ImportProblem(`--folder and --email are needed.\n${usage}`);
  const password = process.env['STIPPLE_PASSWORD'] ?? (await askPassword(email));
  const isWhole = await importRoster({ folder, email, url, password, dryRun, say });
  process.exit(isWhole ? 0 : 1);
} catch (error) {
  console.error(error instanceof ImportProblem ? `\n${error.message}` : error);
  process.exit(1);
}

function options() {
  try {
    return parseArgs({
      options: {
        folder: { type: 'string' },
        email: { type: 'string' },
        url: { type: 'string', default: 'http://localhost:4200' },
        'dry-run': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new ImportProblem(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function say(line: string, passing = false): void {
  if (!passing) console.log(line);
  else if (process.stdout.isTTY) process.stdout.write(`\r${line}`.padEnd(60));
}

/** What is typed is not shown. */
async function askPassword(email: string): Promise<string> {
  if (!process.stdin.isTTY) throw new ImportProblem('Set STIPPLE_PASSWORD: there is no terminal to ask at.');
  process.stdout.write(`Password of ${email}: `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  const password = await terminal.question('');
  terminal.close();
  process.stdout.write('\n');
  return password;
}
