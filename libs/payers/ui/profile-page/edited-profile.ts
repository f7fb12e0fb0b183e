import type { DescribePayer, PayerView } from '@stipple/contracts';
import type { Day, PayerZone, PlanType } from '@stipple/domain';

type Channel = DescribePayer['channels'][number];
type Clock = DescribePayer['clocks'][number];

/** What stands in the form: numbers may still be empty. */
export interface EditedProfile {
  readonly memberServices: string;
  readonly verifiedOn: Day;
  readonly lines: readonly PlanType[];
  readonly channels: readonly Channel[];
  readonly clocks: readonly (Omit<Clock, 'amount'> & { readonly amount: number | null })[];
  readonly peer:
    (Omit<NonNullable<DescribePayer['peerToPeer']>, 'amount'> & { readonly amount: number | null }) | null;
  /** Empty where nobody knows. */
  readonly state: string;
  readonly timeZone: PayerZone | '';
  readonly note: string;
}
export type EditedClock = EditedProfile['clocks'][number];

export function profileOf({ phone, profile, today }: PayerView): EditedProfile {
  return {
    memberServices: phone ?? '',
    verifiedOn: today,
    lines: profile?.lines ?? [],
    channels: (profile?.channels ?? []).map((one) => ({ ...one, note: one.note ?? '' })),
    clocks: profile?.clocks ?? [],
    peer: profile?.peerToPeer ? { ...profile.peerToPeer, number: profile.peerToPeer.number ?? '' } : null,
    state: profile?.state ?? '',
    timeZone: profile?.timeZone ?? '',
    note: profile?.note ?? '',
  };
}

export const blankChannel: Channel = { channel: 'portal', usedFor: 'requests', address: '', note: '' };
export const blankPeer: NonNullable<EditedProfile['peer']> = {
  amount: null,
  unit: 'business_days',
  starts: 'notice_received',
  number: '',
  source: '',
};

export function blankClock(lineOfBusiness: PlanType): EditedClock {
  return {
    lineOfBusiness,
    clock: 'decision_standard',
    amount: null,
    unit: 'calendar_days',
    starts: 'payer_received',
    source: '',
  };
}

/** As the API takes it, except for what is missing: that it names itself. */
export function sentProfile({ peer, state, timeZone, ...profile }: EditedProfile, version: number): unknown {
  return { ...profile, version, peerToPeer: peer, state: state || null, timeZone: timeZone || null };
}
