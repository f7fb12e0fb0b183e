import { estimateLanguages, patientPhotoStates, photoViews } from '@stipple/domain';
import { z } from 'zod';
import { ToldStanding, patientLinkDays } from './patient-page';
import { day, id, optionalText, sha256, text, version } from './primitives';

/** A link to where a case stands; what else its patient may do by it is chosen with it. */
export const MakeCaseLink = z.strictObject({
  tokenSha256: sha256,
  days: z.int().min(1).max(patientLinkDays),
  takesPhotos: z.boolean(),
  givesPapers: z.boolean(),
});
export type MakeCaseLink = z.infer<typeof MakeCaseLink>;

export const EndCaseLinks = z.strictObject({});

/** The last link to a case, for the clinic: never the token. */
export const CaseLinkView = z.strictObject({
  madeAt: z.string(),
  by: z.string(),
  expiresAt: z.string(),
  openedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  locked: z.boolean(),
  takesPhotos: z.boolean(),
  givesPapers: z.boolean(),
});
export type CaseLinkView = z.infer<typeof CaseLinkView>;

/** What the patient reads of their case. */
export const YourCaseView = z.strictObject({
  clinic: z.string(),
  phone: z.string().nullable(),
  isDemo: z.boolean(),
  today: z.string(),
  /** In which they were given their last estimate; null where there is none. */
  language: z.enum(estimateLanguages).nullable(),
  standing: ToldStanding,
  /** The next one, by the clinic's own clock. */
  appointment: z.strictObject({ on: z.string(), at: z.string() }).nullable(),
  photos: z.strictObject({
    allowed: z.boolean(),
    /** From where the record has photographs, so that another one can be compared with them. */
    before: z.array(z.enum(photoViews)),
    sent: z.array(
      z.strictObject({ id, view: z.enum(photoViews), sentOn: z.string(), state: z.enum(patientPhotoStates) }),
    ),
  }),
  papers: z.strictObject({ allowed: z.boolean(), packet: z.boolean(), rights: z.boolean() }),
});
export type YourCaseView = z.infer<typeof YourCaseView>;

const yesOrNo = z.enum(['yes', 'no'], 'is neither yes nor no').transform((value) => value === 'yes');

/** Beside the file everything is text. The words of the consent come back as they were on the screen. */
export const SendPatientPhoto = z.strictObject({
  view: z.enum(photoViews),
  showsScale: yesOrNo,
  allowsPayer: yesOrNo,
  consentLanguage: z.enum(estimateLanguages),
  consentWords: text(1000),
});
export type SendPatientPhoto = z.infer<typeof SendPatientPhoto>;

export const PapersQuery = z.strictObject({ language: z.enum(estimateLanguages).default('en') });
export type PapersQuery = z.infer<typeof PapersQuery>;

/** Takes a patient's photograph into the record, with what whoever looked at it sees. The consent is the patient's own. */
export const AcceptPatientPhoto = z.strictObject({
  version,
  title: optionalText(160),
  takenOn: day,
  view: z.enum(photoViews),
  showsScale: z.boolean(),
});
export type AcceptPatientPhoto = z.infer<typeof AcceptPatientPhoto>;

export const SetPatientPhotoAside = z.strictObject({ version, reason: text(400) });
export type SetPatientPhotoAside = z.infer<typeof SetPatientPhotoAside>;
