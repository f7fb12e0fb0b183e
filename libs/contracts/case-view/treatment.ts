import { z } from 'zod';
import { EstimateDueView, EstimateVersionView } from '../estimates';
import { PatientLinkView } from '../patient-page';
import { id } from '../primitives';
import { Refusal } from '../problem';
import { subject } from './parts';

export const AgreementView = z.strictObject({
  ...subject,
  state: z.enum(['draft', 'estimate_issued', 'signed', 'active', 'completed', 'void']),
  stateWords: z.string(),
  procedureCode: z.string(),
  sessions: z.number(),
  lines: z.array(z.strictObject({ description: z.string(), quantity: z.number(), unitCents: z.number() })),
  totalCents: z.number(),
  warnings: z.array(Refusal),
  estimateOn: z.string().nullable(),
  validUntil: z.string().nullable(),
  delivery: z.string().nullable(),
  askedOn: z.string().nullable(),
  askedBy: z.string().nullable(),
  scheduledOn: z.string().nullable(),
  serviceOn: z.string().nullable(),
  /** When it has to be given, while it is not; and whether the one in force came too late. */
  estimateDue: EstimateDueView,
  /** Every estimate the patient was given for it, the newest first. */
  estimates: z.array(EstimateVersionView),
  withheldFromPayer: z.boolean(),
  waiverNeeded: z.string().nullable(),
  waiverId: id.nullable(),
  signature: z
    .strictObject({
      signerName: z.string(),
      at: z.string(),
      /** Who saw it signed, and the paper; both null where the patient signed on screen. */
      witness: z.string().nullable(),
      proofId: id.nullable(),
    })
    .nullable(),
  patientLink: PatientLinkView.nullable(),
  endReason: z.string().nullable(),
});
export type AgreementView = z.infer<typeof AgreementView>;

export const ClearanceView = z.strictObject({
  id,
  source: z.enum(['authorization', 'self_pay']),
  number: z.string().nullable(),
  procedureCode: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  active: z.boolean(),
  units: z.number(),
  held: z.number(),
  used: z.number(),
  clinicianIds: z.array(id),
});
export type ClearanceView = z.infer<typeof ClearanceView>;

export const SessionView = z.strictObject({
  ...subject,
  state: z.string(),
  stateWords: z.string(),
  procedureCode: z.string(),
  units: z.number(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  day: z.string().nullable(),
  roomId: id.nullable(),
  room: z.string().nullable(),
  clinicianId: id.nullable(),
  clinician: z.string().nullable(),
  clearance: z.string().nullable(),
  endReason: z.string().nullable(),
  record: z
    .strictObject({
      performedOn: z.string(),
      performer: z.string(),
      areaCm2: z.number(),
      device: z.string(),
      lot: z.string(),
      note: z.string(),
      signedBy: z.string(),
    })
    .nullable(),
});
export type SessionView = z.infer<typeof SessionView>;

export const TaskView = z.strictObject({
  ...subject,
  state: z.string(),
  kind: z.string(),
  about: z.string(),
  forRole: z.string(),
  dueOn: z.string(),
});
export type TaskView = z.infer<typeof TaskView>;
