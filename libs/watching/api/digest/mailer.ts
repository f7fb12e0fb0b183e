import type { MailSettings } from '@stipple/http';
import { createTransport } from 'nodemailer';
import type { Mail } from './digest-words';

/** The server, or the way to it, took nothing for certain. Holds its code and no words: those may repeat an address. */
export class NotTaken extends Error {}

export interface Letter extends Mail {
  readonly to: string;
  /** The same for the same e-mail, so that a mailbox can tell a second copy. */
  readonly messageId: string;
}

/**
 * Hands an e-mail to the mail server.
 *
 * @throws NotTaken when it may be tried again; any other fault leaves open whether it went out
 */
export async function sendMail({ smtpUrl, from }: MailSettings, letter: Letter): Promise<void> {
  const transport = createTransport(smtpUrl, { from });
  try {
    await transport.sendMail({
      ...letter,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    const code = whyNotTaken(error);
    throw code === null ? error : new NotTaken(code);
  } finally {
    transport.close();
  }
}

/** Only an answer of the server, or never having reached it, is a no. A connection that broke says nothing. */
function whyNotTaken(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { responseCode, code, syscall } = error as { responseCode?: number; code?: string; syscall?: string };
  if (responseCode !== undefined && responseCode >= 400) return `SMTP ${responseCode}`;
  if (syscall === 'connect' || syscall === 'getaddrinfo') return `no connection (${syscall})`;
  return code === 'EAUTH' || code === 'EDNS' || code === 'ETLS' ? code : null;
}
