import type { PayerTerms, PeerToPeerTerms } from '@stipple/domain';
import type { KnownPayer, Patient } from './patients';
import { clocksOf } from './payer-clocks';

/** Until when an invented payer lets a physician ask for a call. */
export const peerTerms = ({ key, portal }: KnownPayer): PeerToPeerTerms => ({
  amount: key === 'larch' ? 14 : 5,
  unit: key === 'larch' ? 'calendar_days' : 'business_days',
  starts: 'notice_received',
  source: `${portal}, Provider manual, Peer-to-peer`,
});

/** What the clocks of a patient's case read of the payer: the same as its profile holds for that kind of plan. */
export function termsOf({ payer, planType }: Pick<Patient, 'payer' | 'planType'>): PayerTerms {
  const clocks = (clocksOf[planType] ?? []).map((clock) => ({ ...clock, lineOfBusiness: planType }));
  return { clocks, peerToPeer: peerTerms(payer), state: payer.state, timeZone: 'America/New_York' };
}
