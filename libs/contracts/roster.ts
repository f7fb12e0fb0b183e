import { isNpi, priceKinds } from '@stipple/domain';
import { z } from 'zod';
import { id, text } from './primitives';

export const PatientHit = z.strictObject({
  id,
  name: z.string(),
  recordNumber: z.string(),
  birthDate: z.string(),
  openCases: z.number(),
});
export type PatientHit = z.infer<typeof PatientHit>;

export const CoverageView = z.strictObject({
  id,
  payerId: id,
  payerName: z.string(),
  memberId: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
  relation: z.string(),
  current: z.boolean(),
});
export type CoverageView = z.infer<typeof CoverageView>;

export const PatientView = z.strictObject({
  id,
  name: z.string(),
  recordNumber: z.string(),
  birthDate: z.string(),
  sex: z.string(),
  coverages: z.array(CoverageView),
  cases: z.array(
    z.strictObject({
      id,
      number: z.number(),
      procedureCode: z.string(),
      bodySite: z.string(),
      side: z.string(),
      stage: z.string(),
      open: z.boolean(),
    }),
  ),
});
export type PatientView = z.infer<typeof PatientView>;

export const RoomView = z.strictObject({ id, name: z.string(), inUse: z.boolean() });
export type RoomView = z.infer<typeof RoomView>;

export const AddRoom = z.strictObject({ name: text(60) });
export type AddRoom = z.infer<typeof AddRoom>;

/** A room that is given up keeps its past sessions, and is offered no longer. */
export const ChangeRoom = z.strictObject({ name: text(60), inUse: z.boolean() });
export type ChangeRoom = z.infer<typeof ChangeRoom>;

/** Everything a form needs to offer: people, payers, rooms and clinicians of the clinic. */
export const Directory = z.strictObject({
  /** Everybody who may sign in, whatever their roles. */
  staff: z.array(z.strictObject({ id, name: z.string() })),
  physicians: z.array(z.strictObject({ id, name: z.string() })),
  coordinators: z.array(z.strictObject({ id, name: z.string() })),
  clinicians: z.array(
    z.strictObject({ id, name: z.string(), npi: z.string().nullable(), staffId: id.nullable() }),
  ),
  rooms: z.array(z.strictObject({ id, name: z.string() })),
  payers: z.array(z.strictObject({ id, name: z.string(), phone: z.string().nullable() })),
  /** What the clinic charges today, for the lines of an estimate. */
  prices: z.array(z.strictObject({ kind: z.enum(priceKinds), words: z.string(), unitCents: z.number() })),
});
export type Directory = z.infer<typeof Directory>;

export const ProviderQuery = z.strictObject({ q: z.string().trim().max(80).default('') });
export type ProviderQuery = z.infer<typeof ProviderQuery>;

export const ProviderView = z.strictObject({
  id,
  name: z.string(),
  npi: z.string().nullable(),
  specialty: z.string().nullable(),
  organization: z.string().nullable(),
  practicesHere: z.boolean(),
});
export type ProviderView = z.infer<typeof ProviderView>;

export const SetPractice = z.strictObject({ practicesHere: z.boolean() });
export type SetPractice = z.infer<typeof SetPractice>;

/** Somebody who treats here and is in no roster. */
export const AddClinician = z.strictObject({
  name: text(120),
  npi: z
    .string()
    .trim()
    .refine(isNpi, 'is not a National Provider Identifier: ten digits, the last of which checks the others')
    .optional(),
});
export type AddClinician = z.infer<typeof AddClinician>;
