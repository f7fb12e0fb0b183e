import type { MailSettings } from '@stipple/http';
import type { Pool, PoolClient } from 'pg';
import { clinicTransaction } from './clinic-transaction';
import { nameOf } from './fault';
import { type Letter, NotTaken, sendMail } from './mailer';

/** Whose e-mail it is, and where it is entered. */
export interface Post {
  readonly pool: Pool;
  readonly clinicId: string;
  readonly mail: MailSettings;
  /** Enters that it is about to go out. Of all who try at once, one may: the row decides. */
  readonly claim: (tx: PoolClient) => Promise<boolean>;
  /** @param refusedBecause null when the server took it */
  readonly note: (tx: PoolClient, refusedBecause: string | null) => Promise<void>;
}

export interface Sent {
  /** What went wrong, as a code and no words; null where nothing did. */
  readonly fault: string | null;
  /** False where nobody was there: the next e-mail would wait as long for nothing. */
  readonly isServerThere: boolean;
}

/**
 * Entered first, sent second, noted third. Whoever dies between the first and the third leaves a row of which nobody knows
 * whether its e-mail went out, and it is not sent again: one that is missing is missed by nobody, since all that it tells
 * of stands in the program as well; one that comes again and again is a nuisance, and nothing would stop it.
 */
export async function sendOnce({ pool, clinicId, mail, claim, note }: Post, letter: Letter): Promise<Sent> {
  const isOurs = await clinicTransaction(pool, clinicId, async (tx) => {
    // This commit is waited for: an entry lost with the server's memory would be an e-mail sent twice.
    await tx.query('SET LOCAL synchronous_commit = on');
    return claim(tx);
  });
  if (!isOurs) return { fault: null, isServerThere: true };
  try {
    await sendMail(mail, letter);
  } catch (error) {
    if (!(error instanceof NotTaken)) return { fault: nameOf(error), isServerThere: true };
    await clinicTransaction(pool, clinicId, (tx) => note(tx, error.message));
    return { fault: error.message, isServerThere: error.isReachable };
  }
  await clinicTransaction(pool, clinicId, (tx) => note(tx, null));
  return { fault: null, isServerThere: true };
}
