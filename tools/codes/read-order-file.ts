import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { StartProblem } from '@stipple/postgres';
import { OrderLine, readOrderLine } from './order-line';

const most = 20;

/** @throws StartProblem where there is no such file, or its name speaks of another year */
export async function hashOf(file: string, year: number): Promise<Buffer> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile())
    throw new StartProblem(
      `There is no file ${file}. The order file comes from cms.gov, in “Code Descriptions in Tabular Order”.`,
    );
  const [named] = /20\d\d/.exec(basename(file)) ?? [];
  if (named !== undefined && Number(named) !== year)
    throw new StartProblem(
      `${basename(file)} names ${named}, and --fiscal-year says ${year}. Nothing was loaded.`,
    );
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest();
}

/**
 * The lines of an order file in portions. Reads on after a bad line, so that all of them can be named at once; gives
 * out nothing more by then.
 *
 * @throws StartProblem which names bad lines by their numbers
 */
export async function* readOrderFile(file: string, portion: number): AsyncGenerator<readonly OrderLine[]> {
  const wrong: string[] = [];
  const seen = new Map<string, number>();
  let ready: OrderLine[] = [];
  let number = 0;
  let last = 0;
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number += 1;
    // The file may end with an empty line, nothing more.
    if (text.trim() === '') continue;
    const line = readOrderLine(text);
    const fault = typeof line === 'string' ? line : outOfPlace(line, last, seen);
    if (fault !== null) wrong.push(`Line ${number} ${fault}.`);
    last = typeof line === 'string' ? last + 1 : line.order;
    if (typeof line === 'string' || wrong.length > 0) continue;
    seen.set(line.code, number);
    ready.push(line);
    if (ready.length < portion) continue;
    yield ready;
    ready = [];
  }
  if (wrong.length > 0) throw new StartProblem(faultsIn(file, wrong));
  if (seen.size === 0) throw new StartProblem(`${basename(file)} holds no codes. Nothing was loaded.`);
  if (ready.length > 0) yield ready;
}

/** The order numbers count up by one: a line that fell out shows as a gap. */
function outOfPlace(line: OrderLine, last: number, seen: ReadonlyMap<string, number>): string | null {
  const first = seen.get(line.code);
  if (first !== undefined) return `repeats ${line.code} of line ${first}`;
  return line.order === last + 1 ? null : `has order number ${line.order} after ${last}`;
}

function faultsIn(file: string, wrong: readonly string[]): string {
  const shown = wrong.slice(0, most);
  const more = wrong.length > most ? [`… and ${wrong.length - most} more lines.`] : [];
  return [
    `${basename(file)} is not an ICD-10-CM order file as it should be. Nothing was loaded.`,
    ...shown,
    ...more,
  ].join('\n');
}
