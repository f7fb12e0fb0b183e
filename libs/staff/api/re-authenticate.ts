import { Command, Refused } from '@stipple/database';
import { refusal } from '@stipple/domain';
import { Account, failedTry, refuseLockedOut } from './lock-out';
import { passwordMatches } from './password';

/** Asks for the password once more, as a signature requires. Wrong ones count towards the lock-out as at sign-in. */
export async function reAuthenticate({ tx, who }: Command, password: string): Promise<void> {
  const [account]: Account[] = await tx.query('SELECT * FROM stipple.account_for_sign_in($1)', [who.email]);
  if (account?.staff_id === who.staffId) {
    refuseLockedOut(account);
    if (await passwordMatches(password, account.password_hash ?? '')) return;
  }
  const sentence = 'The password is not right; nothing was signed.';
  throw new Refused([refusal('password_wrong', sentence, 'password')], failedTry(who.email, null));
}
