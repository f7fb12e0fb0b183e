import type { Dice } from '../dice';
import type { Scar } from '../scars';

/** What a billing note is about: how far the case is with payer and patient. */
export type NoteOccasion = 'beginning' | 'with the payer' | 'denied' | 'self-pay' | 'in treatment';

const billing: Readonly<Record<NoteOccasion, readonly string[]>> = {
  beginning: [
    'Patient can be reached after 4 pm only. No message at work.',
    'New insurance card asked for: the member number on file is the old one.',
    'Asked the referring practice for the therapy records; they fax on Thursdays.',
    'Daughter helps with the paperwork and may be called; the consent is in the documents.',
    'Photographs came by e-mail without a scale. Asked for new ones.',
    'Interpreter needed for calls (Portuguese).',
  ],
  'with the payer': [
    'Held for 25 minutes. The clerk could not see the fax; sent it again while on the line.',
    'Portal says “in review”. Nothing further was asked for.',
    'Their system lists us under the old address. Reference noted, correction promised.',
    'Nurse reviewer has it. She said a second measurement would help; told the physician.',
    'Patient called to ask how far we are. Told that the payer has it and that nothing is missing.',
  ],
  denied: [
    'Patient knows of the denial and wants to hear both ways, appeal and self-pay, before deciding.',
    'The letter quotes the plan’s cosmetic exclusion. Asked for the plan document.',
    'Patient is upset and asks whether the physician can call the plan herself.',
    'Same wording as in two other denials of this plan this month. Told the manager.',
  ],
  'self-pay': [
    'Asked whether three payments are possible. The manager decides; call back promised.',
    'Estimate explained by phone, line by line. Wants to sleep on it.',
    'Pays from a health savings account and needs the estimate with the code on it.',
    'Compares with another clinic; ours includes the follow-up visit, which was not clear.',
  ],
  'in treatment': [
    'Authorization number read back by the payer before the second session. All in order.',
    'Travels for work every other week; prefers Fridays.',
    'Patient asked for receipts of all sessions for the tax return.',
    'Copay question answered: none for these visits according to the plan.',
  ],
};

export const billingNote = (dice: Dice, occasion: NoteOccasion) => dice.pick(billing[occasion]);

/** A note that turned out to be wrong, and what takes its place. */
export const corrections: readonly (readonly [wrong: string, right: string])[] = [
  ['Therapy is on Mondays; do not book then.', 'Therapy is on Wednesdays, not Mondays.'],
  [
    'Patient has no second insurance.',
    'Patient is also insured through the spouse; secondary, since spring.',
  ],
  ['Portal login works again.', 'Portal login works for status only. Send by fax until they have mended it.'],
];

/** What the physician notes about the patient, for whoever treats. */
export const clinicalNote = (dice: Dice, { place }: Scar) =>
  dice.pick([
    `Scar of the ${place} is firmest at its edge. Begin shallow there.`,
    'No isotretinoin for more than a year; no keloids in the family.',
    'Takes a blood thinner, which is not to be paused. Longer pressure afterwards.',
    `Test spot on the ${place} tolerated without a reaction after two weeks.`,
    'History of cold sores. Preventive treatment two days before the session.',
    'Patient works outdoors; sun protection explained twice, wants it in writing.',
    'Sensation is reduced at the centre. Document before each session.',
    'Skin type V: lower density in the first session, look for darkening after four weeks.',
  ]);

/** Begun and not sent. */
export const halfWritten = {
  billing: 'Called the plan about the missing criteria. They said that the reviewer',
  clinical: 'Seen today. Range of motion has improved since the last visit, still',
} as const;
