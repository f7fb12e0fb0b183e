import { Day, addDays, dayInWords } from '../calendar';
import type { FilingDay } from '../case-clocks/filing-days';
import type { ClockName } from '../clocks/clock-names';
import type { Watch } from './watch';
import { watch } from './watch-requests';

/** What can be done against a decision within a clock, in the words of whoever does it. */
const filingWords: Readonly<Partial<Record<ClockName, string>>> = {
  peer_to_peer: 'ask for a peer-to-peer call',
  appeal_1_filing: 'file the first appeal',
  appeal_2_filing: 'file the second appeal',
  external_review_filing: 'ask for external review',
  fair_hearing_filing: 'ask for a state fair hearing',
};

/**
 * The last day to argue with a decision, from the decision on: whoever looks at a denial for the first time in its last week
 * cannot gather the evidence any more. A day that has passed unused is told once: a right is lost, and the case needs
 * another way. A call that nobody asked for is not missed so, the appeal remains; nor is the rest of what was granted in part.
 */
export function watchesOfFiling(filing: FilingDay, today: Day): readonly Watch[] {
  const { requestId, clock, onDay, denied, rule } = filing;
  const what = filingWords[clock];
  if (what === undefined) return [];
  if (today <= onDay)
    return [
      watch(`filing_due:${requestId}:${clock}`, today, {
        dueOn: onDay,
        taskKind: clock === 'peer_to_peer' ? 'ask_for_call' : 'file_appeal',
        about: `The last day to ${what} is ${dayInWords(onDay)}: do so by then, or decide for another way.`,
        forRole: 'coordinator',
        rule,
      }),
    ];
  return denied && clock !== 'peer_to_peer' ? missed(filing, what, today) : [];
}

/** The coordinator finds the case another way; only a manager can let an appeal go out late. */
function missed({ requestId, clock, onDay, rule }: FilingDay, what: string, today: Day): readonly Watch[] {
  const passed = `The last day to ${what} was ${dayInWords(onDay)}, and nothing was sent`;
  const told = { dueOn: addDays(onDay, 1), taskKind: 'filing_missed', rule, onlyOnce: true } as const;
  return [
    watch(`filing_missed:${requestId}:${clock}`, today, {
      ...told,
      about: `${passed}: find another way, such as a new request or self-pay, or close the case.`,
      forRole: 'coordinator',
    }),
    watch(`filing_excusable:${requestId}:${clock}`, today, {
      ...told,
      about: `${passed}: if there is good cause, record it, and the appeal can still go out.`,
      forRole: 'manager',
    }),
  ];
}
