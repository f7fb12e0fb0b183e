import { Ground, day } from '../ground';
import type { Columns } from '../sql';
import { Of, begin, step } from './history';

/** What a dispute says of a bill that is $450 over the bench’s estimate of three sessions. */
export function disputed(ground: Ground, agreementId: string): Columns {
  return {
    agreement_id: agreementId,
    estimate_version: 1,
    provider: 'Scar Clinic',
    estimated_cents: 135_000,
    billed_cents: 180_000,
    billed_on: day(ground, -10),
    opened_on: day(ground, -5),
    opened_by: 'patient',
  };
}

/** A new dispute, with something wrong about it. */
export function open(ground: Ground, of: Of, agreementId: string, forged: Columns = {}): string {
  const columns = { ...disputed(ground, agreementId), ...forged };
  return begin(ground, 'dispute', of, { move: 'open', to: 'open' }, columns);
}

export function close(ground: Ground, of: Of, forged: Columns = {}): string {
  const moved = { seq: 2, from: 'open', move: 'close', to: 'closed' };
  return step(ground, 'dispute', of, moved, { closed_on: day(ground, 0), outcome: 'settled', ...forged });
}
