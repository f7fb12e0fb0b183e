import {
  WatchedFacts,
  decisionClock,
  estimatesDue,
  filingDaysOf,
  lastDayOf,
  ruleBehind,
} from '@stipple/domain';
import type { WatchedRows } from './watched-cases.query';

/**
 * By when each payer has to decide, and until when a decision can be argued with, asked anew in every round: a profile that
 * was corrected, or a rule that changed, is heeded within minutes, and nothing that was written down before can be stale.
 */
export function withClocks(rows: WatchedRows): WatchedFacts {
  return {
    ...rows,
    filings: filingDaysOf(rows),
    estimates: estimatesDue(rows.owedEstimates, rows.clock.timeZone),
    requests: rows.requests.map((request) => {
      const answer = decisionClock(rows, request);
      return {
        ...request,
        decisionDueOn: answer && lastDayOf(answer),
        decisionRule: answer && ruleBehind(answer),
      };
    }),
  };
}
