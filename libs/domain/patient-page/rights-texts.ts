import type { Channel } from '../channel';
import type { EstimateLanguage } from '../estimate/language';
import { englishRightsTexts } from './english-rights-texts';
import type { AfterNextNo, RightStep } from './patient-rights';
import { spanishRightsTexts } from './spanish-rights-texts';

type Words<Name extends string> = Readonly<Record<Name, string>>;

/** How a step is said, by what is known of it; with {day}, and for what was sent also {answer}. */
export type StepWords = Words<'open' | 'over' | 'day_not_known' | 'sent'>;

/**
 * Every fixed word of the page that goes before the copy of a patient's papers. It says what the clocks say and what nobody
 * knows; what an appeal will come to is never said.
 */
export interface RightsTexts {
  readonly title: string;
  readonly lead: string;
  readonly headings: Words<'decision' | 'steps' | 'how' | 'where' | 'then' | 'packet' | 'counts'>;
  readonly decision: Words<'denied' | 'deniedNoDay' | 'part' | 'partNoDay' | 'none'>;
  readonly steps: Readonly<Record<RightStep, StepWords>>;
  readonly noSteps: string;
  readonly answerBy: string;
  readonly afterNextNo: Readonly<Record<AfterNextNo, string>>;
  readonly how: readonly string[];
  readonly where: Words<'known' | 'notKnown'>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly packet: Words<'holds' | 'earlier' | 'none'>;
  readonly counts: readonly string[];
  readonly call: Words<'withPhone' | 'withoutPhone'>;
  readonly attachedPage: string;
  /** At the foot of each page, with {page} and {pages}. */
  readonly foot: string;
}

export const rightsTexts: Readonly<Record<EstimateLanguage, RightsTexts>> = {
  en: englishRightsTexts,
  es: spanishRightsTexts,
};
