import type { EstimateLanguage } from '../estimate/language';
import type { Party, Stage } from '../standing';
import { englishPatientTexts } from './english-patient-texts';
import { spanishPatientTexts } from './spanish-patient-texts';

/**
 * Every fixed word of the patient's own page, beside those of the estimate that it shows. A text that one language lacks
 * does not compile. What a plan, a tax rule or a treatment will do for somebody is never promised here.
 */
export interface PatientTexts {
  readonly title: string;
  /** The name of the other language, in that language. */
  readonly otherLanguage: string;
  readonly gate: Readonly<Record<'lead' | 'birthDate' | 'open' | 'opening', string>>;
  readonly problems: Readonly<
    Record<'notOpened' | 'notWhole' | 'over' | 'wait' | 'away' | 'changed' | 'notSigned', string>
  >;
  readonly headings: Readonly<
    Record<
      | 'total'
      | 'notIncluded'
      | 'dispute'
      | 'otherCourse'
      | 'parts'
      | 'alternatives'
      | 'account'
      | 'paper'
      | 'sign',
      string
    >
  >;
  readonly validUntil: string;
  readonly paperLanguage: string;
  readonly demo: string;
  readonly print: string;
  readonly again: string;
  readonly notIncluded: readonly string[];
  readonly disputeLine: string;
  readonly otherCourse: Readonly<Record<'lead' | 'result' | 'newEstimate', string>>;
  readonly parts: Readonly<
    Record<'agreed' | 'example' | 'howMany' | 'caption' | 'part' | 'due' | 'amount' | 'calendar', string>
  >;
  /** Entries of a calendar, which others may see; with {clinic}. */
  readonly entries: Readonly<Record<'payment' | 'appointment', string>>;
  readonly alternatives: readonly string[];
  readonly account: readonly string[];
  readonly sign: Readonly<
    Record<
      'lead' | 'name' | 'consent' | 'withheld' | 'button' | 'signing' | 'nameMissing' | 'consentMissing',
      string
    >
  >;
  readonly signed: string;
  readonly stages: Readonly<Record<Stage, string>>;
  readonly actsNext: Readonly<Record<Party, string>>;
}

export const patientTexts: Readonly<Record<EstimateLanguage, PatientTexts>> = {
  en: englishPatientTexts,
  es: spanishPatientTexts,
};
