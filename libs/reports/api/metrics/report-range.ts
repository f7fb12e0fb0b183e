import type { MetricQuery } from '@stipple/contracts';
import type { Principal } from '@stipple/database';
import { type ReportRange, rangeRefusal, reportRange } from '@stipple/domain';
import { HttpProblem } from '@stipple/http';

/**
 * The range that is asked for, on the clinic's calendar.
 *
 * @throws HttpProblem where no report answers it
 */
export function rangeOf(asked: Pick<MetricQuery, 'from' | 'to'>, { timeZone }: Principal): ReportRange {
  const today = Temporal.Now.plainDateISO(timeZone).toString();
  const refused = rangeRefusal(asked, today);
  if (refused) throw new HttpProblem(400, 'invalid', refused.sentence, [refused]);
  return reportRange(asked, today);
}
