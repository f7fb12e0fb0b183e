import { setImmediate } from 'node:timers/promises';
import { type Clock, type ClockFacts, type ClockedRequest, type Day, decisionTiming } from '@stipple/domain';
import { clockOverridesJson, clockedRequestMembers, payerTermsJson } from '@stipple/moves';

/** What a decision is judged by. */
export interface Clocked {
  readonly facts: ClockFacts & { readonly clock: Pick<Clock, 'timeZone' | 'today'> };
  readonly request: ClockedRequest;
}

/** The last day for a decision; null where no rule says. */
export interface Timing {
  readonly id: string;
  readonly due_on: Day | null;
}

/** The columns of `Clocked`, of the request `r`, its case `c` and its row of the record `x`. */
export const clockedSql = (
  timeZone: string,
) => /* sql */ `json_build_object('clock', json_build_object('timeZone', ${timeZone}, 'today', r.decided_on), 'case', json_build_object('planType', c.plan_type),
      'payerTerms', ${payerTermsJson}, 'clockOverrides', ${clockOverridesJson}) AS facts, json_build_object(${clockedRequestMembers}) AS request`;

/** Those of which nothing is kept that holds. */
export const notToldSql = 'r.payer_received_at IS NOT NULL AND told.request_id IS NULL';

const atOnce = 200;

/** Judges one after the other, and lets others have their turn in between: each takes about a tenth of a millisecond. */
export async function judge(all: readonly Clocked[]): Promise<readonly Timing[]> {
  const judged: Timing[] = [];
  for (const { facts, request } of all) {
    judged.push({ id: request.id, due_on: decisionTiming(facts, request)?.dueOn ?? null });
    if (judged.length % atOnce === 0) await setImmediate();
  }
  return judged;
}
