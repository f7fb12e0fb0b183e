import type { PlanType } from '@stipple/domain';
import { daysFrom, localDay, plusBusinessDays, plusDays } from './plain-days';

/** A last day, and the row of the table of clocks (`docs/clocks.md`) that it is counted by. */
export interface ExpectedDay {
  readonly rule: string;
  readonly day: string;
}

export interface ReceivedRequest {
  readonly planType: PlanType;
  readonly urgency: 'standard' | 'expedited';
  readonly receivedAt: string;
  /** The payer's question, and the answer that was sent. */
  readonly askedAt: string | null;
  readonly answeredAt: string | null;
}

const employers: readonly PlanType[] = ['commercial_insured', 'commercial_self_funded', 'marketplace'];
const sevenDays: readonly PlanType[] = ['medicare_advantage', 'medicaid_managed_care'];

/** By when the payer had to decide; null where the kind of plan is not known, or while it waits for an answer. */
export function decisionDue(request: ReceivedRequest): ExpectedDay | null {
  const { planType, urgency, receivedAt, askedAt, answeredAt } = request;
  const received = localDay(receivedAt);
  const isEmployers = employers.includes(planType);
  if (!isEmployers && !sevenDays.includes(planType)) return null;
  if (urgency === 'expedited') {
    const hours72 = new Date(Date.parse(receivedAt) + 72 * 3_600_000).toISOString();
    return { rule: isEmployers ? 'C10' : 'C2', day: localDay(hours72) };
  }
  if (!isEmployers) return { rule: 'C1', day: plusDays(received, 7) };
  const first = plusDays(received, 15);
  // A question in time is the one extension there is: fifteen days more. What comes later extends nothing.
  if (askedAt === null || localDay(askedAt) > first) return { rule: 'C11', day: first };
  if (answeredAt === null) return null;
  // The clock stands still from the question to the answer, for 45 days at most.
  const stoodStill = Math.min(45, daysFrom(localDay(askedAt), localDay(answeredAt)));
  return { rule: 'C12', day: plusDays(received, 30 + stoodStill) };
}

export interface Notice {
  readonly planType: PlanType;
  /** The payer whose physicians can be asked for a call during fourteen days; all others give five business days. */
  readonly givesFourteenDays: boolean;
  readonly dated: string;
  readonly received: string;
}

/** By when a first appeal has to be filed. */
export function appealDue({ planType, dated, received }: Notice): ExpectedDay | null {
  if (employers.includes(planType))
    return { rule: planType === 'marketplace' ? 'C18' : 'C16', day: plusDays(received, 180) };
  // Sixty days from its receipt, which counts as five days after its date unless it is on record; on a boundary the earlier.
  if (planType === 'medicare_advantage') {
    const [byReceipt, byDate] = [plusDays(received, 60), plusDays(dated, 65)];
    return { rule: 'C8', day: byReceipt < byDate ? byReceipt : byDate };
  }
  return planType === 'medicaid_managed_care' ? { rule: 'C23', day: plusDays(dated, 60) } : null;
}

/** By when a call between physicians has to be asked for: the payer's own terms, whatever the plan. */
export function callDue({ givesFourteenDays, received }: Notice): ExpectedDay {
  const day = givesFourteenDays ? plusDays(received, 14) : plusBusinessDays(received, 5);
  return { rule: 'payer', day };
}
