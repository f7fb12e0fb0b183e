import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planTypes } from '../coverage';
import { adjustmentReasons } from './adjustment-reasons';
import { denialClasses } from './classes';
import { routesAfter } from './routes-after';
import { denialOf } from './testing/a-denial';
import { routeFacts } from './testing/route-facts';

/** The rows of the tables of docs/denials.md, without the white space that aligns them. */
const rows = readFileSync(join(import.meta.dirname, '../../../docs/denials.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

it.each(planTypes)('says which routes a clinical denial has with %s', (plan) => {
  const { routes, first } = routesAfter(denialOf.clinical, plan, routeFacts(), {});
  const signs = routes.map(({ answer }) => ({ yes: 'y', no: '·', not_known: '?' })[answer]);
  expect(rows).toContainEqual([plan, ...signs, first.kind ?? '–']);
});

it.each([...denialClasses.filter((one) => one !== 'unclassified'), 'not_a_denial'])(
  'names every reason that is %s',
  (denialClass) => {
    const codes = adjustmentReasons.filter((one) => one.denialClass === denialClass).map(({ code }) => code);
    const named = rows.find(([name]) => name === denialClass)?.[1]?.split(', ');
    expect([...(named ?? [])].sort()).toEqual([...codes].sort());
  },
);
