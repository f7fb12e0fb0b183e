import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measuredBias } from '@stipple/domain';
import { tableNames } from '../rows';
import { type Manifest, corpusFormat } from './manifest';
import { pointsOf, readPublished } from './publish';
import { type Tellers, oneByOne, writeGroup } from './write-group';
import { tellClinic } from './tell-clinic';

const folder = mkdtempSync(join(tmpdir(), 'stipple-published-'));
const make = (name: string, tellers: Tellers) =>
  writeGroup({ cases: 90, seed: 5, clinics: 3, out: join(folder, name), tellers });
let forwards: Manifest;
beforeAll(async () => void (forwards = await make('forwards', oneByOne)), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const published = readPublished('.');
/** The larger ones take minutes; `STIPPLE_CORPUS=10000` makes those of so many cases too. */
const most = Number(process.env['STIPPLE_CORPUS'] ?? 1000);
const small = published.groups.filter(({ cases }) => cases <= most);

it.each(small)(
  '$cases cases of seed $seed are to the byte what was published',
  async ({ cases, seed, sha256, completeness }) => {
    const out = join(folder, `${cases}-${seed}`);
    const manifest = await writeGroup({ cases, seed, out, tellers: oneByOne });
    // After a change of what is told: npm run corpus -- --publish
    expect(manifest.sha256).toBe(sha256);
    expect(pointsOf(out, manifest)).toEqual(completeness);
    rmSync(out, { recursive: true });
  },
  600_000,
);

it('is what the report says of its own bias', () => {
  const { cases, truth, crude, within } = measuredBias;
  const largest = published.groups.find((one) => one.cases === cases);
  expect(largest?.completeness).toMatchObject({ truth, crude, within });
});

it('has published the format that is made', () => expect(published.format).toBe(corpusFormat));

it('is the same whoever tells which clinic, and when', async () => {
  const backwards: Tellers = async (to, planned, onProgress) =>
    planned.toReversed().map((one) => tellClinic(to, one, onProgress));
  expect(await make('backwards', backwards)).toEqual(forwards);
  const ids = forwards.clinics.map(({ id, name }) => `${id} ${name}`);
  expect(new Set(ids).size).toBe(3);
}, 60_000);

it('gives clinics of a group people, payers and rooms of their own', () => {
  const columns = (table: string, column: string) =>
    ['001', '002', '003'].map((clinic) => {
      const lines = readFileSync(join(folder, 'forwards/clinics', clinic, `${table}.csv`), 'utf8').split(
        '\n',
      );
      const at = (lines[0] ?? '').split(',').indexOf(column);
      return lines.slice(1, -1).map((line) => line.split(',')[at]);
    });
  for (const [table, column] of [
    ['staff', 'email'],
    ['staff', 'name'],
    ['payer', 'name'],
    ['room', 'name'],
  ] as const) {
    const all = columns(table, column);
    expect(all.every((names) => names.length > 2)).toBe(true);
    expect(new Set(all.flat()).size).toBe(all.flat().length);
  }
});

it('describes on its page what there is: every published hash, and every table', () => {
  const page = readFileSync('docs/corpus.md', 'utf8');
  for (const { sha256 } of published.groups) expect(page).toContain(sha256);
  for (const table of tableNames) expect(page).toContain(`\`${table}\``);
});

it('is never half there: what fails leaves nothing, and what is there is not written over', async () => {
  const before = readdirSync(folder);
  const half: Tellers = (to, planned) => {
    tellClinic(to, planned[0] ?? never());
    return Promise.reject(new Error('the disk is full'));
  };
  const wish = { cases: 20, seed: 1, clinics: 2 };
  const out = join(folder, 'half');
  await expect(writeGroup({ ...wish, out, tellers: half })).rejects.toThrow('the disk is full');
  await expect(writeGroup({ ...wish, out: join(folder, 'forwards'), tellers: oneByOne })).rejects.toThrow(
    'is there already. Nothing was written',
  );
  expect(readdirSync(folder)).toEqual(before);
});

function never(): never {
  throw new Error('a group has a clinic');
}
