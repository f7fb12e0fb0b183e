import { bodySiteWords, injuryContextWords, scarCauseWords, sideWords } from '../injury';
import { EvidenceKind, treatmentKindWords } from './evidence-kinds';

export type FactKind = 'yes_no' | 'number' | 'one_of' | 'codes' | 'day';

interface FactBase {
  /** For a label, and for “… is on record”. */
  readonly words: string;
  /** The kinds of evidence that supply it, the best first. */
  readonly suppliedBy: readonly EvidenceKind[];
}
export interface YesNoFact extends FactBase {
  readonly kind: 'yes_no';
  /** Whole clauses, for sentences. */
  readonly yes: string;
  readonly no: string;
}
export interface NumberFact extends FactBase {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  /** Whether only whole numbers are values. */
  readonly whole: boolean;
  readonly unit: string;
  /** `{}` stands for “at least 10” (measure) or “4 or more” (scale); `[s]` is left out after a 1. */
  readonly says: string;
  readonly style: 'measure' | 'scale';
}
export interface OneOfFact extends FactBase {
  readonly kind: 'one_of';
  readonly options: Readonly<Record<string, string>>;
}
/** A set. It is known as a whole: a code that is not in a known set is known to be absent. */
export interface CodesFact extends FactBase {
  readonly kind: 'codes';
  readonly system: 'icd_10_cm' | 'procedure' | 'treatment';
  /** Where the codes are a closed list of ours. */
  readonly options: Readonly<Record<string, string>> | null;
  /** `{}` stands for the codes: “M24.5 or L91.0”. */
  readonly says: string;
}
export interface DayFact extends FactBase {
  readonly kind: 'day';
}
export type FactDefinition = YesNoFact | NumberFact | OneOfFact | CodesFact | DayFact;

const yesNo = (words: string, yes: string, no: string, ...suppliedBy: EvidenceKind[]) =>
  ({ kind: 'yes_no', words, yes, no, suppliedBy }) as const;
const measure = (words: string, range: Range, unit: string, says: string, ...suppliedBy: EvidenceKind[]) =>
  ({ kind: 'number', words, ...range, unit, says, style: 'measure', suppliedBy }) as const;
const scale = (words: string, min: number, max: number, ...suppliedBy: EvidenceKind[]) =>
  ({
    ...({ kind: 'number', words, min, max, whole: true, style: 'scale', suppliedBy } as const),
    unit: `of ${max}`,
    says: `${words} is {} of ${max}`,
  }) as const;
const oneOf = <O extends Record<string, string>>(words: string, options: O, ...suppliedBy: EvidenceKind[]) =>
  ({ kind: 'one_of', words, options, suppliedBy }) as const;

interface Range {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}
const whole = (min: number, max: number): Range => ({ min, max, whole: true });
const decimal = (min: number, max: number): Range => ({ min, max, whole: false });

/**
 * Everything a policy can ask about. One vocabulary for rules, screens and evidence; a new fact is a line here.
 * Ranges of scales: VSS 0–13, POSAS v2 6–60 for observer and patient, DLQI 0–30, PHQ-9 0–27, pain and itch 0–10.
 */
// prettier-ignore
export const factDefinitions = {
  cause_of_scar: oneOf('the cause of the scar', scarCauseWords, 'intake', 'clinical_note'),
  injured_on: { kind: 'day', words: 'the day of the injury', suppliedBy: ['intake', 'clinical_note'] },
  months_since_injury: measure('months since the injury', whole(0, 1440), 'months', 'the injury lies {} month[s] back', 'intake'),
  work_or_auto: oneOf('where the injury happened', injuryContextWords, 'intake'),
  body_site: oneOf('the body site', bodySiteWords, 'intake', 'clinical_note'),
  side: oneOf('the side', sideWords, 'intake', 'clinical_note'),
  joint_involved: yesNo('joint involvement', 'the scar involves a joint', 'the scar involves no joint', 'clinical_note', 'range_of_motion'),
  area_cm2: measure('the area of the scar', decimal(0, 20000), 'cm²', 'the scar measures {} cm²', 'clinical_note', 'photo'),
  procedure_codes: { kind: 'codes', words: 'the procedure codes', system: 'procedure', options: null, says: 'the procedure codes include {}', suppliedBy: ['intake', 'code_worksheet'] },
  planned_sessions: measure('the planned sessions', whole(1, 20), 'sessions', 'the plan has {} session[s]', 'intake', 'letter'),
  diagnoses: { kind: 'codes', words: 'the diagnoses', system: 'icd_10_cm', options: null, says: 'the diagnoses include {}', suppliedBy: ['intake'] },
  age_years: measure('the patient’s age', whole(0, 130), 'years', 'the patient is {} year[s] old', 'intake'),
  functional_impairment: yesNo('functional impairment', 'the physician states that the scar impairs function', 'the physician states that the scar does not impair function', 'functional_statement', 'clinical_note', 'letter'),
  daily_life_limited: yesNo('limits in daily activities or work', 'daily activities or work are limited', 'neither daily activities nor work are limited', 'functional_statement', 'clinical_note'),
  rom_deficit_degrees: measure('range of motion against the norm, in degrees', decimal(0, 360), '°', 'range of motion is {}° short of the norm', 'range_of_motion'),
  rom_deficit_percent: measure('range of motion against the norm, in per cent', decimal(0, 100), '%', 'range of motion is {}% short of the norm', 'range_of_motion'),
  vss_total: scale('VSS total', 0, 13, 'scar_scale'),
  posas_observer_total: scale('POSAS observer total', 6, 60, 'scar_scale'),
  posas_patient_total: scale('POSAS patient total', 6, 60, 'scar_scale'),
  dlqi_total: scale('DLQI total', 0, 30, 'scar_scale', 'mental_health_note'),
  phq9_total: scale('PHQ-9 total', 0, 27, 'mental_health_note', 'clinical_note'),
  pain: scale('pain', 0, 10, 'functional_statement', 'clinical_note'),
  itch: scale('itch', 0, 10, 'functional_statement', 'clinical_note'),
  failed_treatments: { kind: 'codes', words: 'the treatments that failed', system: 'treatment', options: treatmentKindWords, says: 'the treatments that failed include {}', suppliedBy: ['prior_treatment'] },
  failed_treatments_count: measure('how many treatments failed', whole(0, 50), 'treatments', '{} conservative treatment[s] failed', 'prior_treatment'),
  longest_failed_treatment_months: measure('how long the longest failed treatment lasted', whole(0, 600), 'months', 'the longest failed treatment lasted {} month[s]', 'prior_treatment'),
  mental_health_note: yesNo('a note by a mental-health professional', 'a mental-health professional has written a note', 'no mental-health professional has written a note', 'mental_health_note'),
  distress_documented: yesNo('documented distress', 'psychological distress is documented', 'there is no psychological distress', 'mental_health_note', 'clinical_note'),
  device_cleared: yesNo('the device’s clearance for this indication', 'the device is cleared for this indication', 'the device is not cleared for this indication', 'device_clearance'),
  photos_with_scale_and_consent: measure('photographs with a scale and consent', whole(0, 200), 'photographs', 'the file holds {} consented photograph[s] with a scale', 'photo'),
  measurable_gain_stated: yesNo('an expected measurable gain', 'a measurable gain is expected', 'no measurable gain is expected', 'letter', 'clinical_note'),
  significant_variation: yesNo('significant variation from normal', 'the physician describes a significant variation from normal', 'the physician describes no significant variation from normal', 'clinical_note', 'photo'),
  appearance_is_purpose: yesNo('appearance as the purpose', 'appearance is named as the purpose', 'appearance is not the purpose', 'letter', 'clinical_note'),
} as const satisfies Record<string, FactDefinition>;

export type FactName = keyof typeof factDefinitions;
export const factNames = Object.keys(factDefinitions) as readonly FactName[];

export function factDefinition(name: FactName): FactDefinition {
  return factDefinitions[name];
}

export function isFactName(text: unknown): text is FactName {
  return typeof text === 'string' && Object.hasOwn(factDefinitions, text);
}
