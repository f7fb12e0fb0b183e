import type { StandingRowsQuery } from '@stipple/contracts';
import type { ClinicDatabase, Principal } from '@stipple/database';
import { type StandingList, holds } from '@stipple/domain';
import { owedAmounts, waitingRequests } from './aging.sql';
import { ended, expiring, usedUp } from './authorizations.sql';
import { type ListSql, rowsSql } from './list-sql';
import { readOwed } from './owed.queries';
import { StandingValues } from './standing-values';
import { openCases, recordedSteps } from './workload.sql';

/** Everything that narrows a list. */
export type StandingFilters = Partial<
  Pick<StandingRowsQuery, 'payerId' | 'coordinatorId' | 'physicianId' | 'within' | 'part' | 'personId'>
>;

/** The rows of a list as a subquery, narrowed by a question, and the values that it names. */
export interface Asked {
  readonly values: StandingValues;
  readonly sql: string;
}

/** What is owed is read first: by which rule something is owed, the domain alone knows. */
export async function askedRows(
  db: ClinicDatabase,
  who: Principal,
  list: StandingList,
  filters: StandingFilters,
): Promise<Asked> {
  const owed = list === 'owed_amounts' ? await readOwed(db, who) : '[]';
  const values = new StandingValues(who);
  const sql = sqlOf(list, { filters, owed, values });
  return { values, sql: narrowed(rowsSql(sql, conditions(list, filters, values)), filters, values) };
}

function sqlOf(
  list: StandingList,
  { filters, owed, values }: { filters: StandingFilters; owed: string; values: StandingValues },
): ListSql {
  switch (list) {
    case 'waiting_requests':
      return waitingRequests;
    case 'owed_amounts':
      return owedAmounts(values.add('jsonb', owed));
    case 'expiring_authorizations':
      return expiring(values.add('int', filters.within));
    case 'used_up_authorizations':
      return usedUp;
    case 'ended_authorizations':
      return ended;
    case 'open_cases':
      return openCases;
    case 'recorded_steps':
      return recordedSteps;
  }
}

/** On the case `c`; of recorded steps the coordinator is who recorded them. */
function conditions(list: StandingList, filters: StandingFilters, values: StandingValues): string[] {
  const { payerId, coordinatorId, physicianId } = filters;
  const coordinator = list === 'recorded_steps' ? 'e.actor_id' : 'c.owner_id';
  return [
    ...(payerId === undefined ? [] : [`c.payer_id = ${values.add('uuid', payerId)}`]),
    ...(coordinatorId === undefined ? [] : [isPerson(coordinator, coordinatorId, values)]),
    ...(physicianId === undefined ? [] : [`c.physician_id = ${values.add('uuid', physicianId)}`]),
    ...(list === 'recorded_steps' && !seesEverybody(values.who)
      ? [isPerson('e.actor_id', values.who.staffId, values)]
      : []),
  ];
}

/** What others recorded is the manager’s to look at; everybody sees what is on record of themselves. */
export const seesEverybody = (who: Principal): boolean => holds(who, ['manager']);

function isPerson(column: string, id: string, values: StandingValues): string {
  return id === '' ? `${column} IS NULL` : `${column} = ${values.add('uuid', id)}`;
}

function narrowed(rows: string, { part, personId }: StandingFilters, values: StandingValues): string {
  const parts = [
    ...(part === undefined ? [] : [`s.part = ${values.add('text', part)}`]),
    ...(personId === undefined ? [] : [isPerson('s.person_id', personId, values)]),
  ];
  return parts.length === 0 ? rows : `SELECT s.* FROM (${rows}) s WHERE ${parts.join(' AND ')}`;
}
