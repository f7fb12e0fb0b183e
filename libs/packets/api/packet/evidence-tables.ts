import type { EvidenceRecord, MotionRecord, ScaleRecord, TreatmentRecord } from '@stipple/contracts';
import {
  type Digit,
  activityWords,
  areaMethodWords,
  bandOf,
  dayInWords,
  motionName,
  professionWords,
  scaleOf,
  signed,
  statementWords,
  totalRange,
  treatmentKindWords,
  treatmentResultWords,
  workEffectWords,
} from '@stipple/domain';
import type { TablePart } from '../packet-file/packet-description';

export interface EvidencePart {
  readonly part: TablePart;
  /** The ids of the records it shows. */
  readonly of: readonly string[];
}

interface Table<Of extends EvidenceRecord> extends Omit<TablePart, 'kind' | 'rows'> {
  readonly row: (record: Of) => readonly string[];
}

const table = <Of extends EvidenceRecord>(
  records: readonly Of[],
  { row, ...about }: Table<Of>,
): readonly EvidencePart[] =>
  records.length === 0
    ? []
    : [{ part: { ...about, kind: 'table', rows: records.map(row) }, of: records.map(({ id }) => id) }];

const isMotion = (one: EvidenceRecord): one is MotionRecord => one.kind === 'motion';
const isScale = (one: EvidenceRecord): one is ScaleRecord => one.kind === 'scale';
const isTreatment = (one: EvidenceRecord): one is TreatmentRecord => one.kind === 'treatment';
type Other = Exclude<EvidenceRecord, MotionRecord | ScaleRecord | TreatmentRecord>;
const isOther = (one: EvidenceRecord): one is Other => !isMotion(one) && !isScale(one) && !isTreatment(one);

/** The evidence as tables, oldest first, each row with its day and who saw it. */
export function evidenceParts(records: readonly EvidenceRecord[]): readonly EvidencePart[] {
  const inTime = [...records].sort((one, other) =>
    one.onDay === other.onDay ? (one.id < other.id ? -1 : 1) : one.onDay < other.onDay ? -1 : 1,
  );
  return [
    ...table(inTime.filter(isMotion), {
      key: 'motions',
      title: 'Range of motion',
      columns: ['Motion', 'Measured', 'Normal', 'Deficit', 'On', 'By'],
      widths: ['*', 58, 50, 50, 90, 100],
      note: 'By goniometer, in degrees; normal values of the American Academy of Orthopaedic Surgeons.',
      row: (one) => [
        motionName({ ...one, digit: one.digit as Digit | null }),
        `${signed(one.degrees)}°`,
        `${signed(one.normDegrees)}°`,
        `${one.deficitDegrees}°`,
        dayInWords(one.onDay),
        one.ratedBy,
      ],
    }),
    ...table(inTime.filter(isScale), {
      key: 'scales',
      title: 'Scales',
      columns: ['Scale', 'Total', 'Items', 'On', 'By'],
      widths: ['*', 80, 130, 90, 90],
      note: null,
      row: (one) => [
        scaleOf(one.scale).longWords,
        totalWords(one),
        itemWords(one),
        dayInWords(one.onDay),
        one.ratedBy,
      ],
    }),
    ...table(inTime.filter(isTreatment), {
      key: 'treatments',
      title: 'Earlier treatment',
      columns: ['Treatment', 'From', 'To', 'Result', 'Remarks'],
      widths: ['*', 90, 90, 70, 130],
      note: null,
      row: (one) => [
        treatmentKindWords[one.treatment],
        dayInWords(one.onDay),
        one.toOn === null ? 'Still under way' : dayInWords(one.toOn),
        treatmentResultWords[one.result],
        one.words ?? '',
      ],
    }),
    ...table(inTime.filter(isOther), {
      key: 'statements',
      title: 'Statements and other findings',
      columns: ['Finding', 'On', 'By'],
      widths: ['*', 90, 110],
      note: null,
      row: (one) => [findingWords(one), dayInWords(one.onDay), one.ratedBy],
    }),
  ];
}

function totalWords({ scale, total }: ScaleRecord): string {
  const band = bandOf(scale, total);
  return `${total} of ${totalRange(scale).most}${band === null ? '' : `, ${band}`}`;
}

const itemWords = ({ scale, items }: ScaleRecord) =>
  items.length < 2
    ? ''
    : items.map((value, at) => `${scaleOf(scale).items[at]?.words ?? at + 1} ${value}`).join(', ');

function findingWords(one: Other): string {
  switch (one.kind) {
    case 'area':
      return `Area of the scar: ${one.areaCm2} cm² (${areaMethodWords[one.method].toLowerCase()})`;
    case 'function':
      return [
        one.activities.length === 0
          ? 'No daily activity is limited'
          : `Limited: ${one.activities.map((activity) => activityWords[activity].toLowerCase()).join(', ')}`,
        `Work: ${workEffectWords[one.work].toLowerCase()}`,
        ...(one.words === null ? [] : [one.words]),
      ].join('. ');
    case 'no_treatment':
      return 'No earlier treatment';
    case 'device':
      return `Device: ${one.device}. Cleared for: ${one.indication}${one.submissionNumber === null ? '' : ` (${one.submissionNumber})`}`;
    case 'mental_health':
      return `${professionWords[one.profession]}: ${one.distress ? 'psychological distress is documented' : 'no psychological distress'}`;
    case 'statement':
      return [
        withoutStop(statementWords(one.fact, one.says)),
        ...(one.words === null ? [] : [one.words]),
      ].join('. ');
    case 'withdrawal':
      return '';
  }
}

const withoutStop = (sentence: string) => sentence.replace(/\.$/, '');
