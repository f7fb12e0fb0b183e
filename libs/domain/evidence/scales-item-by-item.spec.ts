import { factDefinition } from '../necessity/facts';
import {
  ScaleName,
  bandOf,
  callsPhysician,
  itemsTotal,
  scaleNames,
  scaleOf,
  scaleRefusals,
  totalRange,
} from './scales';

/** Scale, number of items, least and most total. */
// prettier-ignore
it.each<[ScaleName, number, number, number]>([
  ['vss', 4, 0, 13],
  ['posas_observer', 6, 6, 60],
  ['posas_patient', 6, 6, 60],
  ['dlqi', 10, 0, 30],
  ['phq9', 9, 0, 27],
  ['pain', 1, 0, 10],
  ['itch', 1, 0, 10],
])('%s has %i items and goes from %i to %i', (name, items, least, most) => {
  expect(scaleOf(name).items).toHaveLength(items);
  expect(totalRange(name)).toEqual({ least, most });
  const fact = factDefinition(scaleOf(name).fact);
  expect(fact).toMatchObject({ kind: 'number', min: least, max: most });
});

it('rates each part of the VSS in its own range', () =>
  expect(scaleOf('vss').items.map(({ words, least, most }) => [words, least, most])).toEqual([
    ['vascularity', 0, 3],
    ['pigmentation', 0, 2],
    ['pliability', 0, 5],
    ['height', 0, 3],
  ]));

// prettier-ignore
it.each<[ScaleName, number[], string | null]>([
  ['vss', [3, 2, 5, 3], null],
  ['vss', [0, 0, 0, 0], null],
  ['vss', [3, 3, 5, 3], 'VSS, item 2 (pigmentation): 3 is outside the scale of 0 to 2.'],
  ['vss', [3, 2, 5], 'VSS has 4 items; 3 are answered.'],
  ['vss', [3, 2, 5, 3, 0], 'VSS has 4 items; 5 are answered.'],
  ['posas_observer', [1, 1, 1, 1, 1, 1], null],
  ['posas_observer', [0, 1, 1, 1, 1, 1], 'POSAS observer, item 1 (vascularity): 0 is outside the scale of 1 to 10.'],
  ['posas_patient', [1, 1, 1, 1, 1, 11], 'POSAS patient, item 6 (irregularity): 11 is outside the scale of 1 to 10.'],
  ['dlqi', [3, 3, 3, 3, 3, 3, 3, 3, 3, 4], 'DLQI, item 10 (trouble of the treatment): 4 is outside the scale of 0 to 3.'],
  ['phq9', [0, 0, 0, 0, 0, 0, 0, 0, -1], 'PHQ-9, item 9 (thoughts of death or self-harm): -1 is outside the scale of 0 to 3.'],
  ['phq9', [0, 0, 0, 0, 0, 0, 0, 0, 1.5], 'PHQ-9, item 9 (thoughts of death or self-harm): 1.5 is outside the scale of 0 to 3.'],
  ['pain', [10], null],
  ['pain', [11], 'Pain: 11 is outside the scale of 0 to 10.'],
  ['itch', [], 'Itch has one item; 0 are answered.'],
])('%s %j: %s', (name, items, sentence) => expect(scaleRefusals(name, items)[0]?.sentence ?? null).toBe(sentence));

it('names every item that is wrong, at its field', () =>
  expect(scaleRefusals('vss', [4, 0, 6, 0]).map(({ field }) => field)).toEqual(['items.0', 'items.2']));

it('takes every answer within the range of its item and no other', () => {
  for (const name of scaleNames) {
    const lowest = scaleOf(name).items.map(({ least }) => least);
    scaleOf(name).items.forEach(({ least, most }, index) => {
      for (let value = least - 2; value <= most + 2; value++) {
        const items = lowest.with(index, value);
        expect([name, index, value, scaleRefusals(name, items).length === 0]).toEqual([
          name,
          index,
          value,
          value >= least && value <= most,
        ]);
      }
    });
  }
});

it('has a word for every value, or for both ends', () => {
  for (const name of scaleNames)
    for (const { least, most, values } of scaleOf(name).items)
      expect([2, most - least + 1]).toContain(values.length);
});

// prettier-ignore
it.each<[ScaleName, number, string | null]>([
  ['phq9', 0, 'minimal'], ['phq9', 4, 'minimal'], ['phq9', 5, 'mild'], ['phq9', 9, 'mild'], ['phq9', 10, 'moderate'],
  ['phq9', 15, 'moderately severe'], ['phq9', 20, 'severe'], ['phq9', 27, 'severe'],
  ['dlqi', 1, 'no effect'], ['dlqi', 2, 'small effect'], ['dlqi', 10, 'moderate effect'], ['dlqi', 11, 'very large effect'],
  ['dlqi', 21, 'extremely large effect'], ['vss', 13, null],
])('%s %i is %s', (name, total, band) => expect(bandOf(name, total)).toBe(band));

it.each([
  ['phq9', [0, 0, 0, 0, 0, 0, 0, 0, 1], true],
  ['phq9', [0, 0, 0, 0, 0, 0, 0, 0, 3], true],
  ['phq9', [3, 3, 3, 3, 3, 3, 3, 3, 0], false],
  ['dlqi', [0, 0, 0, 0, 0, 0, 0, 0, 3, 0], false],
] as const)('%s %j calls the physician: %s', (name, items, calls) =>
  expect(callsPhysician(name, items)).toBe(calls),
);

it('sums up', () => expect(itemsTotal([2, 1, 3, 1])).toBe(7));
