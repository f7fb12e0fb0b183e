import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KnownCommand, holderOf, isReserved, placeOf } from '../../libs/platform/ui/keys/known';
import { knownCommands } from './known-commands';

const root = join(import.meta.dirname, '../..');
const all: readonly KnownCommand[] = knownCommands;
const keysOf = ({ keys = [] }: KnownCommand) => keys;
/** What Escape closes or leaves stays Escape; nobody can choose it for anything else. */
const given = (keys: string) => keys === 'Escape';
const pressed = all.flatMap((command) => keysOf(command).map((keys) => ({ command, keys })));

it('names every command once', () => {
  const ids = all.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

it('gives no two commands of one page, with those of the frame, the same keys', () => {
  const clashes = pressed.flatMap(({ command, keys }) => {
    const holder = holderOf(keys, command, all, keysOf);
    return holder ? [`${keys}: ${command.id}, ${holder.id}`] : [];
  });
  expect(clashes).toEqual([]);
});

it('gives no command keys that belong to the browser', () =>
  expect(pressed.filter(({ keys }) => isReserved(keys) && !given(keys))).toEqual([]));

it('lists the commands of every page that has any', () => {
  const places = new Set(all.map(placeOf));
  expect(places).toEqual(
    new Set([
      null,
      'queue',
      'waiting',
      'case',
      'reading',
      'evidence',
      'photos',
      'letter',
      'worksheet',
      'packet',
      'submissions',
      'screening',
      'ledger',
      'denials',
      'money',
      'standing',
      'schedule',
      'schedule.place',
      'notices',
      'payers',
      'payer',
      'policy',
      'rules',
    ]),
  );
});

it('lists every command that a page offers: a page offers what is in its list, and every list is here', async () => {
  const sources = globSync(['libs/*/ui/**/*.ts', 'apps/dashboard/**/*.ts'], { cwd: root });
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const offering = sources.filter((file) => /[cC]ommands\)?\.offer\(/.test(read(file)));
  expect(offering.length).toBeGreaterThanOrEqual(6);
  const lists = sources.filter((file) => /(^|\/)[a-z]+-commands\.ts$/.test(file) && !/known-/.test(file));
  const listed: KnownCommand[] = [];
  for (const file of lists) {
    const module = (await import(join(root, file))) as Record<string, object>;
    listed.push(...Object.values(module).flatMap((list) => Object.values(list) as KnownCommand[]));
  }
  const ids = new Set(all.map(({ id }) => id));
  expect(listed.filter(({ id }) => !ids.has(id))).toEqual([]);
  // Nobody writes a command down anywhere else: an id with its words stands in a list, or in the navigation.
  const elsewhere = sources
    .filter((file) => !lists.includes(file) && !/places\.ts$|\.spec\.ts$/.test(file))
    .filter((file) => /\bid: [`'][a-z]+[.][^'`]*[`'],\s*words:/.test(read(file)));
  expect(elsewhere).toEqual([]);
});
