import type { Activity, BodySite } from '@stipple/domain';

/** Therapists of other practices, who measure and send their findings. */
export const therapists = ['June Okonkwo, OT', 'Paul Lindgren, PT', 'Mara Velez, CHT', 'Tess Ardagh, OT'];

export const thePatient = 'The patient';

/** What a scar of a site keeps people from. */
export const limitsOf: Readonly<Partial<Record<BodySite, readonly Activity[]>>> = {
  hand: ['gripping', 'writing_typing', 'dressing'],
  fingers: ['gripping', 'writing_typing'],
  wrist: ['lifting', 'household'],
  forearm: ['washing', 'lifting'],
  elbow: ['reaching', 'eating', 'lifting'],
  shoulder: ['reaching', 'dressing'],
  neck: ['driving', 'sleeping'],
  face: ['eating'],
  chest: ['reaching', 'sleeping'],
  abdomen: ['sitting', 'lifting'],
  thigh: ['sitting', 'stairs'],
  knee: ['stairs', 'walking', 'sport'],
  lower_leg: ['walking', 'sport'],
  ankle: ['walking', 'stairs'],
};

/** Where a scar crosses no joint that is measured. */
export const sitesWithoutJoint: readonly BodySite[] = ['face', 'lower_leg', 'abdomen'];

export const clearedIndication = 'Facial acne scars in adults aged 22 years and over';

export const noLimits = 'Nothing is hindered. It is about how the scar looks.';

export const variationWords = [
  'Thickened, raised and tethered to the layer beneath; the skin around it is normal.',
  'Firm plate of scar that does not fold with the skin around it.',
];

export const correctionReasons = [
  'Pliability was read one line too low; corrected the same day.',
  'Height was entered for another scar of the same patient.',
];

/** Summaries as a payer may read them, never what was said in therapy. */
export const mindNotes = {
  distress: [
    'Avoids company and public transport since the injury because of the scar; sleeps badly. Supportive sessions every two weeks.',
    'Adjustment disorder after the injury, with low mood and withdrawal. The scar is named as the main burden.',
    'Nightmares of the accident have faded; shame about the scar and avoidance at work have not.',
  ],
  none: [
    'Two sessions after the injury. No distress beyond what is to be expected; no further appointments.',
    'Seen once at the patient’s wish. Copes well; no disorder found.',
  ],
} as const;

/** Why a physician decides otherwise than the policy’s rules come out. */
export const overrideReasons = {
  /** An exclusion of the plan is met, such as a device outside of its clearance. */
  excluded: [
    'The exclusion concerns the device, and the plan decides on devices case by case. Function is impaired and measured; worth a request with that said openly.',
    'We know that the device is not cleared for this scar and say so in the letter. The impairment is real; the plan should decide.',
  ],
  /** A requirement is not met by the policy’s words. */
  notMet: [
    'The policy’s wording does not fit this scar, but the impairment is measured and its purpose is function. I ask for an individual decision.',
    'What the policy lists was not suitable for this patient: the skin over the joint is too thin. The restriction is measured.',
  ],
  /** By the rules it could be medical, but nobody wants it treated for that. */
  cosmetic: [
    'The cause alone would do by the policy, but function is normal and the patient asks for a better look. I will not call that medical.',
    'Nothing is hindered and nothing hurts. The patient wants it to look better and knows that this is for self-pay.',
  ],
} as const;
