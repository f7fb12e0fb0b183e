import type { ClinicDatabase, Principal } from '@stipple/database';
import { sessionRisks } from '@stipple/domain';
import { type Cell, type Column, asOf, csvFile } from '@stipple/files';
import { AtRiskRow, atRiskSql } from './at-risk.query';

const columns: readonly Column[] = [
  { heading: 'Day', kind: 'day', width: 12 },
  { heading: 'Begins', kind: 'text', width: 10 },
  { heading: 'Case', kind: 'number', width: 9 },
  { heading: 'Patient', kind: 'text', width: 24 },
  { heading: 'Clinician', kind: 'text', width: 20 },
  { heading: 'Room', kind: 'text', width: 14 },
  { heading: 'Cleared by', kind: 'text', width: 20 },
  { heading: 'Window opens', kind: 'day', width: 12 },
  { heading: 'Window closes', kind: 'day', width: 12 },
  { heading: 'Outlook', kind: 'text', width: 10 },
  { heading: 'Reason', kind: 'text', width: 40 },
  { heading: 'What to do', kind: 'text', width: 40 },
];

const note = { action: 'schedule.at_risk', subject: 'treatment_session', subjectId: null, caseId: null };

/**
 * The bookings of the next 30 days that will fail or may, as a CSV file: a row for each reason.
 *
 * @param stopping tells that nobody waits for it any more
 */
export async function* atRiskFile(
  db: ClinicDatabase,
  who: Principal,
  stopping: AbortSignal,
): AsyncGenerator<string> {
  const statement = { name: 'at_risk', planFor: 'values' as const, text: atRiskSql, values: [who.clinicId] };
  yield* db.inSnapshot(
    who,
    note,
    async function* (snapshot) {
      yield* csvFile({
        title: 'Bookings of the next 30 days whose window, units, coverage or case will fail or may',
        clinic: who.clinicName,
        isDemo: who.isDemo,
        about: [asOf(new Date(), who)],
        tables: [
          {
            name: 'At risk',
            columns,
            rows: cellsOf(snapshot.rows<{ row: AtRiskRow }>(statement)),
            count: null,
          },
        ],
      });
    },
    stopping,
  );
}

async function* cellsOf(found: AsyncIterable<{ readonly row: AtRiskRow }>): AsyncGenerator<readonly Cell[]> {
  for await (const { row } of found) {
    for (const { sure, reason, remedy } of sessionRisks(row))
      yield [
        row.day,
        row.begins,
        row.caseNumber,
        row.patientName,
        row.clinician,
        row.room,
        row.clearance,
        row.opensOn,
        row.closesOn,
        sure ? 'Will fail' : 'May fail',
        reason,
        remedy,
      ];
  }
}
