import type { Day, Instant } from '../calendar';
import type { PlanType } from '../coverage';
import type { Cents } from '../money';
import type { ClockSpan, PayerClock } from '../payer-directory';
import type { PayerZone } from '../places';
import type { ClockName, RequestType } from './clock-names';
import type { ClockRule, RuleRow } from './clock-rule';
import type { KnownDates, Moment } from './start-events';

/** What the payer told about taking longer for this decision. */
export interface ToldExtension {
  /** When the notice was sent; from here the payer's clock may stand still. */
  readonly noticeSentAt: Moment;
  /** Whether it waits for something from the clinic. */
  readonly missingInformation: boolean;
  readonly answeredAt?: Moment | null;
}

export interface PayerClockEntry extends ClockSpan {
  readonly lineOfBusiness: PlanType;
  readonly clock: PayerClock;
  readonly source: string;
}

/** Until when the payer lets a physician ask for a peer-to-peer call. */
export interface PeerToPeerTerms extends ClockSpan {
  readonly source: string;
}

/** How this payer, or the state it works in, departs from a row of the table. */
export type RuleAdjustment =
  /** A new rule came into force later here: until that day, inclusive, the one before it holds on. */
  | { readonly kind: 'delay'; readonly row: RuleRow; readonly until: Day; readonly source: string }
  /** An end on a Saturday, a Sunday or a federal holiday moves to the next business day. */
  | { readonly kind: 'weekend_roll'; readonly row: RuleRow; readonly source: string };

/** What the clinic has written down about the payer: a payer's profile fits as it is. */
export interface PayerTerms {
  readonly clocks: readonly PayerClockEntry[];
  readonly peerToPeer?: PeerToPeerTerms | null;
  readonly adjustments?: readonly RuleAdjustment[];
  /** The state whose law regulates its insured plans, in two letters. */
  readonly state?: string | null;
  /** Where its days begin and end. */
  readonly timeZone?: PayerZone | null;
}

/** A manager's own end of a clock. It never takes the place of the computed one: both are kept and shown. */
export interface DueOverride {
  readonly due: Moment;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

export interface ClockQuestion {
  readonly clock: ClockName;
  readonly planType: PlanType;
  /** Left out: a standard request, or an expedited one where the clock is that of an expedited decision. */
  readonly request?: RequestType;
  /** IANA name of the payer's zone: where its days begin and end. */
  readonly timeZone: string;
  readonly known: KnownDates;
  readonly extension?: ToldExtension | null;
  /** Whether the request went by portal or as an electronic one; some states are quicker then. */
  readonly electronic?: boolean;
  /** The two letters of the state whose law regulates the plan. */
  readonly state?: string | null;
  /** How many levels of internal appeal the plan has. Left out: two where the payer lists a second one, else one. */
  readonly internalLevels?: 1 | 2 | null;
  readonly estimateCents?: Cents | null;
  readonly billedCents?: Cents | null;
  readonly peopleAffected?: number | null;
  readonly payer?: PayerTerms | null;
  /** Dated rules that are not in the table: those of a state or a contract. They compete like all others. */
  readonly furtherRules?: readonly ClockRule[];
  readonly override?: DueOverride | null;
}
