import { parseArgs } from 'node:util';
import { type RowName, rowNames } from './rows/measured';

export const usage = `npm run bench [-- --cases N,… --only ${rowNames.slice(0, 2).join(',')},… --rounds N --seconds S --json FILE]
npm run bench -- --growth   (10,000, 100,000 and 1,000,000 cases one after another)`;

export interface BenchOptions {
  /** Of the clinics that are measured, one after the other. */
  readonly sizes: readonly number[];
  readonly rows: readonly RowName[];
  readonly rounds: number;
  /** Of one round of one server. */
  readonly seconds: number;
  readonly json: string | null;
}

const growth = [10_000, 100_000, 1_000_000];

/** @throws Error with a sentence about what cannot be done */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: 'string' },
      growth: { type: 'boolean', default: false },
      only: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '3' },
      json: { type: 'string' },
    },
  });
  if (values.growth && values.cases !== undefined)
    throw new Error('--growth chooses the sizes itself; leave --cases out.');
  const sizes = values.growth ? growth : sizesIn(values.cases ?? '10000');
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new Error(`--rounds is “${values.rounds}”; it must be 1 or more.`);
  const seconds = Number(values.seconds);
  if (!(seconds > 0 && seconds <= 600))
    throw new Error(`--seconds is “${values.seconds}”; it must be a number of seconds up to 600.`);
  return {
    ...{ sizes, rows: rowsIn(values.only), rounds, seconds },
    json: values.json ?? null,
  };
}

function sizesIn(cases: string): readonly number[] {
  return cases.split(',').map((one) => {
    const size = Number(one);
    if (!Number.isInteger(size) || size < 100 || size > 2_000_000)
      throw new Error(
        `--cases says “${one}”; it must be a number from 100 to 2,000,000, or several with commas.`,
      );
    return size;
  });
}

function rowsIn(only: string | undefined): readonly RowName[] {
  if (only === undefined) return rowNames;
  const wanted = only.split(',');
  const unknown = wanted.find((name) => !rowNames.some((row) => row === name));
  if (unknown !== undefined)
    throw new Error(`--only names “${unknown}”; the rows are ${rowNames.join(', ')}.`);
  return rowNames.filter((row) => wanted.includes(row));
}
