import type { Dice } from '../dice';
import type { Scar } from '../scars';

export const cancelReasons = [
  'Patient is ill and asked for another day',
  'Another appointment on the same day',
  'Skin infection near the site; postponed',
  'No ride to the clinic',
  'Clinician at a training day',
  'Family emergency; will call back',
  'Recent sunburn over the area; postponed by the clinician',
];

export const withdrawReasons = [
  'Patient wants to try another half year of therapy first',
  'Patient moved away and will be treated there',
  'Patient decided against treatment',
  'Another illness has to be treated first; request withdrawn',
  'Plan changes next month; we will ask the new plan',
];

export const voidReasons = [
  'Patient decided against the treatment after reading the estimate',
  'Price is more than the patient can pay at the moment',
  'Patient prefers to wait for an answer from the plan',
  'Patient chose another clinic nearer to home',
];

export const reopenReasons = [
  'Patient called: wants to go on after all',
  'Patient has a new plan and asks to try again',
  'New photographs show that the scar has tightened',
];

export const urgencyReasons = [
  'Skin breaks open weekly; wound care nurse reports early infection',
  'The contracture has increased by twenty degrees since the last visit; joint at risk',
];

const depths = ['1.0 to 1.5 mm', '1.5 mm', '1.5 to 2.0 mm', '2.0 mm'];

/** Names of devices that do not exist. */
export const devices = ['Dermal needling pen DN-3', 'Needling handpiece Asper 12', 'Dermal roller R-540'];
export const lotOf = (dice: Dice) => `L${dice.within([24, 26])}-${dice.within([1000, 9999])}`;

/** The physician's note on one treatment. */
export function treatmentNote(dice: Dice, scar: Scar, number: number, of: number): string {
  const first = number === 1;
  const gain = scar.functional
    ? Math.round(
        scar.functional.before + ((scar.functional.aim - scar.functional.before) * (number - 1)) / of,
      )
    : null;
  const measured =
    scar.functional && gain !== null
      ? ` ${capital(scar.functional.measure.words)} before treatment ${gain}${unit(scar)}.`
      : '';
  const parts = [
    `Session ${number} of ${of}, ${scar.place}, ${scar.areaCm2} cm².`,
    dice.pick([
      'Topical anesthetic for 40 minutes, skin cleaned twice.',
      'Nerve block and topical anesthetic. Skin prepared.',
      'Topical anesthetic, good effect.',
    ]),
    `Needle depth ${dice.pick(depths)}, ${dice.pick(['three', 'four', 'two to three'])} passes to pinpoint bleeding.`,
    dice.pick([
      'Well tolerated.',
      'Tolerated with short pauses.',
      `Pain ${dice.within([2, 5])} of 10 during the last pass, gone within minutes.`,
    ]),
    first
      ? 'Aftercare explained and given in writing.'
      : dice.pick([
          'Scar softer than last time.',
          'Less redness, still firm at the edge.',
          'Patient reports less pulling.',
          'Unchanged at the upper edge, softer elsewhere.',
        ]),
  ];
  return parts.join(' ') + measured;
}

export const unit = (scar: Scar) => (scar.functional?.measure.unit === 'mm' ? ' mm' : '°');
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
