import type { FileFormat, MetricItem } from '@stipple/contracts';
import type { ClinicDatabase, Principal } from '@stipple/database';
import { denialClassWords, metricOf, stageWords } from '@stipple/domain';
import { type Cell, type Column, asOf, tableFormats } from '@stipple/files';
import { aboutMetric, titleOf } from './about-metric';
import { filterWords } from './filter-words';
import { type ItemQuestion, type RawItem, itemCountStatement, itemOf, itemsStatement } from './items.queries';

const columns: readonly Column[] = [
  { heading: 'Case', kind: 'number', width: 9 },
  { heading: 'Patient', kind: 'text', width: 24 },
  { heading: 'Payer', kind: 'text', width: 24 },
  { heading: 'Day', kind: 'day', width: 12 },
  { heading: 'Outcome', kind: 'text', width: 14 },
  { heading: 'Code', kind: 'text', width: 8 },
  { heading: 'Reason', kind: 'text', width: 40 },
  { heading: 'Class', kind: 'text', width: 18 },
  { heading: 'Physician', kind: 'text', width: 20 },
  { heading: 'Coordinator', kind: 'text', width: 20 },
  { heading: 'Payer’s words', kind: 'text', width: 60 },
  { heading: 'Stage now', kind: 'text', width: 16 },
];
const units: Readonly<Record<string, Column>> = {
  days: { heading: 'Days', kind: 'number', width: 8 },
  cents: { heading: 'US dollars', kind: 'cents', width: 12 },
  seconds: { heading: 'Seconds', kind: 'number', width: 12 },
};

const note = { action: 'metric_cases.export', subject: 'auth_request', subjectId: null, caseId: null };

/**
 * The cases behind a figure as a file, however many, with the definition by which they were counted. All of it is read in one
 * snapshot.
 *
 * @param stopping tells that nobody waits for it any more
 */
export async function* itemsFile(
  db: ClinicDatabase,
  who: Principal,
  { format, ...question }: ItemQuestion & { readonly format: FileFormat },
  stopping?: AbortSignal,
): AsyncGenerator<string | Uint8Array> {
  const metric = metricOf(question.metric);
  const unit = units[metric.unit];
  const side = question.side === 'part' ? 'what it counts' : 'all that it is a part of';
  yield* db.inSnapshot(
    who,
    note,
    async function* (snapshot) {
      const filters = await filterWords(snapshot, who, question.query);
      const counted = await itemCountStatement(snapshot, who, question);
      const [found] = await snapshot.read<{ total: number; asOf: Date }>(counted);
      const items = await itemsStatement(snapshot, who, question);
      yield* tableFormats[format].write({
        title: `${titleOf(metric)}, ${side}: ${filters}`,
        clinic: who.clinicName,
        isDemo: who.isDemo,
        about: [...aboutMetric(metric, question.query), asOf(found?.asOf ?? new Date(), who)],
        tables: [
          {
            name: 'Cases',
            columns: [...columns, ...(unit === undefined ? [] : [unit])],
            rows: cellsOf(snapshot.rows<{ item: RawItem }>(items), unit !== undefined),
            count: found?.total ?? 0,
          },
        ],
      });
    },
    stopping,
  );
}

async function* cellsOf(
  items: AsyncIterable<{ readonly item: RawItem }>,
  hasValue: boolean,
): AsyncGenerator<readonly Cell[]> {
  for await (const { item } of items) yield cells(itemOf(item), hasValue);
}

const cells = (row: MetricItem, hasValue: boolean): readonly Cell[] => [
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
  ...(hasValue ? [row.value] : []),
];
