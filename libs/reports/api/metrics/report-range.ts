import { type MetricQuery, longestRangeInYears } from '@stipple/contracts';
import type { Principal } from '@stipple/database';
import { addDays, addMonths, refusal } from '@stipple/domain';
import { HttpProblem } from '@stipple/http';
import type { Range } from './parameters';

/**
 * The range that is asked for; without one, twelve months up to the last day, which is today on the clinic's calendar.
 *
 * @throws HttpProblem where it lies ahead, or is longer than anything a report answers
 */
export function rangeOf({ from, to }: Pick<MetricQuery, 'from' | 'to'>, { timeZone }: Principal): Range {
  const last = to ?? Temporal.Now.plainDateISO(timeZone).toString();
  const first = from ?? addMonths(`${last.slice(0, 7)}-01`, -11);
  if (first > last)
    throw refused('from', 'from lies after today. Name a last day as well, or an earlier first one.');
  if (last > addDays(addMonths(first, longestRangeInYears * 12), -1))
    throw refused(
      'to',
      `to lies more than ${longestRangeInYears} years after the first day; ask for the range in parts.`,
    );
  return { from: first, to: last };
}

function refused(field: string, sentence: string): HttpProblem {
  return new HttpProblem(400, 'invalid', sentence, [refusal('invalid', sentence, field)]);
}
