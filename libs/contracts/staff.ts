import { passwordLeast, roles } from '@stipple/domain';
import { z } from 'zod';
import { id, instant, text } from './primitives';

const password = z.string().min(1, 'is empty').max(200, 'is longer than 200 characters');

export const SignIn = z.strictObject({ email: z.email().max(254), password });
export type SignIn = z.infer<typeof SignIn>;

export const Unlock = z.strictObject({ password });
export type Unlock = z.infer<typeof Unlock>;

export const Me = z.strictObject({
  id,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  clinic: z.strictObject({ name: z.string(), timeZone: z.string(), isDemo: z.boolean() }),
  idleMinutes: z.number(),
  today: z.string(),
});
export type Me = z.infer<typeof Me>;

export const newPassword = z
  .string()
  .min(passwordLeast, `needs at least ${passwordLeast} characters`)
  .max(200, 'is longer than 200 characters');

export const AddPerson = z.strictObject({
  name: text(120),
  email: z.email().max(254),
  password: newPassword,
  roles: z.array(z.enum(roles)).min(1, 'needs at least one role').max(roles.length),
});
export type AddPerson = z.infer<typeof AddPerson>;

export const ChangePerson = z.strictObject({ active: z.boolean() });
export type ChangePerson = z.infer<typeof ChangePerson>;

export const ChangeRoles = z.strictObject({ roles: AddPerson.shape.roles });
export type ChangeRoles = z.infer<typeof ChangeRoles>;

export const ResetPassword = z.strictObject({ password: newPassword });
export type ResetPassword = z.infer<typeof ResetPassword>;

export const Person = z.strictObject({
  id,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  active: z.boolean(),
  lockedUntil: z.string().nullable(),
});
export type Person = z.infer<typeof Person>;

export const AuditQuery = z.strictObject({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  caseId: id.optional(),
  caseNumber: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditEntry = z.strictObject({
  seq: z.number(),
  at: z.string(),
  actor: z.string().nullable(),
  action: z.string(),
  /** The action as something that was done: “Signed a letter”. */
  words: z.string(),
  /** Whom it was done to, where that is a person of the staff. */
  person: z.string().nullable(),
  caseNumber: z.number().nullable(),
  caseId: id.nullable(),
  detail: z.record(z.string(), z.unknown()),
  /** Covers this entry and every one before it. */
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditVerification = z.strictObject({
  entries: z.number(),
  flaws: z.array(z.strictObject({ seq: z.number(), flaw: z.string() })),
  head: z.string(),
  checkedAt: instant,
});
export type AuditVerification = z.infer<typeof AuditVerification>;
