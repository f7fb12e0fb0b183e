import { Day, dayInWords, daysBetween } from './calendar';

/** What is known of a booking that has not been kept yet. */
export interface BookingOutlook {
  readonly day: Day;
  readonly blockedBecause: string | null;
  readonly caseIsOpen: boolean;
  /** The last day of what opened the calendar to it. */
  readonly closesOn: Day;
  /** The last day of the patient’s coverage; null while it has no end, or where nobody bills it. */
  readonly coverageEndsOn: Day | null;
  readonly clinicianPractices: boolean;
  readonly roomInUse: boolean;
  /** Sessions that were planned and have no unit yet, beyond those that the clearance has left. */
  readonly sessionsWithoutUnit: number;
}

/** Why a booking will fail or may, and what keeps it. */
export interface Risk {
  readonly sure: boolean;
  readonly reason: string;
  readonly remedy: string;
}

/** How near the end of its window a booking lies when nobody could move it by a week any more. */
const daysToMove = 7;

/** Why the booking is at risk: what fails for certain first. PostgreSQL already refuses a live one outside its window. */
export function sessionRisks(outlook: BookingOutlook): readonly Risk[] {
  const { day, blockedBecause, coverageEndsOn, closesOn, sessionsWithoutUnit } = outlook;
  const margin = daysBetween(day, closesOn);
  return [
    ...(blockedBecause === null
      ? []
      : [
          risk(
            true,
            `Blocked: ${blockedBecause}`,
            'Renew the clearance and restore it, book another time, or cancel it.',
          ),
        ]),
    ...(outlook.caseIsOpen
      ? []
      : [risk(true, 'Its case is closed.', 'Reopen the case, or cancel the session.')]),
    ...(coverageEndsOn === null || day <= coverageEndsOn
      ? []
      : [
          risk(
            true,
            `The patient’s coverage ends on ${dayInWords(coverageEndsOn)}.`,
            'Check the coverage and ask the payer again, or move the session before that day.',
          ),
        ]),
    ...(outlook.clinicianPractices
      ? []
      : [risk(true, 'Its clinician no longer treats here.', 'Move it to another clinician.')]),
    ...(outlook.roomInUse ? [] : [risk(true, 'Its room is no longer in use.', 'Move it to another room.')]),
    ...(blockedBecause === null && margin >= 0 && margin < daysToMove
      ? [
          risk(
            false,
            margin === 0
              ? 'It lies on the last day of its window.'
              : `Its window closes on ${dayInWords(closesOn)}, ${margin === 1 ? 'one day' : `${margin} days`} later.`,
            'If the patient may not come, renew the clearance now.',
          ),
        ]
      : []),
    ...(sessionsWithoutUnit > 0
      ? [
          risk(
            false,
            `${sessionsWithoutUnit === 1 ? 'One planned session has' : `${sessionsWithoutUnit} planned sessions have`} no unit left.`,
            'Ask the payer for more units, or agree on self-pay.',
          ),
        ]
      : []),
  ];
}

function risk(sure: boolean, reason: string, remedy: string): Risk {
  return { sure, reason, remedy };
}
