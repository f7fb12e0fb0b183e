import { consentGivers, consentUses, photoViews } from '@stipple/domain';
import { z } from 'zod';
import { day, id, optionalDay, optionalText, text } from './primitives';

/** What a form left empty was not answered. */
const emptyIsNone = (value: unknown) => (value === '' ? undefined : value);
const consentBy = z.preprocess(emptyIsNone, z.enum(consentGivers).optional());
const uses = z.array(z.enum(consentUses)).max(consentUses.length);

/** Beside a file everything is text: several uses stand in one field, with commas. */
export const AddPhoto = z.strictObject({
  title: optionalText(160),
  takenOn: day,
  view: z.enum(photoViews),
  showsScale: z.enum(['yes', 'no'], 'is neither yes nor no').transform((value) => value === 'yes'),
  consentUses: z
    .string()
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(uses),
  consentBy,
  consentName: optionalText(120),
  consentOn: optionalDay,
});
export type AddPhoto = z.infer<typeof AddPhoto>;

/** States what is known of a photograph; with `correctsId` instead of what was stated before. */
export const DescribePhoto = z
  .strictObject({
    takenOn: day,
    view: z.enum(photoViews),
    showsScale: z.boolean(),
    consentUses: uses,
    consentBy,
    consentName: optionalText(120),
    consentOn: optionalDay,
    correctsId: id.optional(),
    reason: optionalText(400),
  })
  .refine(({ correctsId, reason }) => (correctsId === undefined) === (reason === undefined), {
    path: ['reason'],
    message: 'is needed for a correction, and only then',
  });
export type DescribePhoto = z.infer<typeof DescribePhoto>;

export const pictureSizes = ['small', 'large', 'full'] as const;
export const PictureQuery = z.strictObject({ size: z.enum(pictureSizes).default('full') });
export type PictureQuery = z.infer<typeof PictureQuery>;

export const PhotoView = z.strictObject({
  /** Of its document. */
  id,
  title: text(160),
  /** Without one there is nothing to show in a grid: it was attached as a PDF. */
  picture: z.strictObject({ width: z.int(), height: z.int() }).nullable(),
  addedBy: z.string(),
  addedAt: z.string(),
  details: z
    .strictObject({
      id,
      takenOn: z.string(),
      view: z.enum(photoViews),
      showsScale: z.boolean(),
      consentUses: z.array(z.enum(consentUses)),
      consentBy: z.enum(consentGivers).nullable(),
      consentName: z.string().nullable(),
      consentOn: z.string().nullable(),
      by: z.string(),
      at: z.string(),
      /** Why it took the place of an earlier statement. */
      reason: z.string().nullable(),
    })
    .nullable(),
});
export type PhotoView = z.infer<typeof PhotoView>;

/** What the patient sent, and nobody has looked at yet. */
export const SentPhotoView = z.strictObject({
  id,
  version: z.int(),
  picture: z.strictObject({ width: z.int(), height: z.int() }),
  view: z.enum(photoViews),
  showsScale: z.boolean(),
  sentOn: z.string(),
  allowsPayer: z.boolean(),
  /** What they ticked, as it was on their screen. */
  consentWords: z.string(),
});
export type SentPhotoView = z.infer<typeof SentPhotoView>;

/** Every photograph of a case, newest first, and what the page needs to know of the case. */
export const CasePhotos = z.strictObject({
  caseId: id,
  caseNumber: z.int(),
  patientName: z.string(),
  today: z.string(),
  closed: z.boolean(),
  photos: z.array(PhotoView),
  /** The oldest first. */
  fromPatient: z.array(SentPhotoView),
});
export type CasePhotos = z.infer<typeof CasePhotos>;
