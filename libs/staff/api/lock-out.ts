import { Statement } from '@stipple/database';
import { HttpProblem } from '@stipple/http';

const triesAllowed = 5;
const lockMinutes = 15;

/** What an address leads to. Without a person where nobody has the address; everything else is the same for both. */
export interface Account {
  readonly clinic_id: string | null;
  readonly staff_id: string | null;
  readonly password_hash: string | null;
  readonly active: boolean | null;
  readonly locked_until: Date | null;
}

/** Counts a wrong password towards the lock-out, whether somebody has this address or not. */
export function failedTry(email: string, requestId: string | null): Statement {
  return {
    name: 'failed_try',
    text: 'SELECT stipple.record_failed_try($1, $2, make_interval(mins => $3), $4)',
    values: [email, triesAllowed, lockMinutes, requestId],
  };
}

/** @throws HttpProblem while the address is locked out; the answer says for how long */
export function refuseLockedOut({ locked_until: until }: Account): void {
  const seconds = until === null ? 0 : Math.ceil((until.getTime() - Date.now()) / 1000);
  if (seconds <= 0) return;
  const sentence = `Too many failed tries. Try again in ${Math.ceil(seconds / 60)} minutes.`;
  throw new HttpProblem(429, 'locked_out', sentence, undefined, seconds);
}
