import { flexion, letterMaterial } from '../testing/letter-material';
import type { Binding } from './bindings';
import { checkLetter, openSentences } from './check-letter';
import { shelfOf } from './shelf';

const shelf = shelfOf(letterMaterial);
const wordsOf = (ref: string) => shelf.find((item) => item.ref === ref)?.words ?? 'gone';
const bind = (sentence: string, ...refs: readonly string[]): Binding => ({
  sentence,
  to: refs.map((ref) => ({ ref, said: wordsOf(ref) })),
});
const check = (sentence: string, ...refs: readonly string[]) => {
  const { sentences } = checkLetter(sentence, [bind(sentence, ...refs)], shelf);
  const [only] = sentences;
  return [only?.status, ...(only?.why ?? [])].join(' – ');
};
const motion = 'measurement:motion-1';

it.each([
  ['Active flexion of the right wrist reaches 48° of a normal 80°.', [motion], 'bound'],
  ['Flexion reaches 48 degrees.', [motion], 'bound'],
  ['Flexion reaches 62°.', [motion], 'contradicted – It says “62°”; what it is bound to says “48°”, “80°”.'],
  [
    'Flexion reaches 48° since 2019.',
    [motion],
    'contradicted – It says “2019”; what it is bound to says “3 March 2026”.',
  ],
  ['In March 2026 flexion reached 48°.', [motion], 'bound'],
  [
    'In April 2026 flexion reached 48°.',
    [motion],
    'contradicted – It says “April 2026”; what it is bound to says “3 March 2026”.',
  ],
  [
    'On 4 March 2026 flexion reached 48°.',
    [motion],
    'contradicted – It says “4 March 2026”; what it is bound to says “3 March 2026”.',
  ],
  [
    'Flexion of the left wrist reaches 48°.',
    [motion],
    'contradicted – It says “left”; what it is bound to says “Right”.',
  ],
  [
    'Extension of the wrist reaches 48°.',
    [motion],
    'contradicted – It says “Extension”; what it is bound to says “flexion”.',
  ],
  ['Flexion reaches 48%.', [motion], 'unbound – Nothing it is bound to says “48%”.'],
  ['Flexion reaches 48°, 32° short of normal.', [motion, 'fact:rom_deficit_degrees'], 'bound'],
  ['Flexion reaches 62°.', ['document:doc-1'], 'bound'],
  [
    'Flexion reaches 62°.',
    ['document:doc-1', motion],
    'contradicted – It says “62°”; what it is bound to says “48°”, “80°”.',
  ],
  ['She was seen on 3 March 2026.', ['document:doc-1'], 'bound'],
  ['The scar impairs function.', ['fact:functional_impairment'], 'bound'],
  ['The VSS total is 9 of 13.', ['fact:vss_total'], 'bound'],
  [
    'The VSS total is 11 of 13.',
    ['fact:vss_total'],
    'contradicted – It says “11”; what it is bound to says “9”, “13”.',
  ],
  ['The VSS total is nine.', ['fact:vss_total'], 'bound'],
  ['The diagnosis is L90.5.', ['code:L90.5'], 'bound'],
  [
    'The diagnosis is L91.0.',
    ['code:L90.5'],
    'contradicted – It says “L91.0”; what it is bound to says “L90.5”.',
  ],
  [
    'She cannot hold a cup.',
    ['code:L90.5'],
    'unbound – “L90.5: Scar conditions and fibrosis of skin” says nothing of it; bind what does.',
  ],
  [
    'She cannot hold a cup.',
    ['particular:patient'],
    'unbound – “Maya Ortiz, born 4 May 1988” says nothing of it; bind what does.',
  ],
  [
    'The policy requires that “the scar is the result of external trauma, including burns”.',
    ['criterion:BH-SCAR-07 v4#external_trauma'],
    'bound',
  ],
  [
    'The policy requires that “the scar is from any cause”.',
    ['criterion:BH-SCAR-07 v4#external_trauma'],
    'contradicted – It says “the scar is from any cause”; what it is bound to says “The scar is the result of external trauma, including burns.”.',
  ],
  ['She cannot hold a cup.', ['statement:history'], 'own_word'],
  ['Flexion reaches 48°.', ['statement:examination'], 'unbound – Nothing it is bound to says “48°”.'],
  [
    'The device is cleared.',
    ['statement:judgement'],
    'unbound – A physician’s word does not stand for a score, the device, a policy or a study; bind the record of it.',
  ],
  [
    'Studies support it.',
    ['statement:judgement'],
    'unbound – A physician’s word does not stand for a score, the device, a policy or a study; bind the record of it.',
  ],
  ['The patient is 38 years old.', ['fact:age_years'], 'bound'],
  [
    'A 39-year-old patient.',
    ['fact:age_years'],
    'contradicted – It says “39-year”; what it is bound to says “38 years”.',
  ],
  ['Flexion reaches 48°.', [], 'unbound – Nothing is bound to it.'],
  ['I plan sessions at intervals of 6 weeks and a depth of 1.5 mm.', ['statement:plan'], 'own_word'],
  [
    'The interval was agreed on 3 March 2026.',
    ['statement:plan'],
    'unbound – Nothing it is bound to says “3 March 2026”.',
  ],
  ['The wound was 1.5 mm deep.', ['statement:plan'], 'unbound – Nothing it is bound to says “1.5 mm”.'],
  ['I expect flexion to reach 70°.', ['statement:expectation'], 'own_word'],
  [
    'I expect flexion to reach 70°.',
    ['statement:expectation', motion],
    'contradicted – It says “70°”; what it is bound to says “48°”, “80°”.',
  ],
  [
    'I expect a VSS score of 5.',
    ['statement:expectation'],
    'unbound – A physician’s word does not stand for a score, the device, a policy or a study; bind the record of it.',
  ],
  ['Dear Dr. Lee,', [], 'silent'],
  ['[missing: depth]', [], 'gap – Something is missing here.'],
])('%s bound to %j: %s', (sentence, refs, expected) => expect(check(sentence, ...refs)).toBe(expected));

it('holds only as long as the record says what it said', () => {
  const sentence = 'Flexion reaches 48°.';
  const later = {
    ...letterMaterial,
    measurements: [{ ...flexion, words: flexion.words.replace('48°', '62°') }],
  };
  const changed = checkLetter(sentence, [bind(sentence, motion)], shelfOf(later)).sentences[0];
  expect(changed).toMatchObject({ status: 'contradicted' });
  expect(changed?.why[0]).toMatch(
    /^The record changed: it said “Right wrist.*48°.*”, now it says “.*62°.*”\.$/,
  );
  const gone = checkLetter(
    sentence,
    [bind(sentence, motion)],
    shelfOf({ ...letterMaterial, measurements: [] }),
  );
  expect(gone.sentences[0]?.why[0]).toMatch(/is not on record any more/);
  expect(openSentences(gone.counts)).toBe(1);
});

it('says which values only a reader of the document can compare', () => {
  const sentence = 'Flexion reaches 62° on 4 March 2026.';
  const [checked] = checkLetter(sentence, [bind(sentence, 'document:doc-1')], shelf).sentences;
  expect(checked).toMatchObject({ status: 'bound', byReader: ['62°'] });
});

it('counts what stands on what, and refuses with every reason at once', () => {
  const letter =
    'The VSS total is 9. She cannot hold a cup. It hurts her. Flexion is 62°.\n[missing: plan]\nNot cosmetic.';
  const check = checkLetter(
    letter,
    [
      bind('The VSS total is 9.', 'fact:vss_total', 'document:doc-1'),
      bind('She cannot hold a cup.', 'statement:history'),
      bind('Flexion is 62°.', motion),
    ],
    shelf,
  );
  expect(check.counts).toEqual({ silent: 0, bound: 1, own_word: 1, gap: 1, unbound: 2, contradicted: 1 });
  expect(check.restsOn).toEqual({ fact: 1, document: 1, statement: 1 });
  expect(check.refusals.map(({ code }) => code)).toEqual([
    'assertion_unbound',
    'assertion_contradicted',
    'letter_gap',
    'assertion_unbound',
  ]);
  expect(check.words).toMatchObject([{ word: 'cosmetic', negated: true }]);
  expect(checkLetter(letter, [], shelf)).toEqual(checkLetter(letter, [], [...shelf].reverse()));
});

it('keeps mental health off the shelf unless the policy asks for it', () => {
  expect(shelf.map(({ ref }) => ref)).not.toContain('fact:phq9_total');
  const asks = {
    ...letterMaterial.policy!,
    criteria: [
      { ...letterMaterial.policy!.criteria[0]!, condition: { fact: 'phq9_total', atLeast: 10 } as const },
    ],
  };
  expect(shelfOf({ ...letterMaterial, policy: asks }).map(({ ref }) => ref)).toContain('fact:phq9_total');
});

it('names everything on the shelf once', () =>
  expect(new Set(shelf.map(({ ref }) => ref)).size).toBe(shelf.length));
