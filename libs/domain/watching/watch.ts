import type { Day } from '../calendar';
import type { AuthRequest, CaseRecord, Clearance, Session, Task, TaskKind } from '../case-facts';
import type { CitedRule } from '../case-clocks/case-clock';
import type { FilingDay } from '../case-clocks/filing-days';
import type { Channel } from '../channel';
import type { BookingOutlook } from '../session-risk';
import type { WatchedCards } from './watch-cards';
import type { WatchedEstimate } from './watch-estimates';
import type { WatchedPlan } from './watch-installments';

/** Something about one case that becomes a task by itself, because a day comes or because something else has changed. */
export interface Watch {
  /** `kind:subjectId`: the same as long as it is about the same thing, so that it has one open task at most. */
  readonly key: string;
  readonly taskKind: TaskKind;
  /** Another kind of task, raised by moves, that asks for the same; while one is open none of this is needed. */
  readonly coveredBy?: TaskKind;
  /** Says nothing that a patient could be known by: it goes into lists, the history and the audit trail. */
  readonly about: string;
  readonly forRole: Task['forRole'];
  /** Never counted from today: else the same cause would look like a new one every morning. */
  readonly dueOn: Day;
  readonly severity: Severity;
  /** The clock's rule behind it, where there is one: who asks why the task came finds it in its history. */
  readonly rule?: CitedRule | null;
  /** Tells of what cannot be undone: whoever has marked it done has taken note, and it does not come back. */
  readonly onlyOnce?: boolean;
}

/** `soon`: its day is still to come; `now`: it has come, or nothing is left to wait for; `late`: it has passed. */
export const severities = ['soon', 'now', 'late'] as const;
export type Severity = (typeof severities)[number];

/** What is looked at of one case. Less than `CaseFacts`: a clinic’s cases are all read every few minutes. */
export interface WatchedFacts {
  readonly case: Pick<CaseRecord, 'id' | 'state' | 'plannedSessions'>;
  readonly requests: readonly WatchedRequest[];
  /** Until when something can be done against a decision of the payer. */
  readonly filings: readonly FilingDay[];
  readonly clearances: readonly WatchedClearance[];
  readonly sessions: readonly WatchedSession[];
  /** Drafted and not given, with a last day. */
  readonly estimates: readonly WatchedEstimate[];
  readonly plans: readonly WatchedPlan[];
  readonly cards: WatchedCards;
  /** The day on which the oldest of the patient's photographs came that nobody has looked at; null where none waits. */
  readonly photosSince: Day | null;
  readonly tasks: readonly WatchedTask[];
}

export interface WatchedRequest extends Pick<AuthRequest, 'id' | 'state' | 'respondByOn'> {
  /** The way it went to the payer; null while it has not. */
  readonly channel: Channel | null;
  /** The clinic’s day on which it came into its state. */
  readonly sinceOn: Day;
  /**
   * Until when the payer has to decide; null where no clock is known, and then nothing is ever overdue. Counted from the
   * submission as long as no receipt is on record.
   */
  readonly decisionDueOn: Day | null;
  readonly decisionRule: CitedRule | null;
}

export type WatchedClearance = Pick<
  Clearance,
  'id' | 'authorizationId' | 'closesOn' | 'active' | 'units' | 'held' | 'used'
>;

export interface WatchedSession
  extends
    Pick<Session, 'id' | 'state' | 'day' | 'clearanceId'>,
    Pick<BookingOutlook, 'coverageEndsOn' | 'clinicianPractices' | 'roomInUse'> {}

export interface WatchedTask extends Pick<Task, 'id' | 'state' | 'seq' | 'kind' | 'about' | 'dueOn'> {
  /** Null for a task that a move has raised. */
  readonly watchKey: string | null;
  /** Null while it is open. */
  readonly finishedOn: Day | null;
  /** Whether a person finished it, and not the watching because its cause was gone. */
  readonly finishedByPerson: boolean;
}
