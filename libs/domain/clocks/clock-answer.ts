import type { Instant } from '../calendar';
import type { PlanType } from '../coverage';
import type { ClockName } from './clock-names';
import type { DueOverride } from './clock-question';
import type { AbsenceKind, ClockRule, RuleRow } from './clock-rule';
import type { Due } from './count';
import type { Moment, StartEvent } from './start-events';

/** A rule that had a say and did not win. */
export interface OtherRule {
  readonly rule: ClockRule;
  /** Null where it came to no end. */
  readonly due: Due | null;
  /** Why it lost: one whole sentence. */
  readonly why: string;
}

/** From when a clock is amber, and from when red: half of its time left, and a quarter. */
export interface ClockLimits {
  readonly amberAt: Instant;
  readonly redAt: Instant;
}

interface Asked {
  readonly clock: ClockName;
  readonly planType: PlanType;
  /** One whole sentence for the screen. */
  readonly sentence: string;
}

export interface DueAnswer extends Asked {
  readonly kind: 'due';
  readonly due: Due;
  readonly rule: ClockRule;
  readonly start: {
    readonly event: StartEvent;
    readonly moment: Moment;
    /** Why it is an estimate, or null where the start is on record. */
    readonly estimated: string | null;
  };
  /** The computation, step by step, in words. */
  readonly steps: readonly string[];
  readonly others: readonly OtherRule[];
  /** What somebody has to know before relying on it, in whole sentences. */
  readonly notes: readonly string[];
  /** What it means when it passes, by the rules that end then; null where nothing follows from it. */
  readonly ifMissed: string | null;
  /** Null for what is counted backwards, which has no beginning. */
  readonly limits: ClockLimits | null;
}

/** The payer's clock stands still until the clinic answers. */
export interface PausedAnswer extends Asked {
  readonly kind: 'paused';
  readonly rule: ClockRule;
  readonly since: Moment;
  /** What the payer has left once it runs again: `18 days`. */
  readonly left: string;
  readonly respondBy: Due;
  /** When it ends if nothing is answered. */
  readonly endsIfUnanswered: Due;
  readonly steps: readonly string[];
  readonly others: readonly OtherRule[];
}

export interface AbsentAnswer extends Asked {
  readonly kind: AbsenceKind;
  readonly row: RuleRow | null;
  /** Null where there is nothing to cite: we have no rule. */
  readonly source: string | null;
  readonly others: readonly OtherRule[];
}

export interface UnknownPlanAnswer extends Asked {
  readonly kind: 'unknown_plan';
}

export interface NotStartedAnswer extends Asked {
  readonly kind: 'not_started';
  /** Each of these would set it going, in words. */
  readonly waitsFor: readonly string[];
  readonly others: readonly OtherRule[];
}

export type ComputedAnswer = DueAnswer | PausedAnswer | AbsentAnswer | UnknownPlanAnswer | NotStartedAnswer;

export interface OverriddenAnswer extends Asked {
  readonly kind: 'overridden';
  readonly due: Due;
  readonly override: DueOverride;
  /** What the rules say, untouched. */
  readonly computed: ComputedAnswer;
  readonly limits: ClockLimits | null;
}

export type ClockAnswer = ComputedAnswer | OverriddenAnswer;
