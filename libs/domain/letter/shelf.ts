import { Day, dayInWords } from '../calendar';
import type { EvidenceKind } from '../necessity/evidence-kinds';
import { FactName, factDefinition, factNames } from '../necessity/facts';
import { Facts, knownFact } from '../necessity/fact-values';
import { factValueWords } from '../necessity/fact-words';
import { PolicyVersion, factsAsked, policyKey } from '../necessity/policy';
import { mentalHealthFacts } from '../packet/minimum-necessary';
import { literature } from './literature';
import { statementGroundWords, statementGrounds } from './statements';

export type ShelfKind =
  'fact' | 'measurement' | 'document' | 'code' | 'criterion' | 'particular' | 'literature' | 'statement';

export const shelfKindWords: Record<ShelfKind, string> = {
  fact: 'Facts of the case',
  measurement: 'Measurements and treatments',
  document: 'Documents',
  code: 'Codes',
  criterion: 'The payer’s criteria',
  particular: 'Names and numbers of the case',
  literature: 'Published evidence and clearance',
  statement: 'The physician’s own statement',
};

/** Something a sentence can rest on. Its words are all that the record says of it, and what a sentence is held against. */
export interface ShelfItem {
  /** Names it in a binding: `fact:pain`, `measurement:‹id›`, `document:‹id›`, `code:L90.5`. */
  readonly ref: string;
  readonly kind: ShelfKind;
  readonly words: string;
}

/** A reading, a rating or a treatment that was tried, in words with its day: “Right wrist, flexion: 48° of 80°, 3 March 2026”. */
export interface Measurement {
  readonly id: string;
  readonly kind: EvidenceKind;
  /** Which fact a rating supplies, such as `vss_total`; null for motions and treatments. */
  readonly fact: FactName | null;
  readonly words: string;
}

export interface ShelfDocument {
  readonly id: string;
  readonly title: string;
  readonly datedOn: Day | null;
}

export interface NamedCode {
  readonly code: string;
  readonly words: string;
}

/** Who and what the letter is about. */
export interface LetterParticulars {
  readonly patient: string;
  readonly bornOn: Day;
  readonly memberId: string;
  readonly payer: string;
  readonly physician: string;
  readonly caseNumber: string;
}

/** Everything a letter may say, and nothing else. */
export interface LetterMaterial {
  readonly facts: Facts;
  readonly measurements: readonly Measurement[];
  readonly documents: readonly ShelfDocument[];
  readonly codes: readonly NamedCode[];
  readonly policy: PolicyVersion | null;
  readonly particulars: LetterParticulars;
}

/** What the letter may rest on. Mental health is there only where the payer’s policy asks for it. */
export function shelfOf(material: LetterMaterial): readonly ShelfItem[] {
  const { facts, measurements, documents, codes, policy, particulars } = material;
  const asked = policy === null ? [] : factsAsked(policy);
  const withheld = (name: FactName | null) =>
    name !== null && mentalHealthFacts.includes(name) && !asked.includes(name);
  const item = (kind: ShelfKind, key: string, words: string): ShelfItem => ({
    ref: `${kind}:${key}`,
    kind,
    words,
  });
  return [
    ...factNames.filter((name) => !withheld(name)).flatMap((name) => factItem(name, facts)),
    ...measurements
      .filter(({ fact }) => !withheld(fact))
      .map(({ id, words }) => item('measurement', id, words)),
    ...documents.map(({ id, title, datedOn }) =>
      item('document', id, datedOn === null ? title : `${title}, dated ${dayInWords(datedOn)}`),
    ),
    ...codes.map(({ code, words }) => item('code', code, `${code}: ${words}`)),
    ...(policy === null
      ? []
      : policy.criteria.map(({ id, quote }) =>
          item('criterion', `${policyKey(policy)}#${id}`, criterionWords(policy, quote)),
        )),
    item('particular', 'patient', `${particulars.patient}, born ${dayInWords(particulars.bornOn)}`),
    item('particular', 'coverage', `${particulars.payer}, member ${particulars.memberId}`),
    item('particular', 'physician', `${particulars.physician}, the treating physician`),
    item('particular', 'case', `Case number ${particulars.caseNumber}`),
    ...literature.map(({ key, words }) => item('literature', key, words)),
    ...statementGrounds.map((ground) => item('statement', ground, statementGroundWords[ground])),
  ];
}

export function criterionWords({ number, version }: PolicyVersion, quote: string): string {
  return `Policy ${number}, version ${version}: “${quote}”`;
}

function factItem(name: FactName, facts: Facts): readonly ShelfItem[] {
  const known = knownFact(facts, name);
  if (known === null) return [];
  const { words } = factDefinition(name);
  const capital = words.charAt(0).toUpperCase() + words.slice(1);
  return [{ ref: `fact:${name}`, kind: 'fact', words: `${capital}: ${factValueWords(name, known.value)}` }];
}
