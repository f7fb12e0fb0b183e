import type { ClinicDatabase, Principal } from '@stipple/database';
import { clockTableAsOf } from '@stipple/domain';
import { csvBegin, csvLine } from '@stipple/files';
import { readClockBreaches } from './clock-breaches.queries';

const columns = ['Case', 'Payer', 'Rule', 'Source', 'Due', 'Decided', 'Days late'];

/** The decisions that came too late, or not at all, as a CSV file. The last line says how many rows came. */
export async function* breachesAsCsv(db: ClinicDatabase, who: Principal): AsyncGenerator<string> {
  const { from, to, rows } = await readClockBreaches(db, who, 'clock_breaches.export');
  const title = `Decisions after their last day, of what was sent from ${from} to ${to}`;
  yield csvBegin(who, [`${title} (table of rules as of ${clockTableAsOf})`]);
  yield csvLine(columns);
  for (const { caseNumber, payerName, rule, source, dueOn, decidedOn, daysLate } of rows)
    yield csvLine([caseNumber, payerName, rule, source, dueOn, decidedOn ?? 'not yet', daysLate]);
  yield csvLine([rows.length === 1 ? '1 row' : `${rows.length} rows`]);
}
