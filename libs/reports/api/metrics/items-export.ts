import type { ClinicDatabase, Principal } from '@stipple/database';
import { denialClassWords, metricModeWords, metricOf, modeOf, stageWords } from '@stipple/domain';
import { csvBegin, csvLine } from '@stipple/files';
import { filterWords } from './filter-words';
import { type ItemQuestion, type RawItem, itemOf, itemsStatement } from './items.queries';

const columns = [
  'Case',
  'Patient',
  'Payer',
  'Day',
  'Outcome',
  'Code',
  'Reason',
  'Class',
  'Physician',
  'Coordinator',
  'Payer’s words',
  'Stage now',
];

/**
 * The cases behind a figure as a CSV file, line by line, however many. It begins with the definition by which they were
 * counted, and its last line says how many rows came, so that a file that was cut off shows.
 */
export async function* itemsAsCsv(
  db: ClinicDatabase,
  who: Principal,
  question: ItemQuestion,
): AsyncGenerator<string> {
  const metric = metricOf(question.metric);
  const [definition] = metric.versions;
  const title = `${metric.name} (definition ${definition.version}), ${question.side === 'part' ? 'what it counts' : 'all that it is a part of'}`;
  yield csvBegin(who, [`${title}: ${await filterWords(db, who, question.query)}`]);
  yield csvLine(['Counted', metricModeWords[modeOf(metric, question.query.mode)]]);
  yield csvLine(['Numerator', definition.numerator]);
  if (definition.denominator !== null) yield csvLine(['Denominator', definition.denominator]);
  yield csvLine(['Not counted', definition.exclusions]);
  yield csvLine(['Day', definition.dateBasis]);
  const unit = { days: 'Days', cents: 'Cents', seconds: 'Seconds' }[metric.unit as string];
  yield csvLine([...columns, ...(unit === undefined ? [] : [unit])]);
  const note = { action: 'metric_cases.export', subject: 'auth_request', subjectId: null, caseId: null };
  const statement = await itemsStatement(db, who, question);
  let count = 0;
  for await (const { item } of db.stream<{ item: RawItem }>(who, statement, note)) {
    count += 1;
    const row = itemOf(item);
    yield csvLine([
      row.caseNumber,
      row.patientName,
      row.payerName,
      row.day,
      row.outcome.replaceAll('_', ' '),
      row.code,
      row.reason,
      row.denialClass === null ? '' : denialClassWords[row.denialClass],
      row.physicianName ?? '',
      row.coordinatorName ?? '',
      row.words ?? '',
      stageWords[row.stage],
      ...(unit === undefined ? [] : [row.value]),
    ]);
  }
  yield csvLine([count === 1 ? '1 row' : `${count} rows`]);
}
