import type { SubmissionQuery, SubmissionRow } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import { channelWords, submissionWords } from '@stipple/domain';
import { csvBegin, csvLine } from '@stipple/files';
import { newestFirst, rowFields, rowJoins } from './sent.sql';
import { type RawSubmission, submissionOf } from './submission-row';
import { SubmissionStatement } from './submission-statement';

const columns = [
  'Sent',
  'Channel',
  'What',
  'Asked for',
  'Payer',
  'Case',
  'Patient',
  'Reference',
  'Proof',
  'Receipt',
  'Receipt at',
  'Payer’s reference',
  'Days without an answer',
  'Payer’s words at the rejection',
  'Corrects',
  'Recorded',
  'Recorded by',
];

/**
 * The log as a CSV file, line by line, however many. The first lines say what the file holds and when it was written,
 * the last one how many rows came, so that a file that was cut off shows.
 */
export async function* submissionsAsCsv(
  db: ClinicDatabase,
  who: Principal,
  query: SubmissionQuery,
): AsyncGenerator<string> {
  const asked = new SubmissionStatement(who, query);
  const text = `SELECT json_build_object(${rowFields}) AS row FROM (${asked.rows()}) s ${rowJoins} ORDER BY ${newestFirst}`;
  yield csvBegin(who, [`Submissions to payers, newest first: ${await filterWords(db, who, query)}`]);
  yield csvLine([`Written ${wallClock(Temporal.Now.instant().toString(), who)} (${who.timeZone})`]);
  yield csvLine(columns);
  const note = { action: 'submissions.export', subject: 'auth_request', subjectId: null, caseId: null };
  let count = 0;
  for await (const { row } of db.stream<{ row: RawSubmission }>(who, asked.named(text), note)) {
    count += 1;
    yield lineOf(submissionOf(row), who);
  }
  yield csvLine([count === 1 ? '1 row' : `${count} rows`]);
}

function lineOf(row: SubmissionRow, who: Principal): string {
  const { receipt, rejection, corrects } = row;
  return csvLine([
    row.timed ? wallClock(row.sentAt, who) : wallClock(row.sentAt, who).slice(0, 10),
    row.channel === null ? 'not recorded' : channelWords[row.channel],
    submissionWords(row.kind, row.challengeKind),
    row.lines.map(({ procedureCode, units }) => `${procedureCode} × ${units}`).join(', '),
    row.payerName,
    row.caseNumber,
    row.patientName,
    row.reference,
    row.proof?.title ?? 'no proof on file',
    receiptWords(receipt),
    receipt.at && wallClock(receipt.at, who),
    receipt.reference,
    receipt.days,
    rejection && [rejection.code, rejection.words].filter(Boolean).join(': '),
    corrects &&
      [corrects.sentAt && wallClock(corrects.sentAt, who), corrects.reference].filter(Boolean).join(', '),
    wallClock(row.recordedAt, who),
    row.recordedBy.name,
  ]);
}

function receiptWords({ state, words }: SubmissionRow['receipt']): string {
  if (state === 'received') return 'received';
  return state === 'waiting' ? 'no receipt yet' : (words ?? state);
}

/** `2026-11-29 14:05`, where the clinic is. */
function wallClock(instant: string, { timeZone }: Principal): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
}

async function filterWords(db: ClinicDatabase, who: Principal, query: SubmissionQuery): Promise<string> {
  const { channel, payerId, from, to, person, receipt, proof } = query;
  const [names] = await db.read<{ payer: string | null; person: string | null }>(who, {
    name: 'names_of_submission_filters',
    text: `SELECT (SELECT name FROM stipple.payer WHERE clinic_id = $1 AND id = $2) AS payer, (SELECT name FROM stipple.staff WHERE clinic_id = $1 AND id = $3) AS person`,
    values: [who.clinicId, payerId ?? null, person === 'me' ? who.staffId : (person ?? null)],
  });
  const parts = [
    from && `from ${from}`,
    to && `to ${to}`,
    channel && (channel === 'none' ? 'channel not recorded' : `by ${channelWords[channel]}`),
    payerId && `payer ${names?.payer ?? 'unknown'}`,
    person && `recorded by ${names?.person ?? 'unknown'}`,
    receipt && 'without a receipt',
    proof && 'without a proof',
  ];
  return parts.filter(Boolean).join(', ') || 'all';
}
