import { ClinicDatabase, Principal } from '@stipple/database';
import { sessionRisks } from '@stipple/domain';
import { csvBegin, csvLine } from '@stipple/files';
import { AtRiskRow, atRiskSql } from './at-risk.query';

const columns = [
  'Day',
  'Begins',
  'Case',
  'Patient',
  'Clinician',
  'Room',
  'Cleared by',
  'Window opens',
  'Window closes',
  'Outlook',
  'Reason',
  'What to do',
];

/** The bookings of the next 30 days that will fail or may, a line for each reason; the last line says how many. */
export async function* atRiskAsCsv(db: ClinicDatabase, who: Principal): AsyncGenerator<string> {
  yield csvBegin(who, [
    'Bookings of the next 30 days whose window, units, coverage or case will fail or may',
  ]);
  yield csvLine(columns);
  const note = { action: 'schedule.at_risk', subject: 'treatment_session', subjectId: null, caseId: null };
  const statement = { name: 'at_risk', planFor: 'values' as const, text: atRiskSql, values: [who.clinicId] };
  let count = 0;
  for await (const { row } of db.stream<{ row: AtRiskRow }>(who, statement, note)) {
    for (const { sure, reason, remedy } of sessionRisks(row)) {
      count += 1;
      yield csvLine([
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
      ]);
    }
  }
  yield csvLine([count === 1 ? '1 row' : `${count} rows`]);
}
