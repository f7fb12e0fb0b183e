import type { AuthorizationsQuery, AuthorizationsReport, UnitSums } from '@stipple/contracts';
import type { ClinicDatabase, Principal } from '@stipple/database';
import { type StandingList, bookedParts, endedParts, unitsLeft } from '@stipple/domain';
import { askedRows } from './standing-rows';
import { today } from './standing-values';

/** Units of one part and one code of a list, as PostgreSQL adds them up. */
interface Summed extends Omit<UnitSums, 'left'> {
  readonly part: string | null;
  readonly procedureCode: string;
}
interface Found {
  readonly asOf: string;
  readonly today: string;
  readonly sums: readonly Summed[];
}

/** Which authorizations expire, with what is left of them; which have nothing left; and how far those that are over were used. */
export async function readAuthorizations(
  db: ClinicDatabase,
  who: Principal,
  query: AuthorizationsQuery,
): Promise<AuthorizationsReport> {
  const sumsOf = async (list: StandingList): Promise<Found> => {
    const { sql, values } = await askedRows(db, who, list, query);
    const [found] = await db.read<Found>(
      who,
      values.statement(/* sql */ `
SELECT now() AS "asOf", ${today}::text AS today, (SELECT coalesce(json_agg(g), '[]') FROM (
  SELECT s.part, s.procedure_code AS "procedureCode", count(*)::int AS count, sum(s.units)::int AS units, sum(s.performed)::int AS performed, sum(s.scheduled)::int AS scheduled
    FROM (${sql}) s GROUP BY s.part, s.procedure_code) g) AS sums`),
    );
    if (found === undefined) throw new Error('an aggregate has one row');
    return found;
  };
  const [expiring, usedUp, ended] = await Promise.all([
    sumsOf('expiring_authorizations'),
    sumsOf('used_up_authorizations'),
    sumsOf('ended_authorizations'),
  ]);
  const codes = [...new Set(expiring.sums.map(({ procedureCode }) => procedureCode))].sort();
  return {
    asOf: expiring.asOf,
    today: expiring.today,
    within: query.within,
    expiring: {
      ...together(expiring.sums),
      parts: bookedParts.map((part) => ({ part, ...together(ofPart(expiring.sums, part)) })),
      codes: codes.map((procedureCode) => ({
        procedureCode,
        ...together(expiring.sums.filter((one) => one.procedureCode === procedureCode)),
      })),
    },
    usedUp: together(usedUp.sums),
    ended: {
      ...together(ended.sums),
      parts: endedParts.map((part) => ({ part, ...together(ofPart(ended.sums, part)) })),
    },
  };
}

const ofPart = (sums: readonly Summed[], part: string) => sums.filter((one) => one.part === part);

function together(sums: readonly Summed[]): UnitSums {
  const sum = (of: 'count' | 'units' | 'performed' | 'scheduled') =>
    sums.reduce((total, one) => total + one[of], 0);
  const [units, performed, scheduled] = [sum('units'), sum('performed'), sum('scheduled')];
  return {
    count: sum('count'),
    ...{ units, performed, scheduled },
    left: unitsLeft({ units, used: performed, held: scheduled }),
  };
}
