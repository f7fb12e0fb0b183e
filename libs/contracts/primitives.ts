import { isDay, isInstant, isProcedureCode } from '@stipple/domain';
import { z } from 'zod';

/** In small letters, as PostgreSQL writes it, so that ids can be compared as text. */
export const id = z.uuid().toLowerCase();

/** Ids in an address, with commas between them; an empty one is left out. */
export const idList = (most: number) =>
  z.preprocess(
    (value) => (value === '' ? undefined : typeof value === 'string' ? value.split(',') : value),
    z.array(id).max(most).optional(),
  );

/** Text a person typed: trimmed, not empty, without characters that PostgreSQL or JSON cannot hold. */
export const text = (most: number) =>
  z
    .string()
    .max(most * 4, `is longer than ${most} characters`)
    .refine(
      (value) => !value.includes('\0') && value.isWellFormed(),
      'holds characters that cannot be stored',
    )
    .trim()
    .min(1, 'is empty')
    .max(most, `is longer than ${most} characters`);

/** A calendar day that a clinic may plausibly write down. */
export const day = z
  .string()
  .refine(isDay, 'is not a day of the form YYYY-MM-DD')
  .refine((value) => value >= '1900-01-01' && value <= '2199-12-31', 'lies too far away');

export const instant = z.iso
  .datetime({ offset: true, error: 'is not a time such as 2026-11-23T14:30:00Z' })
  .refine(isInstant, 'is not a time such as 2026-11-23T14:30:00Z')
  .refine((value) => value >= '1990' && value < '2200', 'lies too far away');

/** The version a person saw: the number of the last event of what they move. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256 in hexadecimal digits');
export const version = z.int().min(1).max(2_147_483_647);

export const procedureCode = z
  .string()
  .trim()
  .toUpperCase()
  .refine(isProcedureCode, 'is not a procedure code such as 17999');

/** Whole cents, up to a million dollars. */
export const cents = z.int().min(0).max(100_000_000);

export const codeUnits = z.strictObject({ procedureCode, units: z.int().min(1).max(100) });
export const codeLines = z.array(codeUnits).min(1, 'needs at least one code').max(10);

/** Form values arrive as text; an empty field is a field left out. */
export const optionalText = (most: number) =>
  z.preprocess((value) => (value === '' ? undefined : value), text(most).optional());
export const optionalDay = z.preprocess((value) => (value === '' ? undefined : value), day.optional());

/** Carries what somebody searches for, URI-encoded. A header, because URLs end up in logs and histories. */
export const searchHeader = 'stipple-search';
export const searchText = z.string().trim().max(80, 'is longer than 80 characters');
