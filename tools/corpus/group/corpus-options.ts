import { parseArgs } from 'node:util';
import { StartProblem } from '@stipple/postgres';

const usage =
  'npm run corpus -- --cases N --seed S [--out FOLDER] [--clinics C] [--threads T]\n' +
  'npm run corpus -- --publish';

export interface CorpusWish {
  readonly cases: number;
  readonly seed: number;
  readonly clinics: number | undefined;
  readonly threads: number | undefined;
  readonly out: string | undefined;
}

/**
 * What was asked for; `publish` makes the published groups again and writes down their hashes.
 *
 * @throws StartProblem with a sentence for whoever typed it
 */
export function corpusOptions(args: readonly string[]): CorpusWish | 'publish' {
  const { publish, out, ...values } = parse(args);
  if (publish) return 'publish';
  const some = (name: 'clinics' | 'threads', most: number) =>
    values[name] === undefined ? undefined : whole(name, values[name], [1, most]);
  return {
    cases: whole('cases', values.cases, [1, 1_000_000]),
    seed: whole('seed', values.seed, [0, 1_000_000_000]),
    clinics: some('clinics', 1000),
    threads: some('threads', 256),
    out,
  };
}

function whole(name: string, text: string | undefined, [least, most]: readonly [number, number]): number {
  if (text === undefined) throw new StartProblem(`--${name} is missing.\n${usage}`);
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  if (number >= least && number <= most) return number;
  throw new StartProblem(
    `--${name} is “${text}”; it must be a whole number from ${least.toLocaleString('en-US')} to ${most.toLocaleString('en-US')}.`,
  );
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        cases: text,
        seed: text,
        out: text,
        clinics: text,
        threads: text,
        publish: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new StartProblem(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
