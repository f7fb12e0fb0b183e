import type { Day } from '../calendar';
import type { AuthRequest, Challenge, SelfPayAgreement } from '../case-facts';
import type { ClockName } from '../clocks/clock-names';
import type { AuthRequestState } from '../moves/auth-request-moves';
import { type CitedRule, lastDayOf, ruleBehind } from './case-clock';
import { windowsOf } from './case-clocks';
import { type FiledAgainst, type FilingFacts, filingClockOf } from './filing-window';

export interface FilingDayFacts extends FilingFacts {
  readonly requests: readonly (FiledAgainst & Pick<AuthRequest, 'submittedAt'>)[];
  readonly agreements: readonly Pick<SelfPayAgreement, 'state'>[];
}

/** Until when something can be done against a decision, as long as nothing has been. */
export interface FilingDay {
  readonly requestId: string;
  /** What is filed within it: a call asked for, the first appeal, the next level. */
  readonly clock: ClockName;
  readonly onDay: Day;
  /** The rule that gives the day; null where it stands on a challenge, or a manager has set it. */
  readonly rule: CitedRule | null;
  /** Whether all was denied. Who was granted a part may well let the rest go. */
  readonly denied: boolean;
  /** The challenge in which it is being prepared; null while nobody has decided to. */
  readonly preparing: Pick<Challenge, 'id' | 'kind'> | null;
}

/**
 * The last days to argue with what the payer decided, from the decision on. Of a challenge that was opened the day that
 * stands on it; of the others the day that the clocks give. Gone once it is sent, or the case went another way: another
 * request was sent, or the patient signed for self-pay. Whether a day has passed is for the reader to see.
 */
export function filingDaysOf(facts: FilingDayFacts): readonly FilingDay[] {
  const preparing = facts.challenges.filter(({ state }) => ['open', 'drafted', 'signed'].includes(state));
  const denied = new Set(facts.requests.filter(({ state }) => state === 'denied').map(({ id }) => id));
  const prepared = preparing.flatMap(({ id, kind, requestId, fileByOn }) => {
    // A day that somebody relied on counts, also where the rules of today would set none.
    const clock = filingClockOf(kind, facts.case.planType) ?? 'appeal_1_filing';
    return fileByOn === null
      ? []
      : [
          {
            ...{ requestId, clock, onDay: fileByOn, rule: null },
            denied: denied.has(requestId),
            preparing: { id, kind },
          },
        ];
  });
  const open = facts.requests.flatMap((request) =>
    wentAnotherWay(facts, request) ? [] : windowDays(facts, request),
  );
  return [
    ...prepared,
    ...open.filter(
      ({ requestId, clock }) =>
        !preparing.some(
          (one) => one.requestId === requestId && filingClockOf(one.kind, facts.case.planType) === clock,
        ),
    ),
  ];
}

function windowDays(facts: FilingDayFacts, request: FiledAgainst): readonly FilingDay[] {
  return windowsOf(facts, request).flatMap((answer) => {
    const onDay = lastDayOf(answer);
    if (onDay === null) return [];
    const about = { requestId: request.id, clock: answer.clock, onDay, rule: ruleBehind(answer) };
    return [{ ...about, denied: request.state === 'denied', preparing: null }];
  });
}

/** Sent and come to nothing: the decision before it stands as it did. */
const cameToNothing: readonly AuthRequestState[] = ['rejected_unreviewed', 'cancelled', 'withdrawn'];

/** Requests come in the order in which they were made. */
function wentAnotherWay({ requests, agreements }: FilingDayFacts, { id }: FiledAgainst): boolean {
  const later = requests.slice(requests.findIndex((request) => request.id === id) + 1);
  return (
    later.some(({ submittedAt, state }) => submittedAt !== null && !cameToNothing.includes(state)) ||
    agreements.some(({ state }) => ['signed', 'active', 'completed'].includes(state))
  );
}
