import {
  englishSyllables,
  fernandezHuerta,
  fleschKincaidGrade,
  inflesz,
  spanishSyllables,
} from '../testing/readability';
import { EstimateTexts, estimateTexts } from './estimate-texts';

/** The running text of an estimate: what is a sentence, with an everyday value for what is filled in. */
function sentencesOf(texts: EstimateTexts): readonly string[] {
  const { lead, oneSession, course, courseTotal, separateLead, separateNone } = texts;
  const { onlyAnEstimate, moreMayCome, noContract, dispute, keep } = texts;
  return [lead, oneSession, course, courseTotal, separateLead, separateNone]
    .concat(onlyAnEstimate, moreMayCome, noContract, dispute, keep)
    .map((text) => text.replace(/\{\w+\}/g, '3'));
}

describe('the measure itself', () => {
  it.each([
    ['cat', 1],
    ['care', 1],
    ['bill', 1],
    ['estimate', 3],
    ['session', 2],
    ['dispute', 2],
    ['needed', 2],
    ['asked', 1],
    ['table', 2],
    ['people', 2],
    ['charges', 2],
    ['contract', 2],
    ['higher', 2],
    ['department', 3],
  ])('counts the syllables of “%s”: %i', (word, count) => expect(englishSyllables(word)).toBe(count));

  it.each([
    ['cuenta', 2],
    ['días', 2],
    ['estimado', 4],
    ['guarde', 2],
    ['atención', 3],
    ['leemos', 3],
    ['cuidado', 3],
    ['quién', 1],
    ['razón', 2],
    ['ahora', 3],
    ['ciudad', 2],
    ['país', 2],
    ['hoy', 1],
    ['microagujas', 5],
  ])('cuenta las sílabas de «%s»: %i', (word, count) => expect(spanishSyllables(word)).toBe(count));

  it('finds the language of a regulation hard in both languages', () => {
    const english =
      'The convening provider shall furnish notification of anticipated expenditures attributable to individually scheduled ambulatory procedures.';
    const spanish =
      'El establecimiento convocante proporcionará una notificación de las erogaciones previsibles correspondientes a procedimientos ambulatorios individualmente programados.';
    expect(fleschKincaidGrade(english)).toBeGreaterThan(16);
    expect(inflesz(spanish)).toBeLessThan(40);
    expect(fernandezHuerta(spanish)).toBeLessThan(40);
  });
});

it('is read with ease after eight years of school, in English', () => {
  expect(fleschKincaidGrade(sentencesOf(estimateTexts.en).join(' '))).toBeLessThanOrEqual(8);
});

it('se lee con ocho años de escuela, en español', () => {
  const text = sentencesOf(estimateTexts.es).join(' ');
  expect(inflesz(text)).toBeGreaterThanOrEqual(65);
  expect(fernandezHuerta(text)).toBeGreaterThanOrEqual(70);
});

it.each(sentencesOf(estimateTexts.en))('no paragraph alone is above grade 10: %s', (paragraph) => {
  expect(fleschKincaidGrade(paragraph)).toBeLessThanOrEqual(10);
});

it.each(sentencesOf(estimateTexts.es))('ningún párrafo es difícil: %s', (paragraph) => {
  expect(inflesz(paragraph)).toBeGreaterThanOrEqual(55);
});

it('leaves no text empty, and fills in the same in both languages', () => {
  const { en, es } = estimateTexts;
  expect(Object.keys(es.labels)).toEqual(Object.keys(en.labels));
  const blanks = (texts: EstimateTexts) =>
    [texts.course, texts.courseTotal, texts.day].map((text) => (text.match(/\{\w+\}/g) ?? []).sort());
  expect(blanks(es)).toEqual(blanks(en));
  for (const texts of [en, es]) {
    expect(JSON.stringify(texts)).not.toContain('""');
    expect(texts.months).toHaveLength(12);
  }
});
