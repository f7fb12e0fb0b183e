import { z } from 'zod';
import { id } from './primitives';

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

/** Everything a form needs to offer: people, payers, rooms and clinicians of the clinic. */
export const Directory = z.strictObject({
  physicians: z.array(z.strictObject({ id, name: z.string() })),
  coordinators: z.array(z.strictObject({ id, name: z.string() })),
  clinicians: z.array(
    z.strictObject({ id, name: z.string(), npi: z.string().nullable(), staffId: id.nullable() }),
  ),
  rooms: z.array(z.strictObject({ id, name: z.string() })),
  payers: z.array(z.strictObject({ id, name: z.string(), phone: z.string().nullable() })),
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
