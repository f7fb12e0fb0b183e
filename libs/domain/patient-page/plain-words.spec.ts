import { fernandezHuerta, fleschKincaidGrade, inflesz } from '../testing/readability';
import { PatientTexts, patientTexts } from './patient-texts';

/** Everything on the page that is a sentence, with an everyday value for what is filled in. */
function sentencesOf({
  gate,
  problems,
  otherCourse,
  parts,
  sign,
  ...texts
}: PatientTexts): readonly string[] {
  return [
    gate.lead,
    ...Object.values(problems),
    texts.validUntil,
    texts.paperLanguage,
    texts.demo,
    ...texts.notIncluded,
    texts.disputeLine,
    ...Object.values(otherCourse),
    parts.agreed,
    parts.example,
    ...texts.alternatives,
    ...texts.account,
    sign.lead,
    sign.consent,
    sign.withheld,
    sign.nameMissing,
    sign.consentMissing,
    texts.signed,
    ...Object.values(texts.stages),
    ...Object.values(texts.actsNext),
  ].map((text) => text.replace(/\{\w+\}/g, '3'));
}

it('is read with ease after eight years of school, in English', () =>
  expect(fleschKincaidGrade(sentencesOf(patientTexts.en).join(' '))).toBeLessThanOrEqual(8));

it('se lee con ocho años de escuela, en español', () => {
  const text = sentencesOf(patientTexts.es).join(' ');
  expect(inflesz(text)).toBeGreaterThanOrEqual(65);
  expect(fernandezHuerta(text)).toBeGreaterThanOrEqual(70);
});

it.each(sentencesOf(patientTexts.en))('no paragraph alone is above grade 10: %s', (paragraph) =>
  expect(fleschKincaidGrade(paragraph)).toBeLessThanOrEqual(10),
);

it.each(sentencesOf(patientTexts.es))('ningún párrafo es difícil: %s', (paragraph) =>
  expect(inflesz(paragraph)).toBeGreaterThanOrEqual(55),
);

it('fills in the same in both languages', () => {
  const { en, es } = patientTexts;
  const blanks = (texts: PatientTexts) => JSON.stringify(texts).match(/\{\w+\}/g);
  expect(blanks(es)?.toSorted()).toEqual(blanks(en)?.toSorted());
  for (const texts of [en, es]) expect(JSON.stringify(texts)).not.toContain('""');
});

it('never promises what an account or a plan will do', () => {
  for (const texts of Object.values(patientTexts))
    expect(JSON.stringify(texts)).not.toMatch(/eligible|elegible|guarantee|garantiza|qualif|califica/i);
});

it('names no diagnosis and no payer', () => {
  for (const texts of Object.values(patientTexts))
    expect(JSON.stringify([texts.stages, texts.actsNext])).not.toMatch(
      /scar|cicatriz|keloid|queloide|[A-Z]\d\d/i,
    );
});
