import type { Day } from '../calendar';
import type { BodySite, Side } from '../injury';
import { Cents, PriceLine, totalOf } from '../money';
import type { Refusal } from '../refusal';
import { estimateRefusals } from './estimate-refusals';
import { lineWords } from './line-words';
import type { EstimateDelivery, EstimateLanguage } from './language';
import { PriceItem, itemOfLine } from './price-item';

/** Under which name, number and address the clinic bills. */
export interface BillingIdentity {
  readonly name: string;
  /** The federal tax number, nine digits. */
  readonly tin: string;
  /** The clinic's own NPI, where it has one beside those of its clinicians. */
  readonly npi: string | null;
  readonly street: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
  readonly phone: string | null;
}

/** What an estimate is made of, as the record has it; what is not on record is null. */
export interface EstimateFacts {
  readonly language: EstimateLanguage;
  readonly delivery: EstimateDelivery;
  readonly issuedOn: Day;
  readonly validUntil: Day;
  readonly patient: { readonly name: string; readonly birthDate: Day };
  readonly bodySite: BodySite;
  readonly side: Side;
  readonly diagnoses: readonly string[];
  readonly procedureCode: string;
  readonly sessions: number;
  readonly weeksApart: number | null;
  readonly serviceOn: Day | null;
  readonly lines: readonly PriceLine[];
  /** What the patient has to book apart from it, in the patient's language. */
  readonly separateItems: readonly string[];
  readonly clinic: BillingIdentity | null;
  readonly clinician: { readonly name: string; readonly npi: string | null } | null;
  /** The clinic's prices, for the words and the service code of each line. */
  readonly prices: readonly PriceItem[];
}

export interface EstimateLine {
  readonly words: string;
  readonly serviceCode: string;
  readonly quantity: number;
  readonly unitCents: Cents;
  readonly chargeCents: Cents;
}

/** Everything one provider or facility is expected to bill. */
export interface EstimateProvider extends BillingIdentity {
  readonly clinician: { readonly name: string; readonly npi: string };
  readonly lines: readonly EstimateLine[];
  readonly totalCents: Cents;
}

/** Every item that 45 CFR 149.610(c)(1) asks for, as data. */
export interface EstimateContents {
  readonly language: EstimateLanguage;
  readonly delivery: EstimateDelivery;
  readonly issuedOn: Day;
  readonly validUntil: Day;
  readonly patient: { readonly name: string; readonly birthDate: Day };
  readonly service: {
    readonly procedureCode: string;
    readonly bodySite: BodySite;
    readonly side: Side;
    readonly scheduledOn: Day | null;
  };
  readonly diagnoses: readonly string[];
  readonly course: { readonly sessions: number; readonly weeksApart: number | null };
  readonly providers: readonly EstimateProvider[];
  readonly separateItems: readonly string[];
  readonly totalCents: Cents;
}

export type EstimateOutcome =
  | { readonly kind: 'complete'; readonly contents: EstimateContents }
  | { readonly kind: 'incomplete'; readonly refusals: readonly Refusal[] };

/** The estimate of these facts, or everything that is missing for it, each by the name of its field. */
export function estimateContents(facts: EstimateFacts): EstimateOutcome {
  const { clinic, clinician, language, delivery, issuedOn, validUntil, patient } = facts;
  const refusals = estimateRefusals(facts);
  if (refusals.length > 0 || clinic === null || clinician === null || clinician.npi === null)
    return { kind: 'incomplete', refusals };
  const lines = facts.lines.map((line) => estimateLine(line, facts));
  const totalCents = totalOf(facts.lines);
  const provider = { ...clinic, clinician: { name: clinician.name, npi: clinician.npi }, lines, totalCents };
  const { procedureCode, bodySite, side, serviceOn, sessions, weeksApart } = facts;
  return {
    kind: 'complete',
    contents: {
      language,
      delivery,
      issuedOn,
      validUntil,
      patient,
      service: { procedureCode, bodySite, side, scheduledOn: serviceOn },
      diagnoses: facts.diagnoses,
      course: { sessions, weeksApart: sessions > 1 ? weeksApart : null },
      providers: [provider],
      separateItems: facts.separateItems,
      totalCents,
    },
  };
}

function estimateLine(line: PriceLine, { language, prices, procedureCode }: EstimateFacts): EstimateLine {
  const { quantity, unitCents } = line;
  return {
    words: lineWords(line, language, prices) ?? line.description,
    serviceCode: itemOfLine(line, prices)?.procedureCode ?? procedureCode,
    quantity,
    unitCents,
    chargeCents: quantity * unitCents,
  };
}
