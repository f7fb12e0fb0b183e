import type { FileFormat, MetricCell, MetricFigure, MetricQuery } from '@stipple/contracts';
import type { ClinicDatabase, Principal, Snapshot } from '@stipple/database';
import {
  type MetricDimension,
  dimensionWords,
  intervalWords,
  metricModeWords,
  metricOf,
} from '@stipple/domain';
import { type Cell, type Column, type Table, type TableFile, tableFormats } from '@stipple/files';
import { aboutMetric, titleOf } from './about-metric';
import { readMetrics } from './figures.queries';
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

const measures: readonly Column[] = [
  { heading: 'Share', kind: 'share', width: 10 },
  { heading: 'Interval from', kind: 'share', width: 14 },
  { heading: 'Interval to', kind: 'share', width: 12 },
];
const figureColumns: readonly Column[] = [
  { heading: 'Figure', kind: 'text', width: 30 },
  { heading: 'Definition', kind: 'number', width: 10 },
  { heading: 'Counted', kind: 'text', width: 18 },
  { heading: 'Numerator', kind: 'number', width: 11 },
  { heading: 'Denominator (n)', kind: 'number', width: 16 },
  ...measures,
  { heading: 'Median days', kind: 'number', width: 12 },
  { heading: 'Ninth decile', kind: 'number', width: 12 },
  { heading: 'US dollars', kind: 'cents', width: 14 },
  { heading: 'Filters without use', kind: 'text', width: 22 },
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
  const tables: Table[] = [tableOf('Figures', figureColumns, report.figures.map(figureCells))];
  for (const [name, by, across] of groupings) {
    const { cells } = await readGroups(snapshot, who, 'denial_rate', { ...query, by, across });
    tables.push(tableOf(name, groupColumns(by, across), cells.map(groupCells)));
  }
  const definitions = report.figures.flatMap(({ metric }) => {
    const about = metricOf(metric);
    return [[titleOf(about), about.versions[0].formula] as const, ...aboutMetric(about, query)];
  });
  return {
    title: `Denials: ${await filterWords(snapshot, who, query)}`,
    clinic: who.clinicName,
    isDemo: who.isDemo,
    about: [
      ['Days', `${report.from} to ${report.to}`],
      // PostgreSQL's now(), which becomes a text only on the wire.
      ['As of', new Date(report.asOf).toISOString()],
      ['Interval', intervalWords],
      ['Tables by group', `${titleOf(metricOf('denial_rate'))}, part and whole of each group`],
      ...definitions,
    ],
    tables,
  };
}

const tableOf = (name: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): Table => ({
  name,
  columns,
  rows,
  count: rows.length,
});

const figureCells = (figure: MetricFigure): readonly Cell[] => [
  metricOf(figure.metric).name,
  figure.version,
  metricModeWords[figure.mode],
  figure.part,
  figure.whole,
  figure.share,
  figure.low,
  figure.high,
  figure.median,
  figure.ninthDecile,
  figure.cents,
  figure.leftOut.map((dimension) => dimensionWords[dimension]).join(', '),
];

function groupColumns(by: MetricDimension, across?: MetricDimension): readonly Column[] {
  const keys = across === undefined ? [by] : [by, across];
  return [
    ...keys.map((dimension): Column => ({ heading: dimensionWords[dimension], kind: 'text', width: 32 })),
    { heading: 'Denials', kind: 'number', width: 10 },
    { heading: 'Decisions (n)', kind: 'number', width: 14 },
    ...measures,
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
