import { dayInWords } from '../calendar';
import { bodySiteWords, sideWords } from '../injury';
import { treatmentKindWords } from '../necessity/evidence-kinds';
import { DraftLine, andList, capital, gap, lowered, says } from './draft-parts';
import type { LetterMaterial } from './shelf';

const causes = {
  burn: 'a burn',
  trauma: 'an injury',
  surgery: 'surgery',
  radiation: 'radiation',
  acne: 'acne',
} as const;

/** “the right hand”, as far as it is known. */
export function siteWords({ facts }: LetterMaterial): string | null {
  if (!facts.body_site) return null;
  const site = bodySiteWords[facts.body_site.value].toLowerCase();
  const side = facts.side?.value;
  if (side === 'both') return `the ${site} on ${sideWords.both.toLowerCase()}`;
  return side === undefined || side === 'midline'
    ? `the ${site}`
    : `the ${sideWords[side].toLowerCase()} ${site}`;
}

/** Diagnoses, cause and day of the injury. */
export function historyLines(material: LetterMaterial): readonly DraftLine[] {
  const { facts, codes } = material;
  const [site, cause, injured] = [siteWords(material), facts.cause_of_scar?.value, facts.injured_on?.value];
  const diagnoses = (facts.diagnoses?.value ?? []).flatMap(
    (code) => codes.find((one) => one.code === code) ?? [],
  );
  return [
    diagnoses.length === 0
      ? gap('the diagnoses')
      : says(
          `${diagnoses.length === 1 ? 'The diagnosis is' : 'The diagnoses are'} ${andList(
            diagnoses.map(({ code, words }) => `${code} (${lowered(words)})`),
          )}.`,
          ...diagnoses.map(({ code }) => `code:${code}`),
        ),
    cause === undefined || cause === 'other'
      ? gap(`what caused the scar${cause === 'other' ? ' (the case says “other”)' : ''}`)
      : says(
          `The scar${site === null ? '' : ` of ${site}`} comes from ${causes[cause]}.`,
          'fact:cause_of_scar',
          ...(site === null ? [] : ['fact:body_site', 'fact:side']),
        ),
    injured === undefined
      ? gap('the day of the injury')
      : says(`The day of the injury was ${dayInWords(injured)}.`, 'fact:injured_on'),
  ];
}

/** What was tried, and for how long; nothing tried is said as well. */
export function careLines({ facts, measurements }: LetterMaterial): readonly DraftLine[] {
  const tried = measurements.filter(({ kind }) => kind === 'prior_treatment');
  const failed = facts.failed_treatments;
  const lines = tried.map(({ id, words }) =>
    says(`${capital(words.replace(/\.$/, ''))}.`, `measurement:${id}`),
  );
  if (failed === undefined)
    return [...lines, gap('which conservative treatments were tried, from when to when, and their result')];
  if (failed.value.length === 0)
    return [...lines, says('No earlier treatment is on record as failed.', 'fact:failed_treatments')];
  if (tried.length > 0) return lines;
  const names = failed.value.map((kind) =>
    lowered(treatmentKindWords[kind as keyof typeof treatmentKindWords]),
  );
  return [
    says(`These treatments were tried and failed: ${andList(names)}.`, 'fact:failed_treatments'),
    gap('from when to when each was tried'),
  ];
}
