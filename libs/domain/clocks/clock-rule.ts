import type { Day } from '../calendar';
import type { PlanType } from '../coverage';
import type { ClockUnit } from '../payer-directory';
import type { ClockName, RequestType } from './clock-names';
import type { StartEvent } from './start-events';

/** The row of the table of clocks in docs/clocks.md. What a payer or a state sets is in no row. */
export type RuleRow = `C${number}`;

/** Numbers of the case that decide whether a rule holds at all. */
export type CaseNumber =
  'hoursBeforeCourseEnds' | 'internalLevels' | 'businessDaysAhead' | 'centsOverEstimate' | 'peopleAffected';

/** Holds from `atLeast` on and below `below`. */
export interface RuleCondition {
  readonly number: CaseNumber;
  readonly atLeast?: number;
  readonly below?: number;
}

/** More time that the payer may take once, told before the first period's last day. */
export interface RuleExtension {
  readonly amount: number;
  readonly unit: ClockUnit;
}

/**
 * What waiting for missing information does. `stops`: the clock stands still from the notice until the answer, or until
 * the time to answer is over. `restarts`: a notice within so many hours gives a new period from the answer.
 */
export type RulePause =
  | { readonly kind: 'stops'; readonly answerDays: number }
  | {
      readonly kind: 'restarts';
      readonly noticeHours: number;
      readonly answerHours: number;
      readonly hours: number;
    };

/** Where a rule comes from: federal law, a state's law, the payer's own terms, or a habit of the clinic. */
export type RuleBasis = 'law' | 'state' | 'payer' | 'clinic';

/**
 * How long somebody has, as data. A rule holds for what starts on a day from `validFrom` to `validTo`, both inside. The
 * day of the event is day 0. No weekend or holiday moves an end unless `roll` says so.
 */
export interface ClockRule {
  /** Unique: the row, and what tells its entries apart. */
  readonly key: string;
  readonly row: RuleRow | null;
  readonly basis: RuleBasis;
  readonly clock: ClockName;
  readonly plans: readonly PlanType[];
  /** Left out: whatever was asked. */
  readonly requests?: readonly RequestType[];
  readonly validFrom?: Day;
  readonly validTo?: Day;
  readonly amount: number;
  readonly unit: ClockUnit;
  readonly starts: StartEvent;
  /** Counted backwards: it ends that long before the event. */
  readonly counts?: 'before';
  /** A notice counts as received that many calendar days after its date, or when it came, whichever is earlier. */
  readonly presumedReceiptDays?: number;
  readonly roll?: 'next_business_day';
  /** The end where the month has no such day. Without it: the month's last day, which is earlier. */
  readonly noMatchingDay?: 'first_of_next_month';
  readonly extension?: RuleExtension;
  readonly pause?: RulePause;
  readonly when?: RuleCondition;
  /** Two letters; such a rule holds in this state only, and never for a self-funded plan. */
  readonly state?: string;
  /** Holds only for what was sent by portal or as an electronic request. */
  readonly electronicOnly?: true;
  readonly source: string;
  /** One whole sentence for the screen. */
  readonly sentence: string;
  /** What it means when it passes. Never that something is approved by itself. */
  readonly ifMissed?: string;
  /** What somebody has to make sure of before a payer is told this. */
  readonly toVerify?: string;
}

/** A row that is no period: something to do or to know, without an end that could be computed. */
export interface ClockDuty {
  readonly key: string;
  readonly row: RuleRow;
  readonly plans: readonly PlanType[];
  readonly validFrom?: Day;
  readonly source: string;
  readonly sentence: string;
  readonly toVerify?: string;
}

/**
 * Why there is no date. `no_legal_clock`: the law sets none. `does_not_exist`: what would have a clock does not exist
 * here. `no_rule_on_file`: there may well be one, and we do not have it.
 */
export type AbsenceKind = 'no_legal_clock' | 'does_not_exist' | 'no_rule_on_file';

export interface ClockAbsence {
  readonly key: string;
  readonly row: RuleRow | null;
  readonly kind: AbsenceKind;
  readonly clocks: readonly ClockName[];
  readonly plans: readonly PlanType[];
  readonly requests?: readonly RequestType[];
  /** For what the payer received until this day. */
  readonly validTo?: Day;
  readonly when?: RuleCondition;
  readonly source: string;
  readonly sentence: string;
  readonly toVerify?: string;
}
