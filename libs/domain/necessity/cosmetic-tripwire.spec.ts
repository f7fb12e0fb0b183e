import { inShort } from '../testing/facts-in-short';
import { quarryHillCosmetic } from './demo-policies/quarry-hill';
import { screen } from './screen';
import { isStanding } from './trips';
import { cosmeticCodesIn, cosmeticWords, cosmeticWordsIn } from './tripwire';

const found = (text: string) =>
  cosmeticWordsIn([{ field: 'letter', text }]).map(
    ({ found: words, at, negated }) => `${words}@${at}${negated ? ' negated' : ''}`,
  );

it.each([
  ['The goal is cosmetic.', ['cosmetic@12']],
  ['COSMETIC, and cosmetically important', ['COSMETIC@0', 'cosmetically@14']],
  ['This is not cosmetic.', ['cosmetic@12 negated']],
  ['This is non-cosmetic treatment.', ['cosmetic@12 negated']],
  ['It is not performed for cosmetic reasons.', ['cosmetic@24 negated']],
  ['It is neither cosmetic nor aesthetic.', ['cosmetic@14 negated', 'aesthetic@27 negated']],
  ['Function rather than cosmetic benefit', ['cosmetic@21 negated']],
  ['It isn’t cosmetic', ['cosmetic@9 negated']],
  ['without any cosmetic purpose', ['cosmetic@12 negated']],
  ['not only cosmetic', ['cosmetic@9']],
  ['This is not merely cosmetic', ['cosmetic@19']],
  ['not functional but cosmetic', ['cosmetic@19']],
  ['It does not hurt. Cosmetic wish.', ['Cosmetic@18']],
  ['It does not hurt, cosmetic wish.', ['cosmetic@18']],
  ['not painful and cosmetic', ['cosmetic@16']],
  ['no longer cosmetic', ['cosmetic@10']],
  ['not one of the many reasons was ever cosmetic', ['cosmetic@37']],
  ['microcosmetic, cosmeticized', []],
  ['to improve her appearance', ['improve her appearance@3']],
  ['improvement in appearance', ['improvement in appearance@0']],
  ['a significant variation from normal appearance', []],
  [
    'she wants to look younger; rejuvenation of the pores',
    ['look younger@13', 'rejuvenation@27', 'pores@47'],
  ],
  ['anti-aging, anti ageing, antiaging', ['anti-aging@0', 'anti ageing@12', 'antiaging@25']],
  ['Stretch marks (striae)', ['Stretch marks@0', 'striae@15']],
  ['aesthetically, esthetics', ['aesthetically@0', 'esthetics@15']],
  ['', []],
])('%j', (text, words) => expect(found(text)).toEqual(words));

it('names field and list entry, text by text', () =>
  expect(
    cosmeticWordsIn([
      { field: 'letter', text: 'wrinkles' },
      { field: 'note', text: 'unsightly' },
    ]),
  ).toEqual([
    {
      kind: 'word',
      key: 'word:wrinkles in letter',
      word: 'wrinkles',
      found: 'wrinkles',
      field: 'letter',
      at: 0,
      negated: false,
    },
    {
      kind: 'word',
      key: 'word:unsightly in note',
      word: 'unsightly',
      found: 'unsightly',
      field: 'note',
      at: 0,
      negated: false,
    },
  ]));

it('lists each word once, and every entry finds itself', () => {
  expect(new Set(cosmeticWords.map(([word]) => word)).size).toBe(cosmeticWords.length);
  const examples: Record<string, string> = {
    'better appearance': 'better appearance',
    'even skin tone': 'even out the skin tone',
  };
  for (const [word] of cosmeticWords)
    expect(cosmeticWordsIn([{ field: 'x', text: examples[word] ?? word }]).map((one) => one.word)).toEqual([
      word,
    ]);
});

it('stays quick on a long text that nearly denies', () => {
  const text = 'not a b c '.repeat(20_000);
  const started = performance.now();
  expect(cosmeticWordsIn([{ field: 'x', text: `${text}cosmetic` }])).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(2000);
});

it('finds codes, each once, and stops at Z41.1 only', () =>
  expect(
    cosmeticCodesIn(['Z41.1', 'L70.0', 'L90.5', 'L70.0', 'M24.541']).map(({ code, stops }) => [code, stops]),
  ).toEqual([
    ['L70.0', false],
    ['Z41.1', true],
  ]));

const solid = inShort('plain burn fn daily rom:30 pct:40 vss:9 pain:5 tried:compression@8 gain').facts;
const explain = (key: string) => ({
  key,
  reason: 'Refers to the make-up that the patient gave up.',
  by: 'Lena Hart',
});

it('makes a case uncertain that is otherwise medical, and says which words', () => {
  const result = screen(null, solid, { texts: [{ field: 'letter', text: 'A cosmetic wish.' }] });
  expect(result).toMatchObject({ outcome: 'uncertain', reason: 'tripwire', decidedBy: [] });
  expect(result.sentence).toContain('“cosmetic” in letter');
});

it('lets a denial and an explained word pass, but shows both', () => {
  const texts = [{ field: 'letter', text: 'Not cosmetic. She stopped using cosmetics.' }];
  expect(screen(null, solid, { texts }).outcome).toBe('uncertain');
  const result = screen(null, solid, { texts, explanations: [explain('word:cosmetic in letter')] });
  expect(result.outcome).toBe('likely_medical');
  expect(result.trips.map((trip) => trip.kind === 'word' && [trip.negated, trip.explanation?.by])).toEqual([
    [true, 'Lena Hart'],
    [false, 'Lena Hart'],
  ]);
});

it('takes a denial for what it is, without any explanation', () => {
  const texts = [{ field: 'letter', text: 'This is not cosmetic.' }];
  expect(screen(null, solid, { texts })).toMatchObject({
    outcome: 'likely_medical',
    trips: [{ negated: true }],
  });
});

it('an explanation covers one word in one text', () => {
  const texts = [
    { field: 'letter', text: 'cosmetic' },
    { field: 'note', text: 'cosmetic' },
  ];
  const standing = screen(null, solid, {
    texts,
    explanations: [explain('word:cosmetic in letter')],
  }).trips.filter(isStanding);
  expect(standing).toEqual([expect.objectContaining({ field: 'note' })]);
});

it('a stop code stands, whatever is said of it', () => {
  const facts = { ...solid, diagnoses: { value: ['L90.5', 'Z41.1'], evidence: [] } };
  expect(screen(null, facts, { explanations: [explain('code:Z41.1')] }).trips.map(isStanding)).toEqual([
    true,
  ]);
});

it('takes no empty reason for an explanation', () => {
  const texts = [{ field: 'letter', text: 'cosmetic' }];
  const explanations = [{ ...explain('word:cosmetic in letter'), reason: ' ' }];
  expect(screen(null, solid, { texts, explanations }).outcome).toBe('uncertain');
});

it('warns of body dysmorphic disorder without deciding anything', () => {
  const facts = { ...solid, diagnoses: { value: ['L90.5', 'F45.22'], evidence: [] } };
  expect(screen(null, facts)).toMatchObject({
    outcome: 'likely_medical',
    cautions: [expect.stringContaining('F45.22')],
  });
});

it('passes over the payer’s own words where they are quoted, and nothing else', () => {
  const [quoted] = quarryHillCosmetic.criteria
    .map(({ quote }) => quote)
    .filter((quote) => quote.includes('cosmetic'));
  const trips = (text: string) =>
    screen(quarryHillCosmetic, {}, { texts: [{ field: 'letter', text }] }).trips.map((trip) =>
      trip.kind === 'word' ? [trip.found, trip.at] : trip.code,
    );
  expect(trips(`Your policy says: “${quoted}”`)).toEqual([]);
  const after = `Your policy says: “${quoted}” It is a cosmetic wish.`;
  expect(trips(after)).toEqual([['cosmetic', after.lastIndexOf('cosmetic')]]);
});
