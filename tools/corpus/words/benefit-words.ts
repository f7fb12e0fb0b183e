import type { Dice } from '../dice';
import type { KnownPayer } from '../patients';

const representatives =
  'Alex B., Bernice, Carlos M., Dee, Farah K., Gwen, Hollis, Imogen T., Jamie, Kendra, Lowell P., Mina, Nico R., Oona, Perry, Rosa L., Sunil, Teddy, Uma W., Vance'.split(
    ', ',
  );

export const representative = (dice: Dice) => dice.pick(representatives);

export const callReference = (dice: Dice, payer: KnownPayer) =>
  `${payer.mark}-C${dice.within([1_000_000, 9_999_999])}`;

const where = (dice: Dice, { portal }: KnownPayer) =>
  dice.pick([
    `Requests go through ${portal} with the letter and photographs attached.`,
    `${portal} or fax; by fax allow two business days before asking whether it arrived.`,
    `Submit in ${portal} under outpatient procedures, attach everything in one upload.`,
  ]);

const ofUnlisted = [
  'An unlisted code is always reviewed by a nurse and, if in doubt, by a medical director.',
  'Because 17999 is unlisted, they want a comparator code and a description of the work.',
  'She found no specific policy for microneedling; unlisted codes go to medical review.',
];

/** What member services said, as a coordinator types it during the call. */
export function benefitAnswer(
  dice: Dice,
  payer: KnownPayer,
  required: 'yes' | 'no' | 'unknown',
  exclusion: 'yes' | 'no' | 'unknown',
): string {
  const answer = {
    yes: dice.pick([
      'Prior authorization is required for 17999.',
      'Yes, authorization before the first session; nothing is paid retroactively.',
      'Authorization required. Without it the claim will deny, even if the condition qualifies.',
    ]),
    no: dice.pick([
      'No authorization is required for 17999 in an office setting under this plan.',
      'The code is not on their authorization list for place of service 11; none is required.',
    ]),
    unknown: dice.pick([
      'The representative could not say whether authorization is required and will not put it in writing.',
      'Not found in their list; advised to submit anyway and see.',
    ]),
  }[required];
  const cosmetic = {
    yes: dice.pick([
      'Cosmetic procedures are excluded; restoring function after an injury is not considered cosmetic if it is documented.',
      'The plan has a cosmetic exclusion. Asked about reconstructive services: “case by case”.',
    ]),
    no: 'No separate exclusion for cosmetic services was found for this member.',
    unknown: 'They would not comment on the cosmetic exclusion before a request is on file.',
  }[exclusion];
  const money = dice.pick([
    `Deductible ${dice.pick(['$500', '$1,000', '$1,500', '$3,000'])}, then ${dice.pick(['10', '20', '30'])} percent coinsurance. We are in network.`,
    'Deductible is met. Specialist copay applies to each visit.',
    'In network; benefits renew in January.',
    'Out-of-network benefits only for the assistant; the physicians are in network.',
  ]);
  const parts = [answer, ...(dice.chance(0.6) ? [dice.pick(ofUnlisted)] : []), cosmetic, money];
  if (required !== 'no') parts.push(where(dice, payer));
  return parts.join(' ');
}

/** “No authorization required”, as the payer said it and two people will have to confirm. */
export const notRequiredWords = (dice: Dice) =>
  dice.pick([
    'Procedure code 17999, office setting, does not require prior authorization under this member’s plan. This is not a guarantee of payment.',
    'No authorization on file is needed for the service as described. Payment is subject to medical necessity and to the benefits in effect on the day of service.',
  ]);

export const noActionWords = (dice: Dice) =>
  dice.pick([
    'No action required: the service listed does not need certification for this product.',
    'Certification is not required for the place of service given. The request was closed without review.',
  ]);
