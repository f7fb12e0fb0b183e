import { Day, Instant, addDays, dayInWords, dayOf, isDay } from '../calendar';
import { clockStartWords, clockStarts } from '../payer-directory';

/** An instant; or a day, where the hour was not written down. */
export type Moment = Day | Instant;

/** What is known of a case's dates. What is not known is null or left out, never guessed. */
export interface KnownDates {
  readonly submittedAt?: Moment | null;
  readonly payerReceivedAt?: Moment | null;
  readonly askedAt?: Moment | null;
  readonly decidedOn?: Moment | null;
  readonly noticeDatedOn?: Day | null;
  readonly noticeReceivedOn?: Day | null;
  readonly appealSentAt?: Moment | null;
  readonly appealReceivedAt?: Moment | null;
  readonly performedOn?: Day | null;
  /** The primary payer's explanation of benefits, where another payer comes first. */
  readonly primaryDecidedOn?: Day | null;
  readonly reviewRequestedAt?: Moment | null;
  readonly reviewCheckedOn?: Day | null;
  readonly reviewerReceivedAt?: Moment | null;
  readonly courseEndsAt?: Moment | null;
  readonly authorizationExpiresOn?: Day | null;
  /** The session that spends the last approved unit. */
  readonly lastUnitOn?: Day | null;
  readonly scheduledOn?: Day | null;
  readonly serviceOn?: Day | null;
  readonly estimateAskedOn?: Day | null;
  readonly estimateIssuedOn?: Day | null;
  readonly billedOn?: Day | null;
  readonly lastEffectiveOn?: Day | null;
  readonly lastEncounterOn?: Day | null;
  readonly discoveredOn?: Day | null;
}

/** What sets a clock going: what the directory knows, and what only these rules need. */
export const startEvents = [
  ...clockStarts,
  'review_requested',
  'review_checked',
  'reviewer_received',
  'course_ends',
  'authorization_ends',
  'scheduled',
  'service',
  'estimate_asked',
  'estimate_issued',
  'billed',
  'last_effective',
  'last_encounter',
  'discovered',
  'year_of_discovery_ends',
] as const;
export type StartEvent = (typeof startEvents)[number];

export const startEventWords: Readonly<Record<StartEvent, string>> = {
  ...clockStartWords,
  review_requested: 'the plan received the request for external review',
  review_checked: 'the preliminary check was finished',
  reviewer_received: 'the review organization received the request',
  course_ends: 'the end of the approved course',
  authorization_ends: 'the authorization’s last day or last unit, whichever is first',
  scheduled: 'the treatment was scheduled',
  service: 'the day of treatment',
  estimate_asked: 'the patient asked what it costs',
  estimate_issued: 'the estimate was issued',
  billed: 'the first bill',
  last_effective: 'the document was last in effect',
  last_encounter: 'the last encounter',
  discovered: 'the breach was discovered',
  year_of_discovery_ends: 'the end of the year of discovery',
};

/** A start as it is known. An estimate is the earliest moment at which the event can have come. */
export interface KnownStart {
  readonly moment: Moment;
  readonly estimated: string | null;
}

const exact = (moment?: Moment | null): KnownStart | null => (moment ? { moment, estimated: null } : null);
const estimate = (moment: Moment | null | undefined, estimated: string): KnownStart | null =>
  moment ? { moment, estimated } : null;
const earlier = (...days: readonly (Day | null | undefined)[]): Day | undefined =>
  days.flatMap((day) => day ?? []).sort()[0];

const finders: Readonly<Record<StartEvent, (known: KnownDates) => KnownStart | null>> = {
  payer_received: ({ payerReceivedAt, submittedAt }) =>
    exact(payerReceivedAt) ??
    estimate(submittedAt, 'receipt is not known; counted from when it was submitted'),
  asked: ({ askedAt }) => exact(askedAt),
  decided: ({ decidedOn }) => exact(decidedOn),
  notice_dated: ({ noticeDatedOn }) => exact(noticeDatedOn),
  notice_received: ({ noticeReceivedOn, noticeDatedOn }) =>
    exact(noticeReceivedOn) ??
    estimate(noticeDatedOn, 'receipt is not known; counted from the notice’s date'),
  appeal_received: ({ appealReceivedAt, appealSentAt }) =>
    exact(appealReceivedAt) ?? estimate(appealSentAt, 'receipt is not known; counted from when it was sent'),
  // Where another payer comes first, the second one’s limit runs from the first one’s answer.
  performed: ({ primaryDecidedOn, performedOn }) => exact(primaryDecidedOn ?? performedOn),
  review_requested: ({ reviewRequestedAt }) => exact(reviewRequestedAt),
  review_checked: ({ reviewCheckedOn }) => exact(reviewCheckedOn),
  reviewer_received: ({ reviewerReceivedAt }) => exact(reviewerReceivedAt),
  course_ends: ({ courseEndsAt }) => exact(courseEndsAt),
  authorization_ends: ({ authorizationExpiresOn, lastUnitOn }) =>
    exact(earlier(authorizationExpiresOn, lastUnitOn)),
  scheduled: ({ scheduledOn }) => exact(scheduledOn),
  service: ({ serviceOn }) => exact(serviceOn),
  estimate_asked: ({ estimateAskedOn }) => exact(estimateAskedOn),
  estimate_issued: ({ estimateIssuedOn }) => exact(estimateIssuedOn),
  billed: ({ billedOn }) => exact(billedOn),
  last_effective: ({ lastEffectiveOn }) => exact(lastEffectiveOn),
  last_encounter: ({ lastEncounterOn }) => exact(lastEncounterOn),
  discovered: ({ discoveredOn }) => exact(discoveredOn),
  year_of_discovery_ends: ({ discoveredOn }) => exact(discoveredOn && `${discoveredOn.slice(0, 4)}-12-31`),
};

export function findStart(event: StartEvent, known: KnownDates): KnownStart | null {
  return finders[event](known);
}

/** The day from which a notice counts as received: the earlier of what was written down and what the law presumes. */
export function presumedReceipt(known: KnownDates, days: number): { day: Day; presumed: boolean } | null {
  const presumed = known.noticeDatedOn && addDays(known.noticeDatedOn, days);
  const day = earlier(known.noticeReceivedOn, presumed);
  return day === undefined ? null : { day, presumed: day !== known.noticeReceivedOn };
}

export function dayOfMoment(moment: Moment, timeZone: string): Day {
  return isDay(moment) ? moment : dayOf(moment, timeZone);
}

/** Without an hour it is the first moment of the day: on a boundary the earlier end is the safe one. */
export function instantOfMoment(moment: Moment, timeZone: string): Instant {
  return isDay(moment)
    ? Temporal.PlainDate.from(moment).toZonedDateTime(timeZone).toInstant().toString()
    : Temporal.Instant.from(moment).toString();
}

/** `25 November 2026`, with `, 16:30` where the hour is known; as the local clock shows it. */
export function momentInWords(moment: Moment, timeZone: string): string {
  if (isDay(moment)) return dayInWords(moment);
  const local = Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone);
  return `${dayInWords(local.toPlainDate().toString())}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
