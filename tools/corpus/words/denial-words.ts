import type { Dice } from '../dice';
import type { Scar } from '../scars';

export type DenialKind = 'clinical' | 'administrative' | 'benefit_exclusion';

type Words = (scar: Scar, policy: string) => string;

const clinical = ['50', '150', '216', '272', '273', '55', '56', '114', '39'];
const exclusions = ['96', '204'];

export function denialKindOf(code: string): DenialKind {
  if (clinical.includes(code) || code === '') return 'clinical';
  return exclusions.includes(code) ? 'benefit_exclusion' : 'administrative';
}

/** What letters of denial say, by reason code. Written for the demo; no payer has written any of it. */
// prettier-ignore
const letters: Readonly<Record<string, readonly Words[]>> = {
  '50': [
    ({ place }) => `The requested service is not medically necessary. The records do not show that the scar of the ${place} limits activities of daily living to a degree that requires this procedure.`,
    ({ place }, policy) => `Based on ${policy}, the clinical information does not support medical necessity of microneedling of the ${place}. Continued conservative treatment is recommended.`,
    () => 'The reviewing physician found no measurable functional deficit attributable to the scar in the records submitted. The service is denied as not medically necessary.',
  ],
  '150': [() => 'The information submitted does not support the number of sessions requested. The request is denied at the level submitted.'],
  '216': [({ place }) => `An external review organization advised the plan that treatment of the ${place} by this method is not supported. The request is not certified.`],
  '272': [
    (_, policy) => `Coverage criteria are not met. ${policy} asks for at least six months of documented conservative treatment and a functional measurement on two visits.`,
    (_, policy) => `The request does not meet the criteria of ${policy}: evidence of a functional impairment was not confirmed by a second examiner.`,
  ],
  '273': [() => 'The number of sessions requested exceeds what the coverage guideline allows for scar treatment in a benefit year.'],
  '55': [
    () => 'Microneedling for scars other than facial acne scars is considered experimental and investigational. Experimental services are not covered.',
    ({ place }) => `The plan considers microneedling of a scar of the ${place} investigational because the long-term outcome has not been established.`,
  ],
  '56': [
    () => 'The procedure has not been shown to be effective for the diagnosis submitted. Published studies are small and do not allow a conclusion about health outcomes.',
    () => 'Services not proven effective are not a benefit of the plan. Two small studies were reviewed and found insufficient.',
  ],
  '114': [
    () => 'The device proposed has not been cleared by the FDA for the indication requested.',
    ({ place }) => `The clearance of the device does not include scars of the ${place}. Use outside the cleared indication is not covered.`,
  ],
  '96': [
    () => 'This is a non-covered charge. Services to improve appearance are excluded under the member’s certificate, section “Cosmetic services”. Remark: cosmetic.',
    ({ place }) => `Treatment of a scar of the ${place} is considered cosmetic and is excluded. Please see the plan documents.`,
  ],
  '204': [
    () => 'This service is not covered under the patient’s current benefit plan.',
    () => 'The member’s plan does not include a benefit for scar treatment in an office setting.',
  ],
  '16': [
    () => 'The request lacks information needed for review. A description of the unlisted procedure was not included.',
    () => 'Information is missing: dates of the planned sessions and the treated area.',
  ],
  '163': [() => 'The attachment named in the request was not received. The request was decided on the information available.'],
  '226': [() => 'Information requested from the provider was not sent within the time allowed. The request is denied for lack of information.'],
  '227': [() => 'Information requested from the member (accident questionnaire) was not provided in time.'],
  '250': [() => 'The attachment received does not belong to this member.'],
  '251': [() => 'The attachment is incomplete: pages two and four of the letter are missing.'],
  '252': [
    () => 'An attachment is required to decide this request: photographs with scale and range-of-motion measurements were not included.',
    () => 'Documentation of earlier conservative treatment is required. None was attached.',
  ],
  '197': [() => 'Authorization was not obtained before the first consultation to which this request refers.'],
  '210': [() => 'The request was received after the requested start date. Authorization was not obtained in time.'],
  '284': [() => 'The authorization number quoted is valid but was issued for a different service.'],
  '296': [() => 'The authorization quoted is valid but not for the servicing provider named in this request.'],
  '302': [() => 'The authorization to which this extension refers has expired. A new request is required.'],
  '15': [() => 'The authorization number is missing, invalid, or does not apply to the billed services or provider.'],
  '4': [() => 'The procedure code is inconsistent with the modifier used, or a required modifier is missing.'],
  '11': [({ diagnoses }) => `The diagnosis ${diagnoses[0]} is inconsistent with the procedure requested.`],
  '146': [() => 'A diagnosis code submitted was not valid on the date of the request.'],
  '181': [() => 'The procedure code was not valid on the date of service requested.'],
  '189': [() => 'An unlisted code was submitted although, in the opinion of the reviewer, a specific code describes the service.'],
  '22': [
    ({ context }) => context === 'neither' ? 'This care may be covered by another payer. Our records show other coverage; submit to the primary payer first.' : 'The injury happened at work or in traffic. Submit to the workers’ compensation or no-fault carrier first.',
  ],
  '26': [() => 'The requested dates lie before the member’s coverage begins.'],
  '27': [() => 'The member’s coverage ends before the requested dates of service.'],
  '31': [() => 'The patient cannot be identified as our member. Check the member number and the spelling of the name.'],
  '109': [() => 'The request was sent to the wrong plan. Please submit to the plan shown on the member’s current card.'],
  '29': [() => 'The time limit for requesting review of this service has passed.'],
  '39': [() => 'Services were denied at the time authorization was requested. See the notice of the earlier request.'],
  '': [
    () => 'We are unable to approve the request at this time. You will receive a separate explanation.',
    () => 'After careful review the plan has decided not to certify the service.',
  ],
};

export function denialWords(dice: Dice, code: string, scar: Scar, policy: string): string {
  const known = letters[code];
  if (known === undefined) throw new Error(`no letter says anything about code ${code}`);
  return dice.pick(known)(scar, policy);
}
