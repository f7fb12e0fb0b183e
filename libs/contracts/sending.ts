import { channels } from '@stipple/domain';
import { z } from 'zod';
import { id, optionalText } from './primitives';

/** How something left the clinic: by which channel, and what proves it. */
export const sending = {
  channel: z.enum(channels),
  reference: optionalText(60),
  proofId: id.optional(),
};

/** Proof is a reference (portal id, fax confirmation, call reference) or an uploaded document, or both. */
export const isProven = ({
  reference,
  proofId,
}: {
  readonly reference?: string | undefined;
  readonly proofId?: string | undefined;
}): boolean => reference !== undefined || proofId !== undefined;
export const notProven = { path: ['reference'], message: 'is needed unless a proof is attached' };
