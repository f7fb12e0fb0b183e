import { associationOf } from '@stipple/domain';
import { associationSentence, biasSentence, crudeSentence } from './association-words';

const of = (met: readonly [number, number], open: readonly [number, number]) => ({
  met: { denied: met[0], decided: met[1] },
  open: { denied: open[0], decided: open[1] },
});

it('says a difference with its interval and how many it rests on', () =>
  expect(associationSentence(associationOf([of([100, 500], [150, 300])]))).toBe(
    'Within the same payer and code, requests with something open were denied more often by 30.0 points (95% interval +23.3 to +36.7 points; 800 first decisions).',
  ));

it('says less where it is less', () =>
  expect(associationSentence(associationOf([of([250, 500], [60, 300])]))).toContain(
    'denied less often by 30.0 points',
  ));

it('tells no difference from chance where the interval holds none', () =>
  expect(associationSentence(associationOf([of([10, 50], [7, 30])]))).toContain(
    'no difference can be told from chance (+3.3 points; 95% interval −',
  ));

it('says nothing from fewer than ten', () =>
  expect(associationSentence(associationOf([of([40, 80], [9, 9])]))).toBe(
    'Too few to say anything: fewer than ten on one side, of 89 first decisions that can be compared within a payer and code.',
  ));

it('has nothing to compare where nothing has both sides', () => {
  const association = associationOf([of([40, 80], [0, 0])]);
  expect(associationSentence(association)).toContain('Nothing to compare');
  expect(crudeSentence(association)).toBe('');
});

it('sets the plain difference beside it', () =>
  expect(crudeSentence(associationOf([of([10, 20], [40, 80]), of([8, 80], [2, 20])]))).toBe(
    'Without regard to payer and code it would read +24.0 points: payers differ in both.',
  ));

it('claims no cause anywhere', () => {
  const all = [biasSentence, associationSentence(associationOf([of([100, 500], [150, 300])]))].join(' ');
  expect(all).not.toMatch(/because|would avoid|would have avoided|leads to|causes/);
});
