import type { CaseWorksheets, WorksheetOfCode } from '@stipple/contracts';
import { WorksheetField, feeGroundWords, feeGrounds, worksheetGaps } from '@stipple/domain';
import type { Field, Finding, Values } from '@stipple/ui';
import { anotherCode, contentOf } from './worksheet-values';

type Asked = Pick<CaseWorksheets, 'serviceOn'>;

/** What the worksheet asks, in the order in which a reviewer reads it. What a field lacks stands beside it as one types. */
export function worksheetFieldsOf({ serviceOn }: Asked, code: WorksheetOfCode): readonly Field[] {
  const lacks =
    (field: WorksheetField) =>
    (values: Values): readonly Finding[] =>
      worksheetGaps(contentOf(values), { procedureCode: code.procedureCode, on: serviceOn })
        .filter((gap) => gap.field === field)
        .map(({ sentence }) => ({ weight: 'before_request', sentence }));
  const isOther = ({ comparatorCode }: Values) => comparatorCode === anotherCode;
  return [
    {
      kind: 'choice',
      name: 'comparatorCode',
      label: 'Comparator code',
      later: true,
      options: [
        ...code.comparators.map((one) => ({
          value: one.code,
          label: `${one.code} ${one.words}${one.usual ? ' (usual)' : ''}`,
        })),
        { value: anotherCode, label: 'Another code…' },
      ],
      findings: (values) =>
        isOther(values) ? [] : [...lacks('comparatorCode')(values), ...noteOn(code, values)],
    },
    {
      kind: 'text',
      name: 'otherCode',
      label: 'Which code',
      later: true,
      half: true,
      when: isOther,
      findings: lacks('comparatorCode'),
    },
    {
      kind: 'area',
      name: 'comparison',
      label: 'Why it is comparable',
      later: true,
      rows: 3,
      findings: lacks('comparison'),
    },
    {
      kind: 'number',
      name: 'minutes',
      label: 'Time of a session',
      unit: 'minutes',
      later: true,
      half: true,
      findings: lacks('minutes'),
    },
    { kind: 'area', name: 'skill', label: 'Skill', later: true, rows: 2, findings: lacks('skill') },
    {
      kind: 'area',
      name: 'equipment',
      label: 'Equipment',
      hint: 'A device that is cleared for something else is named with what it is cleared for.',
      later: true,
      rows: 3,
      findings: lacks('equipment'),
    },
    {
      kind: 'text',
      name: 'feeCents',
      label: 'Fee of a session, $',
      later: true,
      half: true,
      findings: lacks('feeCents'),
    },
    {
      kind: 'choice',
      name: 'feeRestsOn',
      label: 'The fee rests on',
      later: true,
      half: true,
      options: feeGrounds.map((value) => ({ value, label: feeGroundWords[value] })),
      findings: lacks('feeRestsOn'),
    },
    {
      kind: 'area',
      name: 'feeBasis',
      label: 'How the fee comes about',
      later: true,
      rows: 2,
      findings: lacks('feeBasis'),
    },
    {
      kind: 'text',
      name: 'lineDescription',
      label: 'Line description',
      later: true,
      findings: lacks('lineDescription'),
    },
  ];
}

/** What the code list says of the code that was chosen. */
function noteOn({ comparators }: WorksheetOfCode, { comparatorCode }: Values): readonly Finding[] {
  const note = comparators.find(({ code }) => code === comparatorCode)?.note;
  return note ? [{ weight: 'note', sentence: note }] : [];
}
