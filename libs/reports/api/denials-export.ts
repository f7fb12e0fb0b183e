import type { DenialQuery } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import { denialClassWords, metricOf, stageWords } from '@stipple/domain';
import { csvBegin, csvLine } from '@stipple/files';
import { denialExport, denialRow } from './denials.queries';
import { filterWords } from './metrics/filter-words';
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
  yield csvBegin(who, [`${title}: ${await filterWords(db, who, { mode: 'event', ...query })}`]);
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
