import type { CompletenessQuery, CompletenessReport, MetricCell } from '@stipple/contracts';
import type { Principal, Reads } from '@stipple/database';
import { type Stratum, associationOf, rateOf } from '@stipple/domain';
import { readCells } from './groups.queries';

/**
 * Whether requests that went out with something open were denied more often, within the same payer and codes. The first
 * decision of each case is what counts: a second request is sent knowing the first answer.
 */
export async function readCompleteness(
  reads: Reads,
  who: Principal,
  query: CompletenessQuery,
): Promise<CompletenessReport> {
  const { cells, from, to, asOf } = await readCells(reads, who, 'denial_rate', {
    query: { ...query, mode: 'case' },
    by: ['payer', 'codes', 'completeness'],
  });
  const strata = [...Map.groupBy(cells, ({ keys: [payer, codes] }) => `${payer?.key} ${codes?.key}`).values()]
    .map((of) => ({ keys: of[0]?.keys ?? [], stratum: stratumOf(of) }))
    .filter(({ stratum: { met, open } }) => met.decided + open.decided > 0)
    .sort((one, other) => sizeOf(other.stratum) - sizeOf(one.stratum));
  return {
    ...{ from, to, asOf },
    association: associationOf(strata.map(({ stratum }) => stratum)),
    strata: strata.map(({ keys: [payer = nothing, codes = nothing], stratum: { met, open } }) => ({
      payer,
      codes,
      met: rateOf(met.denied, met.decided),
      open: rateOf(open.denied, open.decided),
    })),
    beside: besideOf(cells),
  };
}

const nothing = { key: '', name: '' };
const kindOf = ({ keys }: MetricCell) => keys[2] ?? nothing;

function stratumOf(cells: readonly MetricCell[]): Stratum {
  const of = (kind: string) => {
    const cell = cells.find((one) => kindOf(one).key === kind);
    return { denied: cell?.part ?? 0, decided: cell?.whole ?? 0 };
  };
  return { met: of('met'), open: of('open') };
}

const sizeOf = ({ met, open }: Stratum) => met.decided + open.decided;

function besideOf(cells: readonly MetricCell[]): CompletenessReport['beside'] {
  const others = cells.filter((cell) => !['met', 'open'].includes(kindOf(cell).key));
  return [...Map.groupBy(others, (cell) => kindOf(cell).key)].map(([key, of]) => ({
    key,
    name: of[0] === undefined ? key : kindOf(of[0]).name,
    decided: of.reduce((sum, { whole }) => sum + whole, 0),
  }));
}
