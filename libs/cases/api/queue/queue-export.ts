import type { QueueQuery } from '@stipple/contracts';
import { ClinicDatabase, Principal } from '@stipple/database';
import {
  type QueueSort,
  bodySiteWords,
  formatCents,
  partyWords,
  queueViewWords,
  sideWords,
  stageWords,
} from '@stipple/domain';
import { csvBegin, csvLine } from '@stipple/files';
import { type RawRow, clockSql, rowFields, rowJoins, rowOf } from './queue-row';
import { QueueStatement } from './queue-statement';

const columns = [
  'Case',
  'Patient',
  'Record number',
  'Payer',
  'Code',
  'Body site',
  'Side',
  'Stage',
  'Acts next',
  'Next step',
  'Due on',
  'Next touch',
  'Owner',
  'Money at risk',
  'Why it is here',
];

/**
 * A view of the queue as a CSV file, line by line, however many. The first lines say what the file holds and when it
 * was written, the last one how many rows came, so that a file that was cut off shows.
 */
export async function* queueAsCsv(
  db: ClinicDatabase,
  who: Principal,
  { query, q }: { query: QueueQuery; q: string },
): AsyncGenerator<string> {
  const asked = new QueueStatement(who, query, q);
  const text = /* sql */ `${asked.with}
SELECT json_build_object(${rowFields}, 'foundBy', NULL) AS row, clock.today::text AS today
  FROM ${clockSql} CROSS JOIN stipple.treatment_case c ${rowJoins} ${asked.searches ? 'JOIN hit ON hit.case_id = c.id' : ''}
 WHERE c.clinic_id = $1 AND ${asked.where} ORDER BY ${asked.order.by()}`;
  const written = Temporal.Now.zonedDateTimeISO(who.timeZone).toString({
    smallestUnit: 'minute',
    offset: 'never',
  });
  yield csvBegin(who, [`Queue: ${await filterWords(db, who, { query, q })}`]);
  yield csvLine([`Written ${written}`]);
  yield csvLine(['Every row of the view, none left out; the last line says how many']);
  yield csvLine(columns);
  const note = { action: 'queue.export', subject: 'treatment_case', subjectId: null, caseId: null };
  let count = 0;
  for await (const { row, today } of db.stream<{ row: RawRow; today: string }>(
    who,
    asked.named(text),
    note,
  )) {
    count += 1;
    yield lineOf(row, today);
  }
  yield csvLine([count === 1 ? '1 row' : `${count} rows`]);
}

function lineOf(raw: RawRow, today: string): string {
  const row = rowOf(raw, today);
  return csvLine([
    row.number,
    row.patientName,
    row.recordNumber,
    row.payerName,
    row.procedureCode,
    bodySiteWords[row.bodySite],
    sideWords[row.side],
    stageWords[row.stage],
    partyWords[row.actsNext],
    row.nextStep,
    row.dueOn,
    row.nextTouchOn,
    row.ownerName,
    row.moneyCents === null ? null : formatCents(row.moneyCents),
    row.why,
  ]);
}

const sortWords: Record<QueueSort, string> = {
  press: 'what presses most',
  due: 'due day',
  touch: 'next touch',
  money: 'money at risk',
  number: 'case number',
  patient: 'patient',
};

async function filterWords(
  db: ClinicDatabase,
  who: Principal,
  { query, q }: { query: QueueQuery; q: string },
): Promise<string> {
  const { view, stage, actsNext, owner, payerId, closed, sort, direction } = query;
  const [names] = await db.read<{ payer: string | null; owner: string | null }>(who, {
    name: 'names_of_filters',
    text: `SELECT (SELECT name FROM stipple.payer WHERE clinic_id = $1 AND id = $2) AS payer, (SELECT name FROM stipple.staff WHERE clinic_id = $1 AND id = $3) AS owner`,
    values: [
      who.clinicId,
      payerId ?? null,
      owner === 'none' ? null : owner === 'me' ? who.staffId : (owner ?? null),
    ],
  });
  const parts = [
    view
      ? queueViewWords[view].words
      : closed === 'yes'
        ? 'closed cases'
        : q === ''
          ? 'all open'
          : 'all cases',
    stage ? `stage ${stage.map((one) => stageWords[one]).join(' or ')}` : null,
    actsNext ? `acts next ${actsNext.map((one) => partyWords[one]).join(' or ')}` : null,
    owner === 'none' ? 'without owner' : owner ? `owner ${names?.owner ?? 'unknown'}` : null,
    payerId ? `payer ${names?.payer ?? 'unknown'}` : null,
    q === '' ? null : `search “${q}”`,
    `sorted by ${sortWords[sort]}${direction === 'down' ? ', turned round' : ''}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
