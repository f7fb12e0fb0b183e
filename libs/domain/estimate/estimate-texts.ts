import type { BodySite, Side } from '../injury';
import { englishTexts } from './english-texts';
import type { EstimateLanguage } from './language';
import { spanishTexts } from './spanish-texts';

/**
 * Every fixed word of an estimate. Whole sentences end with a full stop: the readability check reads exactly these. In
 * braces stands what is filled in. A text that one language lacks does not compile.
 */
export interface EstimateTexts {
  readonly title: string;
  readonly lead: string;
  readonly headings: {
    readonly patient: string;
    readonly care: string;
    readonly costs: string;
    readonly providers: string;
    readonly separate: string;
    readonly know: string;
    readonly dispute: string;
  };
  readonly labels: {
    readonly name: string;
    readonly birthDate: string;
    readonly issuedOn: string;
    readonly validUntil: string;
    readonly service: string;
    readonly place: string;
    readonly diagnoses: string;
    readonly serviceCode: string;
    readonly scheduledOn: string;
    readonly notScheduled: string;
    readonly item: string;
    readonly code: string;
    readonly quantity: string;
    readonly each: string;
    readonly charge: string;
    readonly total: string;
    readonly facility: string;
    readonly clinician: string;
    readonly taxNumber: string;
    readonly address: string;
    readonly phone: string;
  };
  readonly service: string;
  /** How often, and what all of it costs. */
  readonly oneSession: string;
  readonly course: string;
  readonly courseTotal: string;
  readonly separateLead: string;
  readonly separateNone: string;
  /** The four disclaimers of 45 CFR 149.610(c)(1)(viii) to (xi): what else may come, that it is an estimate … */
  readonly moreMayCome: readonly string[];
  readonly onlyAnEstimate: readonly string[];
  /** … the right to dispute a bill far above it, and that it is no contract. */
  readonly dispute: readonly string[];
  readonly noContract: readonly string[];
  readonly keep: readonly string[];
  readonly sites: Readonly<Record<BodySite, string>>;
  readonly sides: Readonly<Record<Side, string>>;
  readonly months: readonly string[];
  /** A day in words, with {day}, {month} and {year}. */
  readonly day: string;
}

export const estimateTexts: Readonly<Record<EstimateLanguage, EstimateTexts>> = {
  en: englishTexts,
  es: spanishTexts,
};
