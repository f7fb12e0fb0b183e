import {
  channels,
  channelUses,
  clockStarts,
  clockUnits,
  payerClocks,
  payerZones,
  peerStarts,
  planTypes,
  usStates,
} from '@stipple/domain';
import { z } from 'zod';
import { OfferedMove } from './case-view';
import { TimelineFinding, PolicyVersionRow } from './policies';
import { day, id, optionalText, text } from './primitives';

const line = z.enum(planTypes);
const amount = z.int().min(1).max(3650);

/** Payers mostly come with a roster; one that calls first is added by hand. */
export const AddPayer = z.strictObject({ name: text(120), phone: optionalText(40) });
export type AddPayer = z.infer<typeof AddPayer>;

const channel = { channel: z.enum(channels), usedFor: z.enum(channelUses), address: text(200) };
const clock = {
  lineOfBusiness: line,
  clock: z.enum(payerClocks),
  amount,
  unit: z.enum(clockUnits),
  starts: z.enum(clockStarts),
  /** A rule, a contract, a page of the payer’s manual. */
  source: text(300),
};
const peer = {
  amount,
  unit: z.enum(clockUnits),
  starts: z.enum(peerStarts),
  number: optionalText(40),
  source: text(300),
};

/** What somebody made sure of about a payer, as a whole. It takes the place of what was known before. */
export const DescribePayer = z.strictObject({
  /** The version that was seen; 0 where nothing was known. */
  version: z.int().min(0).max(2_147_483_647),
  memberServices: optionalText(40),
  verifiedOn: day,
  lines: z.array(line).min(1, 'needs at least one line of business').max(planTypes.length),
  channels: z.array(z.strictObject({ ...channel, note: optionalText(200) })).max(20),
  clocks: z.array(z.strictObject(clock)).max(100),
  peerToPeer: z.strictObject(peer).nullable(),
  /** The state whose law regulates its insured plans, and the zone in which its days begin and end. */
  state: z.enum(usStates).nullable().optional(),
  timeZone: z.enum(payerZones).nullable().optional(),
  note: optionalText(2000),
});
export type DescribePayer = z.infer<typeof DescribePayer>;

export const PayerProfileView = z.strictObject({
  version: z.number(),
  verifiedOn: z.string(),
  verifiedBy: z.string(),
  lines: z.array(line),
  channels: z.array(z.strictObject({ ...channel, note: z.string().nullable() })),
  clocks: z.array(z.strictObject(clock)),
  peerToPeer: z.strictObject({ ...peer, number: z.string().nullable() }).nullable(),
  state: z.string().nullable(),
  timeZone: z.enum(payerZones).nullable(),
  note: z.string().nullable(),
});
export type PayerProfileView = z.infer<typeof PayerProfileView>;

export const PayerRow = z.strictObject({
  id,
  name: z.string(),
  phone: z.string().nullable(),
  lines: z.array(line),
  verifiedOn: z.string().nullable(),
  /** Policies in force today, such as `BH-SCAR-07 v4`. */
  inForce: z.array(z.string()),
  drafts: z.number(),
  openCases: z.number(),
});
export type PayerRow = z.infer<typeof PayerRow>;

export const PayerView = z.strictObject({
  id,
  name: z.string(),
  phone: z.string().nullable(),
  today: z.string(),
  profile: PayerProfileView.nullable(),
  /** Newest first; without drafts that were discarded. */
  versions: z.array(PolicyVersionRow),
  /** Days on which no published version applies, between two that do. */
  findings: z.array(TimelineFinding),
  /** What whoever asks may do here: `describe`, `draft`. */
  moves: z.array(OfferedMove),
});
export type PayerView = z.infer<typeof PayerView>;
