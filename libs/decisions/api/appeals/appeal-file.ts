import { createHash } from 'node:crypto';
import {
  AppealOutline,
  appealRightWords,
  challengeKindWords,
  dayInWords,
  demoMark,
  reasonWords,
} from '@stipple/domain';
import { PacketOutline, attachments } from '@stipple/packets-api';
import type { AppealRecord } from './appeal-record';

type Part = PacketOutline['parts'][number];

/** An appeal as one file, without its attachments’ bytes: what is said, what it rests on, and the papers. */
export function describeAppeal(appeal: AppealRecord, outline: AppealOutline): PacketOutline {
  const { challenge, clinic, denial, material, requested, always, enclosed } = appeal;
  const { patient, bornOn, memberId, payer, physician, caseNumber } = material.particulars;
  return {
    clinic: clinic.name,
    caseNumber: Number(caseNumber),
    title: `${challengeKindWords[challenge.kind]}: ${patient}`,
    asOf: challenge.since,
    mark: clinic.isDemo ? demoMark : null,
    facts: [
      ['Payer', payer],
      ['Member', memberId],
      ['Patient', `${patient}, born ${dayInWords(bornOn)}`],
      ['Decision of', dayInWords(denial.decidedOn)],
      ['Payer’s reason', reasonWords(denial)],
      ['Asked for', requested.map(({ procedureCode, units }) => `${procedureCode} × ${units}`).join(', ')],
      ['Physician', physician],
      ...(challenge.appealsAs === null ? [] : [['Filed', appealRightWords[challenge.appealsAs]] as const]),
    ],
    parts: [
      words(appeal),
      restsOn(outline),
      ...attachments({ photos: [], documents: always }).sent.map(({ part }) => part),
      ...enclosed.map(({ part }) => part),
    ],
  };
}

function words({ challenge: { kind, body, signed } }: AppealRecord): Part {
  const said = body ?? '';
  return {
    key: 'appeal',
    kind: 'text',
    title: challengeKindWords[kind],
    paragraphs: said.split('\n'),
    seal:
      signed === null
        ? `SHA-256 of the words: ${createHash('sha256').update(said).digest('hex')}`
        : `Signed electronically by ${signed.by} on ${dayInWords(signed.on)}. SHA-256 of the words: ${signed.hash}`,
  };
}

/** What the record says behind each paragraph, so that a reviewer need not look for it. */
function restsOn({ sections }: AppealOutline): Part {
  return {
    key: 'sources',
    kind: 'table',
    title: 'What it rests on',
    columns: ['About', 'In the record'],
    widths: [140, '*'],
    rows: sections.flatMap(({ heading, paragraphs }) =>
      [...new Set(paragraphs.flatMap(({ sources }) => sources.map(({ said }) => said)))].map((said) => [
        heading,
        said,
      ]),
    ),
    note: null,
  };
}
