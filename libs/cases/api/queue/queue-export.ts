import type { QueueQuery } from '@stipple/contracts';
import type { ClinicDatabase, Principal, Reads } from '@stipple/database';
import {
  type QueueSort,
  bodySiteWords,
  partyWords,
  queueViewWords,
  sideWords,
  stageWords,
} from '@stipple/domain';
import { type Cell, type Column, asOf, csvFile } from '@stipple/files';
import { type RawRow, clockSql, rowFields, rowJoins, rowOf } from './queue-row';
import { QueueStatement } from './queue-statement';

const columns: readonly Column[] = [
  { heading: 'Case', kind: 'number', width: 9 },
  { heading: 'Patient', kind: 'text', width: 24 },
  { heading: 'Record number', kind: 'text', width: 14 },
  { heading: 'Payer', kind: 'text', width: 24 },
  { heading: 'Code', kind: 'text', width: 8 },
  { heading: 'Body site', kind: 'text', width: 14 },
  { heading: 'Side', kind: 'text', width: 10 },
  { heading: 'Stage', kind: 'text', width: 18 },
  { heading: 'Acts next', kind: 'text', width: 14 },
  { heading: 'Next step', kind: 'text', width: 34 },
  { heading: 'Due on', kind: 'day', width: 12 },
  { heading: 'Next touch', kind: 'day', width: 12 },
  { heading: 'Owner', kind: 'text', width: 20 },
  { heading: 'Money at risk', kind: 'cents', width: 14 },
  { heading: 'Why it is here', kind: 'text', width: 40 },
];

const note = { action: 'queue.export', subject: 'treatment_case', subjectId: null, caseId: null };

interface Found {
  readonly row: RawRow;
  readonly today: string;
}

/**
 * A view of the queue as a CSV file, however many rows it has, in the order in which the page shows them.
 *
 * @param stopping tells that nobody waits for it any more
 */
export async function* queueFile(
  db: ClinicDatabase,
  who: Principal,
  { query, q }: { query: QueueQuery; q: string },
  stopping: AbortSignal,
): AsyncGenerator<string> {
  const asked = new QueueStatement(who, query, q);
  const text = /* sql */ `${asked.with}
SELECT json_build_object(${rowFields}, 'foundBy', NULL) AS row, clock.today::text AS today
  FROM ${clockSql} CROSS JOIN stipple.treatment_case c ${rowJoins} ${asked.searches ? 'JOIN hit ON hit.case_id = c.id' : ''}
 WHERE c.clinic_id = $1 AND ${asked.where} ORDER BY ${asked.order.by()}`;
  yield* db.inSnapshot(
    who,
    note,
    async function* (snapshot) {
      // Before the rows: while they stream, the connection answers nothing else.
      const filters = await filterWords(snapshot, who, { query, q });
      yield* csvFile({
        title: `Queue: ${filters}`,
        clinic: who.clinicName,
        isDemo: who.isDemo,
        about: [asOf(new Date(), who), ['Rows', 'all of the view, none left out']],
        tables: [
          { name: 'Queue', columns, rows: cellsOf(snapshot.rows<Found>(asked.named(text))), count: null },
        ],
      });
    },
    stopping,
  );
}

async function* cellsOf(found: AsyncIterable<Found>): AsyncGenerator<readonly Cell[]> {
  for await (const { row: raw, today } of found) {
    const row = rowOf(raw, today);
    yield [
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
      row.moneyCents,
      row.why,
    ];
  }
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
  reads: Reads,
  who: Principal,
  { query, q }: { query: QueueQuery; q: string },
): Promise<string> {
  const { view, stage, actsNext, owner, payerId, closed, sort, direction } = query;
  const [names] = await reads.read<{ payer: string | null; owner: string | null }>({
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
