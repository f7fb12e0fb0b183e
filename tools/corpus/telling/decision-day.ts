import { Day, addDays, dayOf, decisionClock, endOf } from '@stipple/domain';
import type { Story } from '../story';
import type { RequestTold } from './request';

/** How long a letter takes at most from its decision to the clinic. */
const longestPost = 12;

/**
 * When the payer decided what the clinic hears of today. Most payers keep their clock, and what comes after its last day was
 * then decided before and came by post; about one in twenty decides too late. Nothing is decided before what came before it,
 * and no letter is dated on a weekend.
 */
export function decisionDay({ dice, facts, today }: Story, { fact }: RequestTold): Day {
  const luck = dice.fork(`decision ${fact.id}`);
  const { timeZone } = facts.clock;
  const since = fact.answeredAt ?? fact.askedAt ?? fact.payerReceivedAt ?? fact.submittedAt;
  const earliest = since ? dayOf(since, timeZone) : today;
  const clock = decisionClock(facts, fact);
  const due = (clock && endOf(clock)?.day) ?? today;
  const usual = addDays(today, -luck.within([0, 3]));
  const kept = luck.chance(0.94) && due < usual && due >= addDays(today, -longestPost) ? due : usual;
  return onAWorkday(kept < earliest ? earliest : kept, earliest);
}

function onAWorkday(day: Day, earliest: Day): Day {
  const late = Temporal.PlainDate.from(day).dayOfWeek - 5;
  const friday = late > 0 ? addDays(day, -late) : day;
  return friday < earliest ? day : friday;
}
