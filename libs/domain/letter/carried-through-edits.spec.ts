import fc from 'fast-check';
import { Binding, boundTo, strayBindings, tidyBindings } from './bindings';
import { carryBindings, sameBindings } from './carry-bindings';
import { sentencesOf } from './split-letter';

const to = (...refs: string[]) => refs.map((ref) => ({ ref, said: ref }));
const bindings: readonly Binding[] = [
  { sentence: 'Flexion of the wrist reaches 48°.', to: to('measurement:1') },
  { sentence: 'She cannot hold a cup.', to: to('document:1', 'fact:daily_life_limited') },
  { sentence: 'The scar hurts at night.', to: to('statement:history') },
];
const letter = bindings.map(({ sentence }) => sentence).join(' ');
const after = (change: (text: string) => string) => {
  const next = change(letter);
  const carried = carryBindings(bindings, letter, next);
  return sentencesOf(next).map(({ text }) =>
    boundTo(carried, text)
      .map(({ ref }) => ref)
      .join('+'),
  );
};

it.each<[string, (text: string) => string, string[]]>([
  [
    'nothing changed',
    (text) => text,
    ['measurement:1', 'document:1+fact:daily_life_limited', 'statement:history'],
  ],
  [
    'wrapped anew',
    (text) => text.replaceAll(' the ', '\nthe '),
    ['measurement:1', 'document:1+fact:daily_life_limited', 'statement:history'],
  ],
  [
    'moved',
    (text) => `${text.slice(34)} ${text.slice(0, 33)}`,
    ['document:1+fact:daily_life_limited', 'statement:history', 'measurement:1'],
  ],
  [
    'a number changed: held against it again',
    (text) => text.replace('48°', '62°'),
    ['measurement:1', 'document:1+fact:daily_life_limited', 'statement:history'],
  ],
  [
    'words changed: a document has to be bound again',
    (text) => text.replace('cup', 'heavy cup'),
    ['measurement:1', 'fact:daily_life_limited', 'statement:history'],
  ],
  [
    'words changed: a statement has to be made again',
    (text) => text.replace('at night', 'at noon'),
    ['measurement:1', 'document:1+fact:daily_life_limited', ''],
  ],
  [
    'turned into its denial',
    (text) => text.replace('reaches 48°', 'does not reach 48°'),
    ['', 'document:1+fact:daily_life_limited', 'statement:history'],
  ],
  [
    'written anew',
    (text) => text.replace('Flexion of the wrist reaches 48°.', 'Her grip is weak.'),
    ['', 'document:1+fact:daily_life_limited', 'statement:history'],
  ],
  [
    'taken out',
    (text) => text.replace('She cannot hold a cup. ', ''),
    ['measurement:1', 'statement:history'],
  ],
  [
    'a new one between',
    (text) => text.replace('She', 'It is stiff. She'),
    ['measurement:1', '', 'document:1+fact:daily_life_limited', 'statement:history'],
  ],
])('%s', (_, change, expected) => expect(after(change)).toEqual(expected));

const texts = fc
  .array(fc.constantFrom(...bindings.map(({ sentence }) => sentence), 'It is stiff.', '62°.', 'x', '\n'), {
    maxLength: 6,
  })
  .map((all) => all.join(' '));

it('binds nothing that was not bound before, and no sentence that is not there', () =>
  fc.assert(
    fc.property(texts, texts, (before, next) => {
      const carried = carryBindings(tidyBindings(before, bindings), before, next);
      expect(strayBindings(next, carried)).toEqual([]);
      const refs = new Set(tidyBindings(before, bindings).flatMap((one) => one.to.map(({ ref }) => ref)));
      for (const { to: bound } of carried) for (const { ref } of bound) expect(refs).toContain(ref);
      const again = carryBindings(carried, next, next);
      expect(sameBindings(again, carried)).toBe(true);
    }),
  ));

it('tells of a binding whose sentence the letter does not have', () =>
  expect(
    strayBindings('It hurts.', [
      { sentence: 'It  hurts.', to: [] },
      { sentence: 'Gone.', to: [] },
    ]),
  ).toEqual([
    {
      code: 'binding_without_sentence',
      sentence: '“Gone.” is no sentence of the letter.',
      field: 'bindings.1.sentence',
    },
  ]));
