import type { FileFormat, MetricCell, MetricQuery } from '@stipple/contracts';
import type { ClinicDatabase, Principal, Snapshot } from '@stipple/database';
import { type MetricDimension, dimensionWords, intervalWords, metricOf } from '@stipple/domain';
import { type Cell, type Column, type Table, type TableFile, asOf, tableFormats } from '@stipple/files';
import { titleOf } from './about-metric';
import { readMetrics } from './figures.queries';
import { definitionsOf, figuresTable, shareColumns, tableOf } from './figures-table';
import { filterWords } from './filter-words';
import { readGroups } from './groups.queries';

/** What every table but the first tells apart, and its name. */
const groupings: readonly (readonly [name: string, by: MetricDimension, across?: MetricDimension])[] = [
  ['By month', 'month'],
  ['By payer', 'payer'],
  ['By reason', 'reason'],
  ['Payer and reason', 'payer', 'reason'],
  ['By physician', 'physician'],
  ['By coordinator', 'coordinator'],
  ['By code', 'codes'],
];

const note = { action: 'metric_report.export', subject: 'auth_request', subjectId: null, caseId: null };

/**
 * The whole report as a file: the figures at its top, then the denial rate by everything that the page shows it by. Every
 * number is the one that the page gets, from the same readers, and all of them are of one moment.
 */
export async function* reportFile(
  db: ClinicDatabase,
  who: Principal,
  { format, query }: { readonly format: FileFormat; readonly query: MetricQuery },
  stopping?: AbortSignal,
): AsyncGenerator<string | Uint8Array> {
  yield* db.inSnapshot(
    who,
    note,
    async function* (snapshot) {
      yield* tableFormats[format].write(await reportIn(snapshot, who, query));
    },
    stopping,
  );
}

async function reportIn(snapshot: Snapshot, who: Principal, query: MetricQuery): Promise<TableFile> {
  const report = await readMetrics(snapshot, who, query);
  const tables: Table[] = [figuresTable(report.figures)];
  for (const [name, by, across] of groupings) {
    const { cells } = await readGroups(snapshot, who, 'denial_rate', { ...query, by, across });
    tables.push(tableOf(name, groupColumns(by, across), cells.map(groupCells)));
  }
  return {
    title: `Denials: ${await filterWords(snapshot, who, query)}`,
    clinic: who.clinicName,
    isDemo: who.isDemo,
    about: [
      ['Days', `${report.from} to ${report.to}`],
      asOf(report.asOf, who),
      ['Interval', intervalWords],
      ['Tables by group', `${titleOf(metricOf('denial_rate'))}, part and whole of each group`],
      ...definitionsOf(report.figures, query),
    ],
    tables,
  };
}

function groupColumns(by: MetricDimension, across?: MetricDimension): readonly Column[] {
  const keys = across === undefined ? [by] : [by, across];
  return [
    ...keys.map((dimension): Column => ({ heading: dimensionWords[dimension], kind: 'text', width: 32 })),
    { heading: 'Denials', kind: 'number', width: 10 },
    { heading: 'Decisions (n)', kind: 'number', width: 14 },
    ...shareColumns,
    { heading: 'Remark', kind: 'text', width: 20 },
  ];
}

const groupCells = ({ keys, part, whole, share, low, high, enough }: MetricCell): readonly Cell[] => [
  ...keys.map(({ name }) => name),
  part,
  whole,
  share,
  low,
  high,
  enough ? '' : 'fewer than ten',
];
