import type { DenialQuery } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import { denialClassWords, denialReasonWords, metricOf, stageWords } from '@stipple/domain';
import { csvBegin, csvLine } from '@stipple/files';
import { denialExport, denialRow } from './denials.queries';
import type { RawItem } from './metrics/items.queries';

const columns = [
  'Case',
  'Patient',
  'Payer',
  'Denied on',
  'Code',
  'Reason',
  'Class',
  'Payer’s words',
  'Stage now',
];

/**
 * The denials as a CSV file, line by line, however many. The first line says what the file holds and by which
 * definition, the last one how many rows came, so that a file that was cut off shows.
 */
export async function* denialsAsCsv(
  db: ClinicDatabase,
  who: Principal,
  query: DenialQuery,
): AsyncGenerator<string> {
  const title = `Denied requests by the day of the decision (definition ${metricOf('denials').versions[0].version})`;
  yield csvBegin(who, [`${title}: ${await filterWords(db, who, query)}`]);
  yield csvLine(columns);
  const note = { action: 'denials.export', subject: 'auth_request', subjectId: null, caseId: null };
  let count = 0;
  const statement = await denialExport(db, who, query);
  for await (const { item } of db.stream<{ item: RawItem }>(who, statement, note)) {
    const denial = denialRow(item);
    count += 1;
    yield csvLine([
      denial.caseNumber,
      denial.patientName,
      denial.payerName,
      denial.deniedOn,
      denial.code,
      denial.reason,
      denialClassWords[denial.denialClass],
      denial.words,
      stageWords[denial.stage],
    ]);
  }
  yield csvLine([count === 1 ? '1 row' : `${count} rows`]);
}

async function filterWords(db: ClinicDatabase, who: Principal, query: DenialQuery): Promise<string> {
  const { from, to, payerId, reason, denialClass, month } = query;
  const parts = [
    from === undefined && to === undefined ? 'last 12 months' : null,
    from === undefined ? null : `from ${from}`,
    to === undefined ? null : `to ${to}`,
    payerId === undefined ? null : `payer ${await payerName(db, who, payerId)}`,
    reason === undefined ? null : `reason ${`${reason} ${denialReasonWords(reason || null)}`.trim()}`,
    denialClass === undefined ? null : `class ${denialClassWords[denialClass]}`,
    month === undefined ? null : `month ${month}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

async function payerName(db: ClinicDatabase, who: Principal, payerId: string): Promise<string> {
  const [payer] = await db.read<{ name: string }>(who, {
    name: 'payer_name',
    text: 'SELECT name FROM stipple.payer WHERE clinic_id = $1 AND id = $2',
    values: [who.clinicId, payerId],
  });
  return payer?.name ?? 'unknown';
}
