import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartProblem } from '@stipple/postgres';
import { loadCodes } from './codes/load-codes';
import { claimFolder, dataFolder, releaseFolder } from './start/data-folder';
import { openBeside } from './start/open-database';

/*
 * `npm run load-codes -- --file icd10cm_order_2026.txt --fiscal-year 2026`: the official ICD-10-CM codes of a fiscal year,
 * from the order file that cms.gov publishes, into the database of DATABASE_URL or the embedded one.
 */
const usage = 'npm run load-codes -- --file icd10cm_order_2026.txt --fiscal-year 2026';

let close: () => Promise<void> = () => Promise.resolve();
try {
  const { file, year } = options();
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
  const began = performance.now();
  const loaded = await loadCodes(database.ownerUrl, file, year);
  const counts = `${count(loaded.codes)} codes, ${count(loaded.billable)} of them billable`;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (loaded.wasThere)
    console.log(`Fiscal year ${year} is loaded from this very file: ${counts}. Nothing changed.`);
  else console.log(`Fiscal year ${year} from ${basename(file)}: ${counts}, in ${seconds} s.`);
  await close();
} catch (error) {
  console.error(error instanceof StartProblem ? error.message : error);
  await close();
  process.exit(1);
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function options(): { file: string; year: number } {
  const { file, 'fiscal-year': typed } = parse();
  if (!file || !typed) throw new StartProblem(`--file and --fiscal-year are needed.\n${usage}`);
  const year = Number(typed);
  if (!Number.isInteger(year) || year < 2016 || year > 2100)
    throw new StartProblem(`--fiscal-year is “${typed}”; it must be a year from 2016 on.\n${usage}`);
  // Typed from wherever npm was called.
  return { file: resolve(process.env['INIT_CWD'] ?? process.cwd(), file), year };
}

function parse() {
  try {
    return parseArgs({ options: { file: { type: 'string' }, 'fiscal-year': { type: 'string' } } }).values;
  } catch (error) {
    throw new StartProblem(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
