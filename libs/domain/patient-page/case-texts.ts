import type { EstimateLanguage } from '../estimate/language';
import type { PhotoView } from '../photo';
import type { Stage } from '../standing';
import type { ToldDue } from './standing-in-words';
import type { PatientPhotoState } from '../moves/patient-photo-moves';
import { englishCaseTexts } from './english-case-texts';
import { spanishCaseTexts } from './spanish-case-texts';

type Words<Name extends string> = Readonly<Record<Name, string>>;

/** One step before a photograph is taken: what to do, and how. */
export interface PhotoStep {
  readonly title: string;
  readonly how: string;
}

/**
 * Every fixed word of the page on which a patient sees where their case stands, beside the stages and parties of
 * `patientTexts`, which the estimate's page shows too. Nothing here names a diagnosis, or a reason of the payer.
 */
export interface CaseTexts {
  readonly title: string;
  readonly gate: Words<'lead' | 'open'>;
  readonly headings: Words<'standing' | 'appointment' | 'youCan' | 'photos' | 'papers' | 'help'>;
  /** By when it is somebody's turn, with {day}. `past` stands in for a day that is over. */
  readonly due: Words<ToldDue | 'past'>;
  /** What the patient can do meanwhile. */
  readonly youCan: Readonly<Record<Stage, string>>;
  readonly appointment: string;
  readonly help: string;
  readonly photos: Words<
    | 'lead'
    | 'begin'
    | 'step'
    | 'next'
    | 'back'
    | 'take'
    | 'choose'
    | 'retake'
    | 'preview'
    | 'viewQuestion'
    | 'viewHint'
    | 'before'
    | 'scale'
    | 'consentLead'
    | 'keep'
    | 'payer'
    | 'send'
    | 'sending'
    | 'sent'
    | 'another'
    | 'list'
    | 'keepMissing'
    | 'notAllowed'
  >;
  readonly steps: readonly PhotoStep[];
  readonly views: Readonly<Record<PhotoView, string>>;
  readonly photoStates: Readonly<Record<PatientPhotoState, string>>;
  /** What went wrong with a photograph, and what to do about it. */
  readonly photoProblems: Words<
    'kind' | 'heic' | 'large' | 'broken' | 'twice' | 'enough' | 'wait' | 'away' | 'changed'
  >;
  readonly papers: Words<
    'lead' | 'packet' | 'rights' | 'noPacket' | 'noRights' | 'nothing' | 'notAllowed' | 'take'
  >;
}

export const caseTexts: Readonly<Record<EstimateLanguage, CaseTexts>> = {
  en: englishCaseTexts,
  es: spanishCaseTexts,
};

/** What a patient ticked beside a photograph, as it is kept with it: on one line, for a form's field would change its breaks. */
export function photoConsentWords(language: EstimateLanguage, allowsPayer: boolean): string {
  const { keep, payer } = caseTexts[language].photos;
  return allowsPayer ? `${keep} ${payer}` : keep;
}
