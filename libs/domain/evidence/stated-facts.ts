import type { Day } from '../calendar';
import type { Facts, KnownFact } from '../necessity/fact-values';
import type { StatementFact } from './statements';

interface Told {
  readonly id: string;
  readonly onDay: Day;
}

/** The records that say a fact outright; measurements, scales and treatments go through `deriveFacts`. */
export interface ToldRecords {
  readonly statements: readonly (Told & { readonly fact: StatementFact; readonly says: boolean })[];
  readonly functions: readonly (Told & { readonly limited: boolean })[];
  readonly areas: readonly (Told & { readonly areaCm2: number })[];
  /** Null where it is not known whether the clearance reaches this case. */
  readonly devices: readonly (Told & { readonly cleared: boolean | null })[];
  readonly mentalHealth: readonly (Told & { readonly distress: boolean })[];
}

/** What the latest record of each kind says. A device whose clearance is not known leaves the fact unknown. */
export function statedFacts(told: ToldRecords): Facts {
  const facts = [...new Set(told.statements.map(({ fact }) => fact))];
  const said = facts.map((fact) => {
    const last = latest(told.statements.filter((one) => one.fact === fact));
    return [fact, last && known(last.says, last)] as const;
  });
  const device = latest(told.devices);
  const note = latest(told.mentalHealth);
  const area = latest(told.areas);
  const functioning = latest(told.functions);
  const distress = latest([
    ...told.mentalHealth.map((one) => ({ ...one, says: one.distress })),
    ...told.statements.filter(({ fact }) => fact === 'distress_documented'),
  ]);
  return {
    ...(Object.fromEntries(said) as Facts),
    ...(functioning && { daily_life_limited: known(functioning.limited, functioning) }),
    ...(area && { area_cm2: known(area.areaCm2, area) }),
    ...(device && device.cleared !== null && { device_cleared: known(device.cleared, device) }),
    ...(note && { mental_health_note: known(true, note) }),
    ...(distress && { distress_documented: known(distress.says, distress) }),
  };
}

const known = <V>(value: V, { id }: Told): KnownFact<V> => ({ value, evidence: [id] });

/** Of two on one day the one with the later id, so that their order does not matter. */
function latest<T extends Told>(records: readonly T[]): T | null {
  return records.reduce<T | null>(
    (last, one) => (last === null || place(one) > place(last) ? one : last),
    null,
  );
}

const place = ({ onDay, id }: Told) => `${onDay} ${id}`;
