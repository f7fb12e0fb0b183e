import type { Dice } from '../dice';
import type { Scar } from '../scars';

export const pendWords = (dice: Dice) =>
  dice.pick([
    'Your request has been received and is pending clinical review. No further information is needed at this time.',
    'Pended to the medical director. Expect a determination within the time your plan allows.',
    'In review: benefit interpretation requested from the plan.',
    'Request is complete and has been assigned to a nurse reviewer.',
    'Pending. The unlisted procedure code is being compared with similar services.',
  ]);

/** What a payer may ask for. Only items that make sense for the case are offered. */
export function askedItems(dice: Dice, scar: Scar): string[] {
  const items = [
    'Photographs of the scar with date and scale, from two sides',
    'Dates and results of all conservative treatment',
    'Comparator procedure code and basis of the charge for 17999',
    'Number of sessions, interval and treated area in square centimeters',
    'Device to be used, with its regulatory status for this indication',
    'Office notes of the last six months',
    ...(scar.functional
      ? [`Measured ${scar.functional.measure.words} on both sides, with date and examiner`]
      : []),
    ...(scar.cause === 'surgery' ? ['Operative report of the earlier operation'] : []),
    ...(scar.context === 'work' ? ['Statement whether workers’ compensation was claimed'] : []),
  ];
  return dice.some(items, dice.within([1, 3]));
}

export const contactWords = (dice: Dice) =>
  dice.pick([
    'Contact payer: the request could not be decided as submitted. Please call utilization management.',
    'Please call provider services and choose option 3 to speak with the reviewer about this request.',
    'Contact payer for decision.',
  ]);

/** Returned without having been looked at: a number of its own list and what it means in words. */
export const rejections: readonly (readonly [code: string, words: string])[] = [
  ['72', 'Member id does not match our records. Request was not reviewed.'],
  ['71', 'Date of birth does not match the member. Correct and resubmit.'],
  ['43', 'Requesting provider not found under the number submitted. Request was not reviewed.'],
  ['57', 'Requested dates are missing or out of order. Correct and resubmit.'],
  ['FAX', 'Transmission ended after page 3 of 11. The request is incomplete and was discarded.'],
  ['AF', 'Diagnosis missing or not readable. Correct and resubmit.'],
];

export const partialWords = (asked: number, granted: number) =>
  `${granted} of ${asked} sessions approved. A further request may be made with photographs and measurements after session ${granted}.`;

export const modifiedWords = (dice: Dice) =>
  dice.pick([
    'Approved with changes: the period is shorter than requested. An extension may be requested before it ends.',
    'Approved as modified. Dates of service were adjusted to the current benefit period.',
  ]);

export const revocationReasons = [
  'Coverage ended at the end of last month; the approval is withdrawn',
  'Approval issued in error, notice from the payer',
  'Member moved to another plan of the same payer; a new request is needed',
  'Payer’s retrospective review withdrew the approval',
];

export const shorteningReasons = [
  'Payer limits the approval to the current benefit period',
  'Plan changes next month; approval ends with the old plan',
  'Payer corrected the end date of the approval',
];

export const extensionReasons = [
  'Extended by the payer at our request',
  'Payer added two months because of its own delay',
];

export const cancellationReasons = [
  'Payer cancelled: duplicate of a request entered by another office',
  'Payer cancelled: member changed plan while the request was open',
];
