import type { Day } from './calendar';
import { type FilingDay, filingDaysOf } from './case-clocks/filing-days';
import type { CaseFacts } from './case-facts';
import { openKeys } from './clearance';
import type { ClockName } from './clocks/clock-names';
import { Cents, formatCents } from './money';
import { isLive } from './moves/session-moves';

/** A day that a law or a contract sets: letting it pass costs a right. */
export interface Deadline {
  readonly onDay: Day;
  /** What has to be done by then, as the beginning of a sentence. */
  readonly what: string;
}

/** What the queue sorts and filters by, beside the standing. Like the standing it follows from the case's records. */
export interface Press {
  readonly deadlineOn: Day | null;
  readonly deadlineWhat: string | null;
  /** The first day by which a running challenge has to be filed. */
  readonly fileByOn: Day | null;
  /** Until when a session can be booked next: something clears it, and nothing is booked. */
  readonly bookableUntil: Day | null;
  readonly moneyCents: Cents | null;
}

/** Every deadline that runs. The one place they come from: a new clock is added here and nowhere else. */
export function deadlinesOf(facts: CaseFacts): readonly Deadline[] {
  const questions = facts.requests.flatMap(({ state, respondByOn }) =>
    state === 'information_requested' && respondByOn !== null
      ? [{ onDay: respondByOn, what: 'Payer’s question must be answered' }]
      : [],
  );
  const filings = filingDaysOf(facts)
    .filter((filing) => presses(filing, facts.clock.today))
    .map((filing) => ({ onDay: filing.onDay, what: filingWords(filing) }));
  return [...questions, ...filings].sort((a, b) => a.onDay.localeCompare(b.onDay));
}

/** A closed case presses nobody; the move that closes it writes this along, as the database demands. */
export const pressesNobody: Press = {
  deadlineOn: null,
  deadlineWhat: null,
  fileByOn: null,
  bookableUntil: null,
  moneyCents: null,
};

export function pressOf(facts: CaseFacts): Press {
  if (facts.case.state === 'closed') return pressesNobody;
  const [deadline] = deadlinesOf(facts);
  const [fileByOn] = filingDaysOf(facts)
    .filter(({ preparing }) => preparing !== null)
    .map(({ onDay }) => onDay)
    .sort();
  return {
    deadlineOn: deadline?.onDay ?? null,
    deadlineWhat: deadline?.what ?? null,
    fileByOn: fileByOn ?? null,
    bookableUntil: bookableUntil(facts),
    moneyCents: moneyAtRisk(facts),
  };
}

/**
 * What is being prepared is late once its day has passed; what nobody took up is over then. The rest of what was granted in
 * part presses nobody who has not decided to argue for it: the treatment goes on.
 */
const presses = ({ preparing, denied, onDay }: FilingDay, today: Day) =>
  preparing !== null || (denied && onDay >= today);

function filingWords({ clock, preparing }: FilingDay): string {
  const [must, can] = filingSentences[clock] ?? ['Appeal must be filed', 'Appeal can be filed'];
  return preparing === null ? can : must;
}

/** How a deadline begins once somebody has decided for it, and before. */
const filingSentences: Readonly<Partial<Record<ClockName, readonly [string, string]>>> = {
  peer_to_peer: ['Peer-to-peer call must be held', 'Peer-to-peer call can be asked for'],
  external_review_filing: ['External review must be asked for', 'External review can be asked for'],
  fair_hearing_filing: ['Fair hearing must be asked for', 'Fair hearing can be asked for'],
};

function bookableUntil(facts: CaseFacts): Day | null {
  const done = facts.sessions.filter((session) => ['performed', 'billed'].includes(session.state)).length;
  if (done >= facts.case.plannedSessions || facts.sessions.some((session) => isLive(session.state)))
    return null;
  return openKeys(facts).at(-1)?.closesOn ?? null;
}

/** What would be lost now. An insured case has no price before its claim, so nothing is said about it. */
function moneyAtRisk({ agreements }: CaseFacts): Cents | null {
  const open = agreements.filter(({ state }) =>
    ['draft', 'estimate_issued', 'signed', 'active'].includes(state),
  );
  return open.at(-1)?.totalCents ?? null;
}

/** What a row of the queue knows of why it stands where it stands. */
export interface Pressing {
  readonly deadlineOn: Day | null;
  readonly deadlineWhat: string | null;
  readonly nextTouchOn: Day | null;
  readonly moneyCents: Cents | null;
}

/**
 * Why a case is as far up as it is, in one short sentence without a full stop. First what put it there: the deadline or
 * the touch, whichever comes first, as the queue sorts. A deadline that comes later is said too: it costs a right.
 */
export function whyOf(row: Pressing, today: Day): string {
  const { deadlineOn, deadlineWhat, nextTouchOn, moneyCents } = row;
  const money = moneyCents === null || moneyCents === 0 ? null : `${wholeDollars(moneyCents)} at risk`;
  const touch = nextTouchOn === null ? null : touchWords(nextTouchOn, today);
  if (deadlineOn === null) return joined(touch, money);
  const day = shortDay(deadlineOn, today);
  if (nextTouchOn === null || deadlineOn <= nextTouchOn)
    return joined(`${deadlineWhat ?? 'Deadline'} by ${day}: ${distance(deadlineOn, today)}`, money);
  return joined(touch, `deadline on ${day}`, money);
}

const joined = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(', ');

function touchWords(day: Day, today: Day): string {
  if (day < today) return `Next touch was promised for ${shortDay(day, today)}`;
  return day === today ? 'Next touch is promised for today' : `Next touch on ${shortDay(day, today)}`;
}

function distance(day: Day, today: Day): string {
  const days = Temporal.PlainDate.from(today).until(day, { largestUnit: 'days' }).days;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days > 1) return `in ${days} days`;
  return days === -1 ? '1 day late' : `${-days} days late`;
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `Nov 12`; with its year where that is not this one. */
function shortDay(day: Day, today: Day): string {
  const { year, month, day: date } = Temporal.PlainDate.from(day);
  const words = `${months[month - 1]} ${date}`;
  return year === Temporal.PlainDate.from(today).year ? words : `${words}, ${year}`;
}

/** `$1,800`: cents only where there are any. */
function wholeDollars(cents: Cents): string {
  return formatCents(cents).replace(/\.00$/, '');
}
