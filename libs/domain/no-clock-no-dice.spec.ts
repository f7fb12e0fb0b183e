import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { standingOf } from './standing';
import { aCase, aClearance, clock } from './testing/a-case';

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => [name, readFileSync(join(import.meta.dirname, name), 'utf8')] as const);

it.each(sources)('%s has no clock, no dice and no package', (_, text) => {
  expect(text).not.toMatch(/\bDate\b|Temporal\.Now|Math\.random|crypto|process\.|performance\.|setTimeout/);
  for (const [, imported] of text.matchAll(/from '([^']+)'/g)) expect(imported).toMatch(/^\.\.?\//);
});

it('answers the same question alike, whenever it is asked: only the clock that is passed in counts', () => {
  const facts = aCase({ clearances: [aClearance({ closesOn: '2026-11-23' })] });
  const later = { ...facts, clock: { ...clock, today: '2026-11-24' } };
  expect(standingOf(facts)).toEqual(standingOf(structuredClone(facts)));
  expect(standingOf(facts).stage).toBe('authorized');
  expect(standingOf(later).stage).toBe('verifying');
});
