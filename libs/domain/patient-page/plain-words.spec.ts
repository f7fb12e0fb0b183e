import { fernandezHuerta, fleschKincaidGrade, inflesz } from '../testing/readability';
import { type CaseTexts, caseTexts } from './case-texts';
import { PatientTexts, patientTexts } from './patient-texts';
import { type RightsTexts, rightsTexts } from './rights-texts';

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
  ].map(filledIn);
}

/** Everything on the page of a case that is a sentence. */
const sentencesOfCase = ({ gate, due, youCan, photos, steps, ...texts }: CaseTexts): readonly string[] =>
  [
    gate.lead,
    ...Object.values(due),
    ...Object.values(youCan),
    texts.appointment,
    texts.help,
    photos.lead,
    photos.viewHint,
    photos.before,
    photos.scale,
    photos.consentLead,
    photos.keep,
    photos.payer,
    photos.sent,
    photos.keepMissing,
    photos.notAllowed,
    ...steps.map(({ how }) => how),
    ...Object.values(texts.photoStates),
    ...Object.values(texts.photoProblems),
    texts.papers.packet,
    texts.papers.rights,
    texts.papers.noPacket,
    texts.papers.noRights,
    texts.papers.nothing,
    texts.papers.notAllowed,
  ].map(filledIn);

/** Everything on the page of rights. */
const sentencesOfRights = ({ decision, steps, how, where, packet, counts, ...texts }: RightsTexts) =>
  [
    texts.lead,
    ...Object.values(decision),
    ...Object.values(steps).flatMap((words) => Object.values(words)),
    texts.noSteps,
    texts.answerBy,
    ...Object.values(texts.afterNextNo),
    ...how,
    ...Object.values(where),
    ...Object.values(packet),
    ...counts,
    ...Object.values(texts.call),
  ].map(filledIn);

const filledIn = (text: string) => text.replace(/\{\w+\}/g, '3');

/** The estimate's page, the case's page and the page of rights, each by itself: no easy one makes up for a hard one. */
const pages = {
  en: [sentencesOf(patientTexts.en), sentencesOfCase(caseTexts.en), sentencesOfRights(rightsTexts.en)],
  es: [sentencesOf(patientTexts.es), sentencesOfCase(caseTexts.es), sentencesOfRights(rightsTexts.es)],
};

it.each(pages.en)('is read with ease after eight years of school, in English', (...sentences) =>
  expect(fleschKincaidGrade(sentences.join(' '))).toBeLessThanOrEqual(8),
);

it.each(pages.es)('se lee con ocho años de escuela, en español', (...sentences) => {
  const text = sentences.join(' ');
  expect(inflesz(text)).toBeGreaterThanOrEqual(65);
  expect(fernandezHuerta(text)).toBeGreaterThanOrEqual(70);
});

it.each(pages.en.flat())('no paragraph alone is above grade 10: %s', (paragraph) =>
  expect(fleschKincaidGrade(paragraph)).toBeLessThanOrEqual(10),
);

it.each(pages.es.flat())('ningún párrafo es difícil: %s', (paragraph) =>
  expect(inflesz(paragraph)).toBeGreaterThanOrEqual(55),
);

it.each([[patientTexts], [caseTexts], [rightsTexts]])('fills in the same in both languages', ({ en, es }) => {
  const blanks = (texts: object) => JSON.stringify(texts).match(/\{\w+\}/g);
  expect(blanks(es)?.toSorted()).toEqual(blanks(en)?.toSorted());
  for (const texts of [en, es]) expect(JSON.stringify(texts)).not.toContain('""');
});

it('never promises what an account, a plan or an appeal will do', () => {
  for (const texts of [patientTexts, caseTexts, rightsTexts].flatMap((all) => Object.values(all)))
    expect(JSON.stringify(texts)).not.toMatch(
      /eligible|elegible|guarantee|garantiza|qualif|califica|will win|ganará/i,
    );
});

it('names no diagnosis and no payer where a case stands', () => {
  const told = (texts: PatientTexts) => [texts.stages, texts.actsNext];
  for (const texts of [told(patientTexts.en), told(patientTexts.es), caseTexts, rightsTexts])
    expect(JSON.stringify(texts).replaceAll('x12_278', '')).not.toMatch(
      /scar|cicatriz|keloid|queloide|needl|aguja|[A-Z]\d\d/i,
    );
});
