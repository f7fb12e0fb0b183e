import type { Day } from '../calendar';
import { formatCents } from '../money';
import type { EstimateContents, EstimateProvider } from './estimate-contents';
import { EstimateTexts, estimateTexts } from './estimate-texts';
import type { EstimateLanguage } from './language';

/** A table of facts has two columns and no head; one of prices has numbers on its right. */
export type EstimateTable =
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | {
      readonly kind: 'prices';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface EstimateSection {
  readonly heading: string;
  readonly tables: readonly EstimateTable[];
  readonly paragraphs: readonly string[];
}

/** An estimate as the patient reads it: every word, in their language, in reading order. */
export interface EstimateDocument {
  readonly language: EstimateLanguage;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly EstimateSection[];
}

/** The words of an estimate. The same contents give the same words. */
export function estimateDocument(contents: EstimateContents): EstimateDocument {
  const { language } = contents;
  const texts = estimateTexts[language];
  const { headings, title, lead } = texts;
  return {
    language,
    title,
    lead,
    sections: [
      section(headings.patient, [facts(patientRows(contents, texts))]),
      section(headings.care, [facts(careRows(contents, texts))], courseWords(contents, texts)),
      section(
        headings.costs,
        contents.providers.map((one) => prices(one, texts)),
      ),
      section(
        headings.providers,
        contents.providers.map((one) => facts(providerRows(one, texts))),
      ),
      section(headings.separate, [], separateWords(contents, texts)),
      section(headings.know, [], [...texts.onlyAnEstimate, ...texts.moreMayCome, ...texts.noContract]),
      section(headings.dispute, [], [...texts.dispute, ...texts.keep]),
    ],
  };
}

const section = (
  heading: string,
  tables: readonly EstimateTable[],
  paragraphs: readonly string[] = [],
): EstimateSection => ({ heading, tables, paragraphs });

type FactRow = readonly [label: string, value: string];
const facts = (rows: readonly FactRow[]): EstimateTable => ({ kind: 'facts', rows });

function patientRows({ patient, issuedOn, validUntil }: EstimateContents, texts: EstimateTexts): FactRow[] {
  const { labels } = texts;
  return [
    [labels.name, patient.name],
    [labels.birthDate, dayWords(patient.birthDate, texts)],
    [labels.issuedOn, dayWords(issuedOn, texts)],
    [labels.validUntil, dayWords(validUntil, texts)],
  ];
}

function careRows({ service, diagnoses }: EstimateContents, texts: EstimateTexts): FactRow[] {
  const { labels, sites, sides } = texts;
  const { bodySite, side, procedureCode, scheduledOn } = service;
  return [
    [labels.service, texts.service],
    [labels.place, `${sites[bodySite]}, ${sides[side]}`],
    [labels.serviceCode, procedureCode],
    [labels.diagnoses, diagnoses.join(', ')],
    [labels.scheduledOn, scheduledOn === null ? labels.notScheduled : dayWords(scheduledOn, texts)],
  ];
}

function courseWords({ course, totalCents, validUntil }: EstimateContents, texts: EstimateTexts): string[] {
  const { sessions, weeksApart } = course;
  const often =
    weeksApart === null
      ? texts.oneSession
      : filled(texts.course, { sessions: String(sessions), weeks: String(weeksApart) });
  const all = { total: formatCents(totalCents), validUntil: dayWords(validUntil, texts) };
  return [often, filled(texts.courseTotal, all)];
}

function prices({ lines, totalCents, name }: EstimateProvider, { labels }: EstimateTexts): EstimateTable {
  const { item, code, quantity, each, charge, total } = labels;
  return {
    kind: 'prices',
    columns: [`${item} (${name})`, code, quantity, each, charge],
    rows: [
      ...lines.map((line) => [
        line.words,
        line.serviceCode,
        String(line.quantity),
        formatCents(line.unitCents),
        formatCents(line.chargeCents),
      ]),
      [total, '', '', '', formatCents(totalCents)],
    ],
  };
}

function providerRows(provider: EstimateProvider, { labels }: EstimateTexts): FactRow[] {
  const { name, npi, tin, clinician, street, city, state, postalCode, phone } = provider;
  return [
    [labels.facility, npi === null ? name : `${name}, NPI ${npi}`],
    [labels.clinician, `${clinician.name}, NPI ${clinician.npi}`],
    [labels.taxNumber, `${tin.slice(0, 2)}-${tin.slice(2)}`],
    [labels.address, `${street}, ${city}, ${state} ${postalCode}`],
    ...(phone === null ? [] : [[labels.phone, phone] as const]),
  ];
}

function separateWords({ separateItems }: EstimateContents, texts: EstimateTexts): readonly string[] {
  return separateItems.length === 0
    ? [texts.separateNone]
    : [texts.separateLead, ...separateItems.map((item) => `– ${item}`)];
}

export function dayWords(day: Day, { months, day: pattern }: Pick<EstimateTexts, 'months' | 'day'>): string {
  const { year, month, day: date } = Temporal.PlainDate.from(day);
  return filled(pattern, { day: String(date), month: months[month - 1] ?? '', year: String(year) });
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
