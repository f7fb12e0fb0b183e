import type { FileFormat, StandingRow } from '@stipple/contracts';
import type { ClinicDatabase, Principal } from '@stipple/database';
import { type StandingList, standingDefinitions, standingPartWords } from '@stipple/domain';
import { type Cell, type Column, asOf, tableFormats } from '@stipple/files';
import { standingFilterWords } from './filter-words';
import { type RawRow, type RowsQuestion, fileStatements, rowOf } from './rows.queries';

type ColumnOf = readonly [Column, (row: StandingRow) => Cell];

const column = (
  heading: string,
  kind: Column['kind'],
  width: number,
  cell: (row: StandingRow) => Cell,
): ColumnOf => [{ heading, kind, width }, cell];

const of = {
  number: column('Case', 'number', 9, (row) => row.caseNumber),
  patient: column('Patient', 'text', 24, (row) => row.patientName),
  payer: column('Payer', 'text', 24, (row) => row.payerName),
  physician: column('Physician', 'text', 20, (row) => row.physicianName),
  coordinator: column('Coordinator', 'text', 20, (row) => row.coordinatorName ?? ''),
  part: column('Group', 'text', 26, ({ part }) => (part === null ? '' : standingPartWords[part])),
  cents: column('US dollars', 'cents', 12, (row) => row.cents),
  code: column('Code', 'text', 8, (row) => row.procedureCode),
  approved: column('Approved', 'number', 10, ({ units }) => units?.units ?? null),
  performed: column('Performed', 'number', 10, ({ units }) => units?.performed ?? null),
  scheduled: column('Scheduled', 'number', 10, ({ units }) => units?.scheduled ?? null),
  left: column('Left', 'number', 8, ({ units }) => units?.left ?? null),
};
const about = (heading: string) => column(heading, 'text', 34, (row) => row.about);
const day = (heading: string) => column(heading, 'day', 12, (row) => row.day);
const days = (heading: string) => column(heading, 'number', 14, (row) => row.days);

const people = [of.number, of.patient, of.payer, of.physician, of.coordinator];
const units = [of.approved, of.performed, of.scheduled, of.left];
const authorization = [...people, about('Authorization'), of.code];

/** What stands in the file of each list. */
const columnsOf: Readonly<Record<StandingList, readonly ColumnOf[]>> = {
  waiting_requests: [...people, about('Units and code'), day('Submitted'), days('Days'), of.part, of.cents],
  owed_amounts: [...people, about('Owed for'), day('Due'), days('Days'), of.part, of.cents],
  expiring_authorizations: [...authorization, day('Last day'), days('Days left'), ...units, of.part],
  used_up_authorizations: [...authorization, day('Last day'), days('Days left'), ...units],
  ended_authorizations: [...authorization, day('Over since'), days('Days'), ...units, of.part],
  open_cases: [...people, about('Next step'), day('Due'), days('Days since due'), of.part],
  recorded_steps: [
    ...people,
    column('Recorded by', 'text', 20, (row) => row.personName),
    about('What'),
    day('Day'),
    of.part,
  ],
};

const note = { action: 'standing.export', subject: 'treatment_case', subjectId: null, caseId: null };

/**
 * The rows of a list as a file, however many, with the definition by which they were counted. How many there are is
 * counted in the same snapshot as they are read in.
 *
 * @param stopping tells that nobody waits for it any more
 */
export async function* standingFile(
  db: ClinicDatabase,
  who: Principal,
  { format, ...question }: RowsQuestion & { readonly format: FileFormat },
  stopping?: AbortSignal,
): AsyncGenerator<string | Uint8Array> {
  const { list } = question;
  const definition = standingDefinitions[list];
  const filters = await standingFilterWords(db, who, question);
  const { rows, count } = await fileStatements(db, who, question);
  yield* db.inSnapshot(
    who,
    { ...note, detail: { list } },
    async function* (snapshot) {
      const [found] = await snapshot.read<{ total: number; asOf: Date }>(count);
      yield* tableFormats[format].write({
        title: filters === '' ? definition.name : `${definition.name}: ${filters}`,
        clinic: who.clinicName,
        isDemo: who.isDemo,
        about: [
          ['Counted', definition.counted],
          ['Not counted', definition.notCounted],
          ['Day', definition.day],
          asOf(found?.asOf ?? new Date(), who),
        ],
        tables: [
          {
            name: 'Rows',
            columns: columnsOf[list].map(([shown]) => shown),
            rows: cellsOf(list, snapshot.rows<{ row: RawRow }>(rows)),
            count: found?.total ?? 0,
          },
        ],
      });
    },
    stopping,
  );
}

async function* cellsOf(
  list: StandingList,
  rows: AsyncIterable<{ readonly row: RawRow }>,
): AsyncGenerator<readonly Cell[]> {
  for await (const { row } of rows) yield columnsOf[list].map(([, cell]) => cell(rowOf(list, row)));
}
