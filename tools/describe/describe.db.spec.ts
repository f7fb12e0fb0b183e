import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestDatabase, freshDatabase } from '@stipple/testing';
import { format, resolveConfig } from 'prettier';
import { makeRoster } from '../corpus/roster/make-roster';
import { describeClocks } from './describe-clocks';
import { describeLifecycles } from './describe-lifecycles';
import { describeMetrics } from './describe-metrics';
import { describeRules, specsByRule } from './describe-rules';
import { describeSchema } from './describe-schema';
import { notYetReachable, rules } from './rules';

/* What is generated is as the code says. `npm run describe` rewrites all of it. */
const root = join(import.meta.dirname, '../..');
const kept = (path: string) => readFileSync(join(root, path), 'utf8');
const asMarkdown = async (text: string) =>
  format(text, { ...(await resolveConfig(join(root, 'docs/x.md'))), parser: 'markdown' });

let db: TestDatabase;
beforeAll(async () => void (db = await freshDatabase()));
afterAll(() => db.close());

it('the pictures of the life cycles are those of the moves', async () =>
  expect(kept('docs/lifecycle.md')).toBe(await asMarkdown(describeLifecycles())));

it('the tables of clocks are those of the rules', async () =>
  expect(kept('docs/clocks.md')).toBe(await asMarkdown(describeClocks(kept('docs/clocks.md')))));

it('the definitions of figures are the domain’s own', async () =>
  expect(kept('docs/metrics.md')).toBe(await asMarkdown(describeMetrics(kept('docs/metrics.md')))));

it('the schema’s snapshot is what the migrations make', async () =>
  expect(kept('migrations/schema.sql').split('\n')).toEqual((await describeSchema(db.ownerUrl)).split('\n')));

it('every rule is held by a spec, or says why it cannot be broken yet', async () => {
  const held = specsByRule(root);
  for (const number of rules.keys())
    expect([number + 1, held.has(number + 1) !== number + 1 in notYetReachable]).toEqual([number + 1, true]);
  expect(kept('docs/rules.md')).toBe(await asMarkdown(describeRules(root)));
});

it('the shipped roster is the one that its program makes', () => {
  for (const [name, content] of Object.entries(makeRoster()))
    expect(kept(`tools/corpus/roster/${name}`)).toBe(content);
});
