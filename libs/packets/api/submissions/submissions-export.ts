import type { SubmissionQuery, SubmissionRow } from '@stipple/contracts';
import type { ClinicDatabase, Principal, Reads } from '@stipple/database';
import { channelWords, submissionWords } from '@stipple/domain';
import { type Cell, type Column, asOf, csvFile, wallClock } from '@stipple/files';
import { newestFirst, rowFields, rowJoins } from './sent.sql';
import { type RawSubmission, submissionOf } from './submission-row';
import { SubmissionStatement } from './submission-statement';

const columns: readonly Column[] = [
  { heading: 'Sent', kind: 'text', width: 16 },
  { heading: 'Channel', kind: 'text', width: 14 },
  { heading: 'What', kind: 'text', width: 20 },
  { heading: 'Asked for', kind: 'text', width: 20 },
  { heading: 'Payer', kind: 'text', width: 24 },
  { heading: 'Case', kind: 'number', width: 9 },
  { heading: 'Patient', kind: 'text', width: 24 },
  { heading: 'Reference', kind: 'text', width: 16 },
  { heading: 'Proof', kind: 'text', width: 24 },
  { heading: 'Receipt', kind: 'text', width: 24 },
  { heading: 'Receipt at', kind: 'text', width: 16 },
  { heading: 'Payer’s reference', kind: 'text', width: 16 },
  { heading: 'Days without an answer', kind: 'number', width: 12 },
  { heading: 'Payer’s words at the rejection', kind: 'text', width: 40 },
  { heading: 'Corrects', kind: 'text', width: 24 },
  { heading: 'Recorded', kind: 'text', width: 16 },
  { heading: 'Recorded by', kind: 'text', width: 20 },
];

const note = { action: 'submissions.export', subject: 'auth_request', subjectId: null, caseId: null };

/**
 * The log as a CSV file, the newest first, however many.
 *
 * @param stopping tells that nobody waits for it any more
 */
export async function* submissionsFile(
  db: ClinicDatabase,
  who: Principal,
  query: SubmissionQuery,
  stopping: AbortSignal,
): AsyncGenerator<string> {
  const asked = new SubmissionStatement(who, query);
  const text = `SELECT json_build_object(${rowFields}) AS row FROM (${asked.rows()}) s ${rowJoins} ORDER BY ${newestFirst}`;
  yield* db.inSnapshot(
    who,
    note,
    async function* (snapshot) {
      // Before the rows: while they stream, the connection answers nothing else.
      const filters = await filterWords(snapshot, who, query);
      const rows = cellsOf(snapshot.rows<{ row: RawSubmission }>(asked.named(text)), who);
      yield* csvFile({
        title: `Submissions to payers, newest first: ${filters}`,
        clinic: who.clinicName,
        isDemo: who.isDemo,
        about: [asOf(new Date(), who)],
        tables: [{ name: 'Submissions', columns, rows, count: null }],
      });
    },
    stopping,
  );
}

async function* cellsOf(
  found: AsyncIterable<{ readonly row: RawSubmission }>,
  { timeZone }: Principal,
): AsyncGenerator<readonly Cell[]> {
  const at = (instant: string) => wallClock(instant, timeZone);
  for await (const { row: raw } of found) {
    const row = submissionOf(raw);
    const { receipt, rejection, corrects } = row;
    yield [
      row.timed ? at(row.sentAt) : at(row.sentAt).slice(0, 10),
      row.channel === null ? 'not recorded' : channelWords[row.channel],
      submissionWords(row.kind, row.challengeKind),
      row.lines.map(({ procedureCode, units }) => `${procedureCode} × ${units}`).join(', '),
      row.payerName,
      row.caseNumber,
      row.patientName,
      row.reference,
      row.proof?.title ?? 'no proof on file',
      receiptWords(receipt),
      receipt.at && at(receipt.at),
      receipt.reference,
      receipt.days,
      rejection && [rejection.code, rejection.words].filter(Boolean).join(': '),
      corrects && [corrects.sentAt && at(corrects.sentAt), corrects.reference].filter(Boolean).join(', '),
      at(row.recordedAt),
      row.recordedBy.name,
    ];
  }
}

function receiptWords({ state, words }: SubmissionRow['receipt']): string {
  if (state === 'received') return 'received';
  return state === 'waiting' ? 'no receipt yet' : (words ?? state);
}

async function filterWords(reads: Reads, who: Principal, query: SubmissionQuery): Promise<string> {
  const { channel, payerId, from, to, person, receipt, proof } = query;
  const [names] = await reads.read<{ payer: string | null; person: string | null }>({
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
