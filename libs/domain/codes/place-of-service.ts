import { Refusal, refusal } from '../refusal';

/** Places of service that occur in this trade, in our own words. */
export const placesOfService: readonly (readonly [code: string, words: string])[] = [
  ['11', 'Office'],
  ['19', 'Hospital department away from the hospital'],
  ['22', 'Hospital department'],
  ['24', 'Ambulatory surgery center'],
  ['20', 'Urgent care'],
];

/** Nobody is needled over a telephone line: 02 and 10 are for consultations only. */
export function placeOfServiceRefusals(place: string, field = 'placeOfService'): readonly Refusal[] {
  return place === '02' || place === '10'
    ? [
        refusal(
          'place_is_telehealth',
          `${place} means telehealth; a treatment session needs a place such as 11, office.`,
          field,
        ),
      ]
    : [];
}
