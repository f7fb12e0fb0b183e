import type { ClinicDatabase, Principal, Statement } from '@stipple/database';
import { avoidableCause, reportedClassOf } from '@stipple/domain';
import { readFromSql } from './joins';
import type { Meaning, MetricRows } from './metric-rows';

/**
 * The statement that a text over these rows makes. Where it tells classes or causes apart, the domain reads first what all
 * that was denied in the range came with: SQL groups by it, and the rule stands once.
 */
export async function withMeanings(
  db: ClinicDatabase,
  who: Principal,
  rows: MetricRows,
  text: string,
): Promise<Statement> {
  if (rows.needsMeanings) {
    const all = rows.unfiltered;
    all.need('withheld', 'screened');
    const readFrom = `SELECT DISTINCT ${readFromSql} AS "from" ${all.text(`r.state <> 'approved'`)}`;
    const found = await db.read<Pick<Meaning, 'from'>>(who, all.statement(readFrom));
    rows.meanings = found.map(({ from }) => meaningOf(from));
  }
  return rows.statement(text);
}

export function meaningOf(from: Meaning['from']): Meaning {
  return { from, class: reportedClassOf(from), avoidable: avoidableCause(from, from.screened) };
}
