import { createHash } from 'node:crypto';
import {
  type Criterion,
  bodySiteWords,
  dayInWords,
  demoMark,
  diagnosisWords,
  factDefinition,
  factValueWords,
  factsAsked,
  feeGroundWords,
  formatCents,
  generalPolicy,
  isForPayer,
  mentalHealthFacts,
  procedureWords,
} from '@stipple/domain';
import type { CriterionRow, PacketOutline, PacketPart } from '../packet-file/packet-description';
import { LeftOut, attachments } from './attachments';
import { evidenceParts } from './evidence-tables';
import type { PacketMaterial, PacketWorksheet } from './packet-material';

type Part = PacketPart<string>;

export interface DescribedPacket {
  readonly outline: PacketOutline;
  readonly leftOut: readonly LeftOut[];
  /** SHA-256 over all of the outline. */
  readonly contentHash: Buffer;
}

/** Puts the packet together, without its files. The same record gives the same packet. */
export function describePacket(material: PacketMaterial): DescribedPacket {
  const { clinic, about, request } = material;
  const { sent, leftOut } = attachments(material);
  const evidence = evidenceParts(forPayer(material));
  const holds = new Map([
    ...evidence.flatMap(({ of, part }) => of.map((id) => [id, part.key] as const)),
    ...sent.flatMap(({ of, part }) => of.map((id) => [id, part.key] as const)),
  ]);
  const outline: PacketOutline = {
    clinic: clinic.name,
    caseNumber: about.caseNumber,
    title: `Prior authorization request: ${about.patient}`,
    asOf: request.since,
    mark: clinic.isDemo ? demoMark : null,
    facts: coverFacts(material),
    parts: [
      criteriaMap(material, holds),
      ...letterPart(material),
      codeSheet(material),
      ...material.worksheets.map(worksheetPart),
      ...evidence.map(({ part }) => part),
      ...sent.map(({ part }) => part),
    ],
  };
  const contentHash = createHash('sha256').update(JSON.stringify(outline)).digest();
  return { outline, leftOut, contentHash };
}

function coverFacts({ about, request, screened, items }: PacketMaterial): PacketOutline['facts'] {
  const { facts } = screened.basis;
  const site = facts.body_site
    ? [bodySiteWords[facts.body_site.value], facts.side?.value].filter(Boolean).join(', ')
    : null;
  const without = items.filter(({ omitted }) => omitted !== null);
  return [
    ['Payer', about.payer],
    ['Member', about.memberId],
    ['Patient', `${about.patient}, born ${dayInWords(about.bornOn)}`],
    ['Asked for', request.lines.map(({ procedureCode, units }) => `${procedureCode} × ${units}`).join(', ')],
    ['Dates', `${dayInWords(request.fromOn)} to ${dayInWords(request.toOn)}`],
    ['Urgency', request.urgency === 'expedited' ? `Expedited: ${request.urgencyReason ?? ''}` : 'Standard'],
    ['Diagnoses', about.diagnoses.join(', ')],
    ...(site === null ? [] : [['Site', site] as const]),
    ['Physician', about.npi === null ? about.physician : `${about.physician}, NPI ${about.npi}`],
    ...without.map(({ words, omitted }) => [`Without: ${words}`, omitted ?? ''] as const),
  ];
}

const standings = { met: 'Met', not_met: 'Not met', unknown: 'Not on record' } as const;

function criteriaMap({ screened }: PacketMaterial, holds: ReadonlyMap<string, string>): Part {
  const { policy, result } = screened;
  const { title, number, version, source } = policy ?? generalPolicy;
  // The general policy asks for more than a payer did: what it says of mental health is not told to one that did not ask.
  const untold = new Set(
    generalPolicy.criteria
      .filter((one) => policy === null && asksOf(one).some((fact) => mentalHealthFacts.includes(fact)))
      .map(({ id }) => id),
  );
  const told = result.criteria.filter(({ id }) => !untold.has(id));
  const rows = told.map(({ label, quote, truth, used }): CriterionRow => ({
    criterion: label,
    quote,
    standing: standings[truth],
    evidence: used.flatMap(({ fact, value, evidence }): CriterionRow['evidence'] => {
      const words = `${capital(factDefinition(fact).words)}: ${factValueWords(fact, value)}`;
      const parts = [...new Set(evidence.flatMap((id) => holds.get(id) ?? []))];
      return parts.length === 0
        ? [{ words, part: null }]
        : parts.map((part, at) => ({ words: at === 0 ? words : 'and', part }));
    }),
  }));
  const read = `read on ${dayInWords(source.readOn)} by ${source.readBy}`;
  return {
    key: 'criteria',
    kind: 'criteria',
    title: 'Criteria map',
    source:
      policy === null
        ? 'The payer’s own policy is not on file; these are the usual criteria for medical microneedling.'
        : `${title}, policy ${number}, version ${version}, ${read}`,
    rows,
  };
}

function letterPart({ letter }: PacketMaterial): readonly Part[] {
  if (letter === null) return [];
  const { body, signed } = letter;
  return [
    {
      key: 'letter',
      kind: 'text',
      title: 'Letter of medical necessity',
      paragraphs: body.split('\n'),
      seal:
        signed === null
          ? 'Draft. Not signed.'
          : `Signed electronically by ${signed.by} on ${dayInWords(signed.on)}. SHA-256 of the letter: ${signed.hash}`,
    },
  ];
}

function codeSheet({ about, request }: PacketMaterial): Part {
  return {
    key: 'codes',
    kind: 'table',
    title: 'Codes',
    columns: ['Code', 'Meaning', 'Units'],
    widths: [80, '*', 50],
    rows: [
      ...request.lines.map(({ procedureCode, units }) => [
        procedureCode,
        procedureWords(procedureCode),
        String(units),
      ]),
      ...about.diagnoses.map((code) => [code, diagnosisWords(code), '']),
    ],
    note: 'Meanings in the clinic’s own words.',
  };
}

const asksOf = (criterion: Criterion) => factsAsked({ criteria: [criterion], documents: [] });

/** What an unlisted code does not say by itself. */
function worksheetPart(of: PacketWorksheet): Part {
  const { comparatorCode, minutes, feeCents, feeRestsOn, lineDescription } = of;
  const said = (value: string | null) => value ?? 'Not said';
  return {
    key: `worksheet:${of.procedureCode}`,
    kind: 'table',
    title: `Worksheet for ${of.procedureCode}`,
    columns: ['Per session', 'What the clinic says'],
    widths: [150, '*'],
    rows: [
      ['Comparator code', said(comparatorCode && `${comparatorCode}: ${procedureWords(comparatorCode)}`)],
      ['Comparison', said(of.comparison)],
      ['Time', said(minutes === null ? null : `${minutes} minutes`)],
      ['Skill', said(of.skill)],
      ['Equipment', said(of.equipment)],
      ['Fee', said(feeCents === null ? null : formatCents(feeCents))],
      ['The fee rests on', said(feeRestsOn && feeGroundWords[feeRestsOn])],
      ['How the fee comes about', said(of.feeBasis)],
      ['Line description', said(lineDescription)],
    ],
    note: null,
  };
}

/** The evidence this payer gets to see: mental health only where its own policy asks for it. */
function forPayer({ records, screened }: PacketMaterial): PacketMaterial['records'] {
  const asked = screened.policy === null ? [] : factsAsked(screened.policy);
  return records.filter((one) =>
    isForPayer({ kind: one.kind as never, scale: one.kind === 'scale' ? one.scale : null }, asked),
  );
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
