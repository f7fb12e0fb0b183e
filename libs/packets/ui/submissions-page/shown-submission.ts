import type { SubmissionRow } from '@stipple/contracts';
import { ReceiptState, channelWords, submissionWords } from '@stipple/domain';
import { IconName, Tone, count, formatDateTime, formatDay, joined } from '@stipple/ui';

const looks: Readonly<Record<ReceiptState, { readonly tone: Tone; readonly icon: IconName }>> = {
  received: { tone: 'good', icon: 'circle-check' },
  answered: { tone: 'good', icon: 'check' },
  rejected: { tone: 'bad', icon: 'circle-x' },
  ended: { tone: 'quiet', icon: 'ban' },
  waiting: { tone: 'warn', icon: 'hourglass' },
};

/** A submission in the words and pictures of a row. Instants are told on the clinic's clock. */
export function shown(row: SubmissionRow, timeZone: string) {
  const time = (instant: string) => formatDateTime(instant, timeZone);
  return {
    ...row,
    sent: row.timed ? time(row.sentAt) : dayOf(row.sentAt, timeZone),
    recorded: `Recorded ${time(row.recordedAt)} by ${row.recordedBy.name}`,
    channelWords: row.channel === null ? 'Not recorded' : channelWords[row.channel],
    what: submissionWords(row.kind, row.challengeKind),
    asked: row.lines.map(({ procedureCode, units }) => `${procedureCode} × ${units}`).join(', '),
    correctsWords: row.corrects && correctsWords(row.corrects, time),
    receiptWords: receiptWords(row.receipt),
    receiptFacts: joined(
      row.receipt.at && time(row.receipt.at),
      row.receipt.reference && `payer’s reference ${row.receipt.reference}`,
    ),
    look: looks[row.receipt.state],
  };
}

export type ShownSubmission = ReturnType<typeof shown>;

function correctsWords(
  { sentAt, reference }: NonNullable<SubmissionRow['corrects']>,
  time: (at: string) => string,
) {
  return joined(`Corrects the one sent ${sentAt ? time(sentAt) : 'before'}`, reference && `no. ${reference}`);
}

function receiptWords({ state, words, days }: SubmissionRow['receipt']): string {
  if (state === 'received') return 'Received';
  if (state !== 'waiting') return words ?? 'No receipt on record';
  return days === 0 || days === null ? 'No receipt yet, sent today' : `No receipt yet, ${count(days, 'day')}`;
}

function dayOf(instant: string, timeZone: string): string {
  return formatDay(Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString());
}
