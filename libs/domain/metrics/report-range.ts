import { type Day, addDays, addMonths } from '../calendar';
import { type Refusal, refusal } from '../refusal';

/** Longer ranges say nothing that a chart could show, and cost what a whole clinic’s history costs. */
export const longestRangeInYears = 10;

/** The days a report is about, both included. */
export interface ReportRange {
  readonly from: Day;
  readonly to: Day;
}

/** The range that is asked for; without one, twelve months up to the last day, which is today on the clinic's calendar. */
export function reportRange(asked: Partial<ReportRange>, today: Day): ReportRange {
  const to = asked.to ?? today;
  return { from: asked.from ?? addMonths(`${to.slice(0, 7)}-01`, -11), to };
}

/** Why no report answers such a range; null where one does. */
export function rangeRefusal(asked: Partial<ReportRange>, today: Day): Refusal | null {
  const { from, to } = reportRange(asked, today);
  if (from > to)
    return asked.to === undefined
      ? refused('from', 'from lies after today. Name a last day as well, or an earlier first one.')
      : refused('to', 'to lies before the first day.');
  if (to > addDays(addMonths(from, longestRangeInYears * 12), -1))
    return refused(
      'to',
      `to lies more than ${longestRangeInYears} years after the first day; ask for the range in parts.`,
    );
  return null;
}

function refused(field: string, sentence: string): Refusal {
  return refusal('invalid', sentence, field);
}
