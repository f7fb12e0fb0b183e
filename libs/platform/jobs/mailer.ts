import type { MailSettings } from '@stipple/http';
import { createTransport } from 'nodemailer';

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** The server took nothing for certain. Its message is a code and no words: those may repeat an address. */
export class NotTaken extends Error {
  /** @param isReachable false where nobody was there to refuse it, so that the next e-mail would fare no better */
  constructor(
    code: string,
    readonly isReachable: boolean,
  ) {
    super(code);
  }
}

/** A job has to come to an end, also where a server holds the line and says nothing. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

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
  // A password never goes over an open line, whatever the server offers.
  const requireTLS = new URL(smtpUrl).username !== '';
  const transport = createTransport({ url: smtpUrl, requireTLS, ...patience }, { from });
  try {
    await transport.sendMail({
      ...letter,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  } catch (error) {
    throw refusalBehind(error) ?? error;
  } finally {
    transport.close();
  }
}

/** Only an answer of the server, or never having reached it, is a no. A connection that broke says nothing. */
function refusalBehind(error: unknown): NotTaken | null {
  const { responseCode, code, syscall } = error as { responseCode?: number; code?: string; syscall?: string };
  if (responseCode !== undefined && responseCode >= 400) return new NotTaken(`SMTP ${responseCode}`, true);
  if (syscall === 'connect' || syscall === 'getaddrinfo') return new NotTaken(`no ${syscall}`, false);
  return code === 'EAUTH' || code === 'EDNS' || code === 'ETLS' ? new NotTaken(code, false) : null;
}
