import type { Clock, Day } from './calendar';
import { Refusal, refusal } from './refusal';

/** From where a photograph is taken. Two are compared where they are taken from the same. */
export const photoViews = ['front', 'back', 'left', 'right', 'oblique', 'close_up', 'in_motion'] as const;
export type PhotoView = (typeof photoViews)[number];
export const photoViewWords: Record<PhotoView, string> = {
  front: 'Front',
  back: 'Back',
  left: 'Left side',
  right: 'Right side',
  oblique: 'Oblique',
  close_up: 'Close-up',
  in_motion: 'At the limit of motion',
};

/** What a patient may allow. Without `payer` a photograph stays in the record and goes into no packet. */
export const consentUses = ['record', 'payer', 'teaching'] as const;
export type ConsentUse = (typeof consentUses)[number];
export const consentUseWords: Record<ConsentUse, string> = {
  record: 'In the clinic’s record',
  payer: 'Sent to the payer',
  teaching: 'Shown in teaching',
};

export const consentGivers = ['patient', 'guardian'] as const;
export type ConsentGiver = (typeof consentGivers)[number];
export const consentGiverWords: Record<ConsentGiver, string> = {
  patient: 'The patient',
  guardian: 'Parent or guardian',
};

/** What is known of a photograph. */
export interface PhotoDetails {
  readonly takenOn: Day;
  readonly view: PhotoView;
  readonly showsScale: boolean;
  /** Empty: nobody has allowed anything, or what was allowed has been withdrawn. */
  readonly consentUses: readonly ConsentUse[];
  readonly consentBy: ConsentGiver | null;
  readonly consentName: string | null;
  readonly consentOn: Day | null;
}

/** What a photograph is called where nobody gave it a title. */
export function photoTitle({ view, showsScale }: Pick<PhotoDetails, 'view' | 'showsScale'>): string {
  return showsScale ? `${photoViewWords[view]}, with scale` : photoViewWords[view];
}

/** Why details cannot be as they are stated. `bornOn` is the patient's. */
export function photoRefusals(details: PhotoDetails, clock: Clock, bornOn: Day): readonly Refusal[] {
  const { takenOn, consentOn, consentBy, consentName, consentUses: uses } = details;
  const found: Refusal[] = [];
  if (takenOn > clock.today)
    found.push(refusal('in_the_future', 'It was not taken in the future.', 'takenOn'));
  if (takenOn < bornOn)
    found.push(refusal('before_birth', 'It was not taken before the patient was born.', 'takenOn'));
  if (uses.length === 0) return found;
  if (consentBy === null) found.push(refusal('consent_by_missing', 'Say who gave consent.', 'consentBy'));
  if (consentBy === 'guardian' && consentName === null)
    found.push(
      refusal('consent_name_missing', 'Name the parent or guardian who gave consent.', 'consentName'),
    );
  if (consentOn === null)
    found.push(refusal('consent_on_missing', 'Say when consent was given.', 'consentOn'));
  else if (consentOn > clock.today)
    found.push(refusal('in_the_future', 'Consent was not given in the future.', 'consentOn'));
  return found;
}

/** Why a photograph does not count as evidence for a payer yet, in words; null when it does. */
export function photoGap(details: PhotoDetails | null): string | null {
  if (details === null) return 'not described yet';
  if (!details.consentUses.includes('payer')) return 'no consent to send it to the payer';
  return details.showsScale ? null : 'no scale in the picture';
}

interface Taken {
  readonly id: string;
  readonly takenOn: Day;
  readonly view: PhotoView;
}

/**
 * The two photographs that show best what has changed: of one view, as far apart in time as there are; of several such
 * views the one photographed last. Null where no view was photographed on two days.
 */
export function pairToCompare(photos: readonly Taken[]): readonly [before: string, after: string] | null {
  const sorted = [...photos].sort((one, other) => place(one).localeCompare(place(other)));
  const pairs = photoViews.flatMap((view) => {
    const same = sorted.filter((photo) => photo.view === view);
    const [first, last] = [same[0], same.at(-1)];
    return first && last && first.takenOn < last.takenOn ? [{ first, last }] : [];
  });
  const best = pairs.sort((one, other) => other.last.takenOn.localeCompare(one.last.takenOn))[0];
  return best ? [best.first.id, best.last.id] : null;
}

const place = ({ takenOn, id }: Taken) => `${takenOn} ${id}`;
