import { cosmeticFlags } from './codes/diagnosis-use';
import { shippedDiagnoses } from './codes/shipped/shipped-diagnoses';
import { diagnosisPart, diagnosisRefusals, diagnosisWords, normalizeDiagnosis } from './diagnosis';
import { codesOf } from './testing/a-case';

const codes = (...diagnoses: string[]) => codesOf(diagnosisRefusals(diagnoses));

it('accepts the present condition, then the injury as a sequela, then what caused it', () => {
  expect(codes('L90.5', 'T23.302S', 'X12.XXXS')).toEqual([]);
  expect(codes('M24.541', 'L90.5', 'T23.301S')).toEqual([]);
  expect(codes('L91.0')).toEqual([]);
});

it.each([
  ['a sequela comes first', ['T23.301S', 'L90.5'], ['diagnosis_sequela_first', 'diagnosis_order']],
  ['a sequela stands alone', ['T23.301S'], ['diagnosis_sequela_first']],
  ['an external cause stands alone', ['X12.XXXS'], ['diagnosis_sequela_first']],
  ['the external cause precedes the injury', ['L90.5', 'X12.XXXS', 'T23.301S'], ['diagnosis_order']],
  ['a present condition follows the injury', ['L90.5', 'T23.301S', 'M24.541'], ['diagnosis_order']],
  ['there is none', [], ['diagnosis_missing']],
  ['a code stands twice', ['L90.5', 'L90.5'], ['diagnosis_twice']],
  ['a code is none', ['L90.5', 'scar'], ['diagnosis_malformed']],
  ['a code is written without its dot', ['L905'], ['diagnosis_malformed']],
  ['T95 belongs to the WHO’s list only', ['L90.5', 'T95.2'], ['diagnosis_not_in_us']],
])('refuses when %s', (_, diagnoses, refused) => expect(codes(...diagnoses)).toEqual(refused));

it('carries at most twelve', () => {
  const many = shippedDiagnoses
    .filter(({ code }) => diagnosisPart(code) === 'residual')
    .map(({ code }) => code);
  expect(codes(...many.slice(0, 12))).toEqual([]);
  expect(codes(...many.slice(0, 13))).toEqual(['diagnosis_too_many']);
});

it('names the field it was asked about', () =>
  expect(diagnosisRefusals([], 'codes')[0]?.field).toBe('codes'));

it('does not take every S at the end for a sequela', () => {
  // Extent of a burn has no seventh character, and F54 is no injury.
  expect(diagnosisPart('T31.0')).toBe('residual');
  expect(diagnosisPart('M24.541')).toBe('residual');
  expect(diagnosisPart('T20.30XS')).toBe('injury_sequela');
  expect(diagnosisPart('X00.0XXS')).toBe('external_cause');
  expect(diagnosisPart('W25.XXXS')).toBe('external_cause');
});

it.each([
  ['l905', 'L90.5'],
  [' t23.301s ', 'T23.301S'],
  ['F54', 'F54'],
  ['L9', null],
  ['12345', null],
  ['L90.5.1', null],
  ['T23.301SXX', null],
])('reads %j as %j', (typed, code) => expect(normalizeDiagnosis(typed)).toBe(code));

it('ships only codes that pass its own rules, each once', () => {
  for (const { code } of shippedDiagnoses) expect(normalizeDiagnosis(code)).toBe(code);
  expect(new Set(shippedDiagnoses.map(({ code }) => code)).size).toBe(shippedDiagnoses.length);
});

it('flags codes that speak of appearance, and never L90.5 itself', () => {
  expect(cosmeticFlags(['L90.5', 'L90.6', 'L70.0', 'Z41.1', 'L81.4', 'M24.541'])).toEqual([
    'L90.6',
    'L70.0',
    'Z41.1',
    'L81.4',
  ]);
});

it('gives an unknown code no invented meaning (rule 19: unknown codes stay raw)', () =>
  expect(diagnosisWords('Q99.9')).toBe('Not in the shipped list'));
