import type { FileFormat, MetricGroups, MetricQuery } from '@stipple/contracts';
import type { ClinicDatabase, Principal, Snapshot } from '@stipple/database';
import {
  type MetricDimension,
  type MetricKey,
  dimensionWords,
  moneyMetrics,
  timeMetrics,
} from '@stipple/domain';
import { type TableFile, asOf, tableFormats } from '@stipple/files';
import { readMetrics } from './figures.queries';
import { definitionsOf, figuresTable } from './figures-table';
import { filterWords } from './filter-words';
import { readGroups } from './groups.queries';
import { causesTable, lateTable, moneyTable, timeTable } from './time-money-tables';

/** What is asked for: the filters of the page, and what its tables tell apart. */
export interface TimeMoneyQuestion {
  readonly query: Omit<MetricQuery, 'mode'>;
  readonly by: MetricDimension;
}

const byCase: readonly MetricKey[] = [...timeMetrics, ...moneyMetrics];
const byRequest: readonly MetricKey[] = [
  'payer_days',
  'days_to_appeal',
  'denials',
  'avoidable_rate',
  'late_decisions',
  'within_deadline_rate',
];

const note = { action: 'time_and_money.export', subject: 'auth_request', subjectId: null, caseId: null };

/**
 * The page “Time and money” as a file: its figures, and each of its tables. Every number is the one that the page gets, from
 * the same readers, and all of them are of one moment.
 *
 * @param stopping tells that nobody waits for it any more
 */
export async function* timeMoneyFile(
  db: ClinicDatabase,
  who: Principal,
  { format, ...question }: TimeMoneyQuestion & { readonly format: FileFormat },
  stopping?: AbortSignal,
): AsyncGenerator<string | Uint8Array> {
  yield* db.inSnapshot(
    who,
    note,
    async function* (snapshot) {
      yield* tableFormats[format].write(await fileIn(snapshot, who, question));
    },
    stopping,
  );
}

async function fileIn(reads: Snapshot, who: Principal, { query, by }: TimeMoneyQuestion): Promise<TableFile> {
  const ofCases = { ...query, mode: 'case' } as const;
  const ofRequests = { ...query, mode: 'event' } as const;
  const cases = await readMetrics(reads, who, { ...ofCases, metrics: [...byCase] });
  const requests = await readMetrics(reads, who, { ...ofRequests, metrics: [...byRequest] });
  const ofEach = async (metrics: readonly MetricKey[]) => {
    // One after the other: a snapshot has one connection.
    const all: MetricGroups[] = [];
    for (const metric of metrics) all.push(await readGroups(reads, who, metric, { ...ofCases, by }));
    return all;
  };
  const time = await ofEach(timeMetrics);
  const payerDays = await readGroups(reads, who, 'payer_days', { ...ofRequests, by });
  const money = await ofEach(moneyMetrics);
  const causes = await readGroups(reads, who, 'denials', { ...ofRequests, by: 'avoidable' });
  const late = await readGroups(reads, who, 'late_decisions', { ...ofRequests, by: 'payer' });
  const inTime = await readGroups(reads, who, 'within_deadline_rate', { ...ofRequests, by: 'payer' });
  return {
    title: `Time and money by ${dimensionWords[by].toLowerCase()}: ${await filterWords(reads, who, ofRequests)}`,
    clinic: who.clinicName,
    isDemo: who.isDemo,
    about: [
      ['Days', `${cases.from} to ${cases.to}`],
      asOf(cases.asOf, who),
      ['Counted', 'Time and money by case; days of payers, causes and late decisions by request'],
      ['Time', 'Seconds add up exactly; days are rounded, each for itself'],
      ...definitionsOf(cases.figures, ofCases),
      ...definitionsOf(requests.figures, ofRequests),
    ],
    tables: [
      figuresTable([...cases.figures, ...requests.figures]),
      timeTable(by, [...time, payerDays]),
      moneyTable(by, money),
      causesTable(causes),
      lateTable([late, inTime]),
    ],
  };
}
