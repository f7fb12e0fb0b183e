import type { ClockBreachRow, FileFormat } from '@stipple/contracts';
import type { ClinicDatabase, Principal } from '@stipple/database';
import { clockTableAsOf } from '@stipple/domain';
import { type Cell, type Column, asOf, tableFormats } from '@stipple/files';
import { breachesIn } from './clock-breaches.queries';

const columns: readonly Column[] = [
  { heading: 'Case', kind: 'number', width: 9 },
  { heading: 'Payer', kind: 'text', width: 24 },
  { heading: 'Rule', kind: 'text', width: 16 },
  { heading: 'Source', kind: 'text', width: 40 },
  { heading: 'Due', kind: 'day', width: 12 },
  // A decision that has not come says so: no day.
  { heading: 'Decided', kind: 'text', width: 12 },
  { heading: 'Days late', kind: 'number', width: 10 },
];

const note = { action: 'clock_breaches.export', subject: 'auth_request', subjectId: null, caseId: null };

/**
 * The decisions that came too late, or not at all, as a file to complain with.
 *
 * @param stopping tells that nobody waits for it any more
 */
export async function* breachesFile(
  db: ClinicDatabase,
  who: Principal,
  format: FileFormat,
  stopping: AbortSignal,
): AsyncGenerator<string | Uint8Array> {
  yield* db.inSnapshot(
    who,
    note,
    async function* (snapshot) {
      const { from, to, rows } = await breachesIn(snapshot, who);
      yield* tableFormats[format].write({
        title: `Decisions after their last day, of what was sent from ${from} to ${to}`,
        clinic: who.clinicName,
        isDemo: who.isDemo,
        about: [asOf(new Date(), who), ['Table of rules as of', clockTableAsOf]],
        tables: [{ name: 'Late decisions', columns, rows: rows.map(cells), count: rows.length }],
      });
    },
    stopping,
  );
}

const cells = (row: ClockBreachRow): readonly Cell[] => [
  row.caseNumber,
  row.payerName,
  row.rule,
  row.source,
  row.dueOn,
  row.decidedOn ?? 'not yet',
  row.daysLate,
];
