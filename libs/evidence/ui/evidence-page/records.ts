import type {
  EvidenceRecord,
  EvidenceView,
  MotionRecord,
  ScaleRecord,
  TreatmentRecord,
} from '@stipple/contracts';
import {
  Digit,
  EvidenceForm,
  ScaleName,
  activityWords,
  answerWords,
  areaMethodWords,
  bandOf,
  motionKey,
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
import { Values, joined } from '@stipple/ui';

/** What counts: neither replaced nor a withdrawal. */
export const current = ({ records }: EvidenceView): readonly EvidenceRecord[] =>
  records.filter(({ kind, replacedById }) => replacedById === null && kind !== 'withdrawal');

export type Of<K extends EvidenceRecord['kind']> = Extract<EvidenceRecord, { kind: K }>;
export const ofKind = <K extends EvidenceRecord['kind']>(view: EvidenceView, kind: K): readonly Of<K>[] =>
  current(view).filter((record): record is Of<K> => record.kind === kind);

const named = ({ digit, ...motion }: MotionRecord) => ({ ...motion, digit: digit as Digit | null });
export const nameOfMotion = (record: MotionRecord) => motionName(named(record));

/** A measurement that was taken again and again, the newest first. */
export interface Series<T> {
  readonly key: string;
  readonly records: readonly [T, ...T[]];
}

function series<T>(records: readonly T[], keyOf: (record: T) => string): readonly Series<T>[] {
  const groups = Map.groupBy(records, keyOf);
  return [...groups].map(([key, all]) => ({ key, records: all as [T, ...T[]] }));
}

/** By motion, the greatest deficit first. */
export const motionSeries = (view: EvidenceView): readonly Series<MotionRecord>[] =>
  series(ofKind(view, 'motion'), (record) => motionKey(named(record))).toSorted(
    (one, other) => other.records[0].deficitDegrees - one.records[0].deficitDegrees,
  );

export const scaleSeries = (view: EvidenceView): readonly Series<ScaleRecord>[] =>
  series(ofKind(view, 'scale'), ({ scale }) => scale);

/** The one line that says what a record holds. */
export function summaryOf(record: EvidenceRecord): string {
  switch (record.kind) {
    case 'motion':
      return `${nameOfMotion(record)}: ${signed(record.degrees)}° of ${record.normDegrees}°`;
    case 'scale':
      return joined(
        `${scaleOf(record.scale).words} ${record.total} of ${totalRange(record.scale).most}`,
        bandOf(record.scale, record.total),
      );
    case 'treatment':
      return `${treatmentKindWords[record.treatment]}: ${treatmentResultWords[record.result].toLowerCase()}`;
    case 'no_treatment':
      return 'Asked: nothing was tried before';
    case 'area':
      return `${record.areaCm2} cm², ${areaMethodWords[record.method].toLowerCase()}`;
    case 'function':
      return joined(
        record.activities.length > 0
          ? `Limits ${record.activities.map((one) => activityWords[one].toLowerCase()).join(', ')}`
          : 'Limits nothing in daily life',
        `work: ${workEffectWords[record.work].toLowerCase()}`,
      );
    case 'device':
      return joined(record.device, record.productCode, record.submissionNumber, clearedWords(record.cleared));
    case 'mental_health':
      return joined(
        professionWords[record.profession],
        record.distress ? 'distress documented' : 'no distress documented',
      );
    case 'statement':
      return statementWords(record.fact, record.says);
    case 'withdrawal':
      return 'Withdrawn';
  }
}

const clearedWords = (cleared: boolean | null) =>
  cleared === null ? 'clearance not known' : cleared ? 'cleared for this' : 'not cleared for this';

/** What was written beside it, in somebody's own words. */
export function wordsOf(record: EvidenceRecord): string | null {
  if (record.kind === 'mental_health') return record.summary;
  if (record.kind === 'device')
    return `Cleared for: ${record.indication} (kind of scar: ${answerWords[record.indicationFits].toLowerCase()}, site: ${answerWords[record.siteFits].toLowerCase()}, age: ${answerWords[record.ageFits].toLowerCase()})`;
  return 'words' in record ? record.words : null;
}

/** The form that a record was made with. */
export function formOf(record: Exclude<EvidenceRecord, Of<'withdrawal'>>): EvidenceForm {
  return record.kind === 'scale' ? `scale_${record.scale as ScaleName}` : record.kind;
}

/** A record as its form opens with it, to be corrected. */
export function valuesOf(record: EvidenceRecord): Values {
  const { onDay, ratedBy, documentId } = record;
  const about = { onDay, ratedBy, documentId: documentId ?? '' };
  switch (record.kind) {
    case 'motion':
      return {
        ...about,
        motion: `${record.joint} ${record.motion}`,
        side: record.side,
        digit: record.digit === null ? '' : String(record.digit),
        mode: record.mode,
        degrees: record.degrees,
      };
    case 'scale':
      return {
        ...about,
        ...Object.fromEntries(record.items.map((item, index) => [`item${index + 1}`, String(item)])),
      };
    case 'treatment':
      return {
        ...about,
        treatment: record.treatment,
        result: record.result,
        toOn: record.toOn ?? '',
        words: record.words ?? '',
      };
    case 'area':
      return { ...about, areaCm2: record.areaCm2, method: record.method };
    case 'function':
      return { ...about, activities: record.activities, work: record.work, words: record.words ?? '' };
    case 'device':
      return {
        ...about,
        device: record.device,
        productCode: record.productCode ?? '',
        submissionNumber: record.submissionNumber ?? '',
        indication: record.indication,
        indicationFits: record.indicationFits,
        siteFits: record.siteFits,
        ageFits: record.ageFits,
      };
    case 'mental_health':
      return {
        ...about,
        profession: record.profession,
        distress: record.distress ? 'yes' : 'no',
        summary: record.summary,
      };
    case 'statement':
      return { ...about, fact: record.fact, says: record.says ? 'yes' : 'no', words: record.words ?? '' };
    default:
      return about;
  }
}

/** What it took the place of, and what that one took the place of, the newest first. */
export function earlierOf(view: EvidenceView, record: EvidenceRecord): readonly EvidenceRecord[] {
  const before = view.records.find(({ id }) => id === record.replacesId);
  return before ? [before, ...earlierOf(view, before)] : [];
}

/** Treatments with their place on a line from the first beginning until today, in per cent. */
export function bars(
  view: EvidenceView,
): readonly { readonly record: TreatmentRecord; readonly from: number; readonly width: number }[] {
  const all = ofKind(view, 'treatment').toSorted((one, other) => one.onDay.localeCompare(other.onDay));
  const first = Date.parse(all[0]?.onDay ?? view.today);
  const span = Math.max(1, Date.parse(view.today) - first);
  return all.map((record) => {
    const from = ((Date.parse(record.onDay) - first) / span) * 100;
    const to = ((Date.parse(record.toOn ?? view.today) - first) / span) * 100;
    // A short one has to be seen, and nothing reaches over the end.
    const width = Math.max(2, to - from);
    return { record, from: Math.min(from, 100 - width), width };
  });
}
