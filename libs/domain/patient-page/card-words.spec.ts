import { fernandezHuerta, fleschKincaidGrade, inflesz } from '../testing/readability';
import { type PatientCardTexts, patientCardTexts } from './card-texts';

const { en, es } = patientCardTexts;
/** Everything that is a sentence, with an everyday value for what is filled in. */
const sentencesOf = ({ heading: _heading, next: _next, all: _all, ...texts }: PatientCardTexts) =>
  Object.values(texts).map((text) => text.replace(/\{\w+\}/g, '3'));

it('is read with ease after eight years of school, in English and in Spanish', () => {
  expect(fleschKincaidGrade(sentencesOf(en).join(' '))).toBeLessThanOrEqual(8);
  expect(inflesz(sentencesOf(es).join(' '))).toBeGreaterThanOrEqual(65);
  expect(fernandezHuerta(sentencesOf(es).join(' '))).toBeGreaterThanOrEqual(70);
});

it.each(sentencesOf(en))('no sentence alone is above grade 10: %s', (sentence) =>
  expect(fleschKincaidGrade(sentence)).toBeLessThanOrEqual(10),
);

it.each(sentencesOf(es))('ninguna frase es difícil: %s', (sentence) =>
  expect(inflesz(sentence)).toBeGreaterThanOrEqual(55),
);

it('fills in the same in both languages', () => {
  for (const name of Object.keys(en) as (keyof PatientCardTexts)[])
    expect([name, es[name].match(/\{\w+\}/g)?.toSorted()]).toEqual([
      name,
      en[name].match(/\{\w+\}/g)?.toSorted(),
    ]);
});

it('calls paid only what is paid, and promises nothing', () => {
  const unpaid = ({ confirming, sent, left, notPaid, lookedAt }: PatientCardTexts) =>
    [confirming, sent, left, notPaid, lookedAt].join(' ');
  expect(unpaid(en)).not.toMatch(/thank|success|received|went through|will be/i);
  expect(unpaid(es)).not.toMatch(/gracias|éxito|recibimos|será/i);
});
