import { disputeOutcomes, disputeStates, estimateAskers } from '@stipple/domain';
import { z } from 'zod';
import { cents, day, id, text, version } from './primitives';

/** A patient disputes a bill; see `disputeRefusals` for which may be disputed and until when. */
export const OpenDispute = z.strictObject({
  /** As the estimate names them. */
  provider: text(160),
  /** As the bill says that the patient holds. */
  billedCents: cents.min(1, 'is no amount'),
  /** When they had the first bill. */
  billedOn: day,
  openedOn: day,
  openedBy: z.enum(estimateAskers),
});
export type OpenDispute = z.infer<typeof OpenDispute>;

export const CloseDispute = z.strictObject({ version, closedOn: day, outcome: z.enum(disputeOutcomes) });
export type CloseDispute = z.infer<typeof CloseDispute>;

export const DisputeView = z.strictObject({
  id,
  version: z.int(),
  state: z.enum(disputeStates),
  provider: z.string(),
  estimatedCents: z.int(),
  billedCents: z.int(),
  overByCents: z.int(),
  billedOn: day,
  /** The last day on which it could be begun. */
  windowEndsOn: day.nullable(),
  openedOn: day,
  openedBy: z.enum(estimateAskers),
  /** Who recorded it. */
  by: z.string(),
  closedOn: day.nullable(),
  outcome: z.enum(disputeOutcomes).nullable(),
});
export type DisputeView = z.infer<typeof DisputeView>;

/** What one provider was expected to bill, and what of it the ledger has charged so far. */
export const ProviderBillView = z.strictObject({
  provider: z.string(),
  estimatedCents: z.int(),
  chargedCents: z.int(),
  overByCents: z.int(),
  firstChargedOn: day.nullable(),
});
export type ProviderBillView = z.infer<typeof ProviderBillView>;
