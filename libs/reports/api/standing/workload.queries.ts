import type { StandingQuery, WorkloadReport, WorkloadRow } from '@stipple/contracts';
import type { ClinicDatabase, Principal } from '@stipple/database';
import { type RecordedKind, recordedKinds } from '@stipple/domain';
import { askedRows, seesEverybody } from './standing-rows';
import { today } from './standing-values';
import { recordedKind, recordedSince } from './workload.sql';

interface OwnedCases extends Pick<WorkloadRow, 'openCases' | 'dueToday' | 'overdue' | 'oldestDays'> {
  readonly personId: string | null;
}
interface StepsOfKind {
  readonly personId: string;
  readonly kind: RecordedKind;
  readonly count: number;
}
interface Person {
  readonly id: string;
  readonly name: string;
  readonly coordinates: boolean;
}
const note = { action: 'workload.read', subject: 'staff', subjectId: null, caseId: null };

/**
 * How open work and what was recorded lately are shared in the team: by name and in no other order, so that nobody is
 * ranked. Managers see everybody; a coordinator their own row, and what nobody owns.
 */
export async function readWorkload(
  db: ClinicDatabase,
  who: Principal,
  query: StandingQuery,
): Promise<WorkloadReport> {
  const [{ since, ...at }, owned, steps] = await Promise.all([
    readPeople(db, who),
    readOwned(db, who, query),
    readSteps(db, who, query),
  ]);
  const { asOf, today, people } = at;
  const shown = people
    .filter(({ id, coordinates }) => coordinates || owned.some(({ personId }) => personId === id))
    .filter(({ id }) => seesEverybody(who) || id === who.staffId)
    .filter(({ id }) => query.coordinatorId === undefined || query.coordinatorId === id);
  const nobodys = query.coordinatorId === undefined || query.coordinatorId === '';
  return {
    ...{ asOf, today, since },
    rows: [
      ...shown.map(({ id, name }) => ({ name, ...casesOf(owned, id), steps: stepsOf(steps, id) })),
      ...(nobodys ? [{ name: null, ...casesOf(owned, null), steps: null }] : []),
    ],
  };
}

/** Everybody who ever worked here, by name: a row have coordinators, and who else owns cases, also after they left. */
async function readPeople(db: ClinicDatabase, who: Principal) {
  const [found] = await db.read<{
    asOf: string;
    today: string;
    since: string;
    people: readonly Person[];
  }>(
    who,
    {
      name: 'workload_people',
      text: /* sql */ `SELECT now() AS "asOf", ${today}::text AS today, ${recordedSince}::text AS since,
  (SELECT coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'coordinates', f.active AND EXISTS (
      SELECT FROM stipple.staff_role r WHERE (r.clinic_id, r.staff_id, r.role) = (f.clinic_id, f.id, 'coordinator') AND r.ended_at IS NULL)) ORDER BY f.name, f.id), '[]')
     FROM stipple.staff f WHERE f.clinic_id = $1) AS people`,
      values: [who.clinicId, who.timeZone],
    },
    note,
  );
  if (found === undefined) throw new Error('an aggregate has one row');
  return found;
}

async function readOwned(
  db: ClinicDatabase,
  who: Principal,
  query: StandingQuery,
): Promise<readonly OwnedCases[]> {
  const { sql, values } = await askedRows(db, who, 'open_cases', query);
  return db.read<OwnedCases>(
    who,
    values.statement(/* sql */ `
SELECT s.person_id AS "personId", count(*)::int AS "openCases", count(*) FILTER (WHERE s.part = 'due_today')::int AS "dueToday",
       count(*) FILTER (WHERE s.part = 'overdue')::int AS overdue, max(s.days) FILTER (WHERE s.part IS NOT NULL) AS "oldestDays"
  FROM (${sql}) s GROUP BY s.person_id`),
  );
}

async function readSteps(
  db: ClinicDatabase,
  who: Principal,
  query: StandingQuery,
): Promise<readonly StepsOfKind[]> {
  const { sql, values } = await askedRows(db, who, 'recorded_steps', query);
  // Thousands of steps are of a few dozen moves: what each was about is told of the moves, once they are counted.
  const text = /* sql */ `
SELECT m.person_id AS "personId", ${recordedKind('m.about')} AS kind, sum(m.count)::int AS count
  FROM (SELECT s.person_id, s.about, count(*) FROM (${sql}) s GROUP BY s.person_id, s.about) m GROUP BY 1, 2`;
  return db.read<StepsOfKind>(who, values.statement(text));
}

function casesOf(owned: readonly OwnedCases[], id: string | null): OwnedCases {
  const nothing = { personId: id, openCases: 0, dueToday: 0, overdue: 0, oldestDays: null };
  return owned.find(({ personId }) => personId === id) ?? nothing;
}

function stepsOf(steps: readonly StepsOfKind[], id: string): WorkloadRow['steps'] {
  const own = steps.filter(({ personId }) => personId === id);
  const of = (kind: RecordedKind) => own.find((one) => one.kind === kind)?.count ?? 0;
  const kinds = Object.fromEntries(recordedKinds.map((kind) => [kind, of(kind)])) as Record<
    RecordedKind,
    number
  >;
  return { total: own.reduce((sum, { count }) => sum + count, 0), ...kinds };
}
