import type { Clock, Day } from './calendar';
import type { AuthRequest } from './case-facts';
import { dayOfMoment } from './clocks/start-events';
import { Refusal, refusal, refusalsOf } from './refusal';

/** When a payer decided, the date on its letter, and when the letter came. Only the first is always known. */
export interface DeterminationDates {
  readonly decidedOn: Day;
  readonly noticeDatedOn?: Day | null;
  readonly noticeReceivedOn?: Day | null;
}

interface Around {
  readonly today: Clock['today'];
  readonly payerZone: string;
  /** What the form calls the day of the decision. */
  readonly field?: 'decidedOn' | 'decisionOn';
}

/** Sent, decided, written, received, entered: none of it can come before what it follows from. */
export function determinationDateRefusals(
  { submittedAt }: Pick<AuthRequest, 'submittedAt'>,
  { decidedOn, noticeDatedOn, noticeReceivedOn }: DeterminationDates,
  { today, payerZone, field = 'decidedOn' }: Around,
): readonly Refusal[] {
  const writtenOn = noticeDatedOn ?? decidedOn;
  return refusalsOf(
    decidedOn > today ? refusal('in_the_future', 'The decision cannot lie in the future.', field) : null,
    submittedAt !== null && decidedOn < dayOfMoment(submittedAt, payerZone)
      ? refusal('decided_before_sent', 'The payer cannot have decided before the request was sent.', field)
      : null,
    writtenOn < decidedOn
      ? refusal('dates_reversed', 'The notice cannot be older than the decision.', 'noticeDatedOn')
      : null,
    noticeDatedOn && noticeDatedOn > today
      ? refusal('in_the_future', 'The date of the notice cannot lie in the future.', 'noticeDatedOn')
      : null,
    noticeReceivedOn && noticeReceivedOn < writtenOn
      ? refusal('dates_reversed', 'The notice cannot come before it was written.', 'noticeReceivedOn')
      : null,
    noticeReceivedOn && noticeReceivedOn > today
      ? refusal('in_the_future', 'The notice cannot lie in the future.', 'noticeReceivedOn')
      : null,
  );
}
