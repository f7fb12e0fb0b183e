import type { ClockQuestion } from './clock-question';
import type { ClockRule } from './clock-rule';
import { Due, countFrom, countSteps } from './count';
import {
  KnownStart,
  Moment,
  StartEvent,
  findStart,
  momentInWords,
  presumedReceipt,
  startEventWords,
} from './start-events';

/** What a single rule comes to. */
export interface EndedRun {
  readonly kind: 'ends';
  readonly rule: ClockRule;
  readonly start: KnownStart & { readonly event: StartEvent };
  readonly due: Due;
  readonly steps: readonly string[];
  /** How much of the time does not count, because it stood still or began anew; warnings count running time only. */
  readonly pausedDays: number;
}

export interface PausedRun {
  readonly kind: 'paused';
  readonly rule: ClockRule;
  readonly start: KnownStart & { readonly event: StartEvent };
  readonly since: Moment;
  readonly left: string;
  readonly respondBy: Due;
  readonly endsIfUnanswered: Due;
  readonly steps: readonly string[];
}

export type Run = EndedRun | PausedRun;

/** The rule without extension or pause; null where the event that starts it is not on record. */
export function plainRun(rule: ClockRule, { known, timeZone }: ClockQuestion): EndedRun | null {
  const found = startOf(rule, known, timeZone);
  if (found === null) return null;
  const { start, step } = found;
  const due = countFrom(start.moment, rule, timeZone);
  const steps = [step, ...countSteps(start.moment, rule, timeZone)];
  return { kind: 'ends', rule, start: { ...start, event: rule.starts }, due, steps, pausedDays: 0 };
}

function startOf(
  { starts, presumedReceiptDays }: ClockRule,
  known: ClockQuestion['known'],
  timeZone: string,
): { start: KnownStart; step: string } | null {
  if (starts === 'notice_received' && presumedReceiptDays !== undefined) {
    const receipt = presumedReceipt(known, presumedReceiptDays);
    if (receipt === null) return null;
    const { day: moment, presumed } = receipt;
    const words = momentInWords(moment, timeZone);
    return {
      start: { moment, estimated: null },
      step: presumed
        ? `The notice counts as received ${presumedReceiptDays} days after its date: ${words}`
        : `The notice was received: ${words}`,
    };
  }
  const start = findStart(starts, known);
  if (start === null) return null;
  const event = startEventWords[starts];
  const step = `${event.charAt(0).toUpperCase()}${event.slice(1)}: ${momentInWords(start.moment, timeZone)}`;
  return { start, step: start.estimated === null ? step : `${step}, estimated: ${start.estimated}` };
}
