import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartProblem } from '@stipple/postgres';
import { loadGroup } from './corpus/group/load-group';
import { demoPeople, seedDemo } from './corpus/seed-demo';
import { demoPassword } from './corpus/people';
import { foundRealClinic } from './seed/found-real-clinic';
import { removeDemo } from './seed/remove-demo';
import { claimFolder, dataFolder, releaseFolder } from './start/data-folder';
import { openBeside } from './start/open-database';

/*
 * `npm run seed`: the demo clinic, in the database of DATABASE_URL or the embedded one.
 * `npm run seed -- --clinic NAME --time-zone ZONE --admin NAME --email E`: a clinic of one's own with its first
 * administrator, whose password comes from STIPPLE_ADMIN_PASSWORD or is made up and shown once.
 * `npm run seed -- --corpus FOLDER`: a group of clinics that `npm run corpus` made.
 * `npm run seed -- --remove-demo "NAME OF THE DEMO CLINIC"`: takes the demo clinic away with everything in it.
 */
const usage =
  'npm run seed [-- --cases N --seed S]\n' +
  'npm run seed -- --clinic NAME --time-zone America/New_York --admin NAME --email ADDRESS\n' +
  'npm run seed -- --corpus FOLDER\n' +
  'npm run seed -- --remove-demo "NAME OF THE DEMO CLINIC"';

let close: () => Promise<void> = () => Promise.resolve();
try {
  const wish = options();
  const url = process.env['DATABASE_URL'];
  const data = dataFolder(process.cwd());
  // The embedded server belongs to whoever runs on its folder: while that runs, nobody else may stop it.
  if (!url) claimFolder(data);
  if (!url) close = async () => releaseFolder(data);
  const database = await openBeside(url, data);
  close = async () => {
    await database.close();
    if (!url) releaseFolder(data);
  };
  const files = process.env['FILES_FOLDER'] ?? join(data, 'files');
  const typed = wish['remove-demo'];
  if (typed !== undefined) await remove(database.ownerUrl, files, typed);
  else if (wish.corpus !== undefined) await load(database.ownerUrl, files, wish.corpus);
  else if (wish.clinic !== undefined) await found(database.ownerUrl, wish);
  else await fillDemo(database.ownerUrl, files, database.isEmpty, wish);
  await close();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await close();
  process.exit(1);
}

type Wish = ReturnType<typeof options>;

async function fillDemo(
  ownerUrl: string,
  files: string,
  isEmpty: boolean,
  { cases, seed }: Wish,
): Promise<void> {
  const made = await seedDemo(ownerUrl, files, { cases, seed, isEmpty });
  if (made.wasThere) console.log(`${made.clinicName} is there already, with ${made.cases} cases.`);
  else console.log(`${made.clinicName}: ${made.cases} cases in ${made.seconds.toFixed(1)} s.`);
  for (const { role, email, password } of demoPeople)
    console.log(`  ${role.padEnd(22)} ${email.padEnd(34)} ${password}`);
}

async function load(ownerUrl: string, files: string, corpus: string): Promise<void> {
  const onProgress = (clinic: string, cases: number) =>
    console.log(`  ${clinic}: ${cases.toLocaleString('en-US')} cases`);
  const loaded = await loadGroup(ownerUrl, { corpus: resolve(corpus), files, onProgress });
  const before = loaded.wereThere === 0 ? '' : `, ${loaded.wereThere} of them before`;
  console.log(
    `${loaded.clinics} ${loaded.clinics === 1 ? 'clinic' : 'clinics'}${before}, ${loaded.cases.toLocaleString('en-US')} cases, in ${loaded.seconds.toFixed(1)} s.`,
  );
  console.log(`Everybody of them signs in with ${demoPassword}; docs/corpus.md says who they are.`);
}

async function remove(ownerUrl: string, files: string, typed: string): Promise<void> {
  const { clinicName, rows } = await removeDemo(ownerUrl, files, typed);
  console.log(`${clinicName} is gone, with ${rows.toLocaleString('en-US')} rows and its files.`);
  console.log('An empty database gets a new demo clinic at the next start, unless STIPPLE_DEMO=no.');
}

async function found(ownerUrl: string, wish: Wish): Promise<void> {
  const given = process.env['STIPPLE_ADMIN_PASSWORD'];
  const password = given ?? randomBytes(15).toString('base64url');
  const { clinic = '', admin = '', email = '' } = wish;
  await foundRealClinic(ownerUrl, {
    name: clinic,
    timeZone: wish['time-zone'] ?? '',
    admin,
    email,
    password,
  });
  console.log(`${clinic} is founded. ${admin} signs in as ${email}${given ? '' : ` with ${password}`}.`);
  if (!given) console.log('This password is shown once. Change it on the page People.');
}

function options() {
  const { values } = parse();
  const { clinic, admin, email } = values;
  const zone = values['time-zone'];
  if (clinic !== undefined && !(zone && admin && email))
    throw new StartProblem(`A clinic needs --time-zone, --admin and --email.\n${usage}`);
  const [cases, seed] = [Number(values.cases), Number(values.seed)];
  if (!Number.isInteger(cases) || cases < 1 || cases > 1_000_000)
    throw new StartProblem(`--cases is “${values.cases}”; it must be a number from 1 to 1,000,000.`);
  if (!Number.isInteger(seed))
    throw new StartProblem(`--seed is “${values.seed}”; it must be a whole number.`);
  return { ...values, cases, seed };
}

function parse() {
  try {
    return parseArgs({
      options: {
        clinic: { type: 'string' },
        corpus: { type: 'string' },
        'remove-demo': { type: 'string' },
        'time-zone': { type: 'string' },
        admin: { type: 'string' },
        email: { type: 'string' },
        cases: { type: 'string', default: '10000' },
        seed: { type: 'string', default: '1' },
      },
    });
  } catch (error) {
    throw new StartProblem(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
