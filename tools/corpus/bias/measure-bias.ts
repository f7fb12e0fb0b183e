import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Association, type Stratum, associationOf } from '@stipple/domain';
import { parse } from 'csv-parse/sync';
import { odds } from '../evidence/completeness-model';

/** What the product's comparison of complete and open requests comes to on a corpus, beside the truth that it cannot see. */
export interface MeasuredBias {
  readonly association: Association;
  /** By how much leaving something open raised the share of denials, by the rule that the corpus was told by. */
  readonly truth: number;
}

/** The first decided request of a case whose screening had computed that all was met, or that something was open. */
interface Compared {
  readonly stratum: string;
  readonly denied: boolean;
  readonly open: boolean;
  readonly unconvincing: boolean;
}

/** @param clinics folders of a group's clinics, as its manifest names them */
export function measureBias(root: string, clinics: readonly string[]): MeasuredBias {
  const all = clinics.flatMap((clinic) => comparedIn(join(root, clinic)));
  const strata = Map.groupBy(all, ({ stratum }) => stratum);
  return {
    association: associationOf([...strata.values()].map(stratumOf)),
    truth: weightedTruth([...strata.values()]),
  };
}

function comparedIn(folder: string): readonly Compared[] {
  const read = (name: string): Record<string, string>[] =>
    parse(readFileSync(join(folder, `${name}.csv`)), { columns: true });
  const cases = new Map(read('treatment_case').map((one) => [one['id'], one]));
  const screened = new Map(
    read('expected/screenings').flatMap((one) => (one['signed'] ? [[one['case_id'], one]] : [])),
  );
  const decided = read('auth_request')
    .filter(({ state = '' }) => ['approved', 'partial', 'modified', 'denied'].includes(state))
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const seen = new Set<string | undefined>();
  return decided.flatMap(({ case_id: caseId, state, lines = '[]' }) => {
    if (seen.has(caseId)) return [];
    seen.add(caseId);
    const screening = screened.get(caseId);
    const told = screening?.['told'];
    if (screening === undefined || (told !== 'likely_medical' && told !== 'uncertain')) return [];
    const codes = (JSON.parse(lines) as { procedureCode: string }[]).map((one) => one.procedureCode).sort();
    return {
      stratum: [folder, cases.get(caseId)?.['payer_id'], ...codes].join(' '),
      denied: state === 'denied',
      open: told === 'uncertain',
      unconvincing: screening['convinces'] === 'false',
    };
  });
}

const placeOf = ({ decided_on: day, id }: Record<string, string>) => `${day} ${id}`;

function stratumOf(all: readonly Compared[]): Stratum {
  const of = (open: boolean) => {
    const some = all.filter((one) => one.open === open);
    return { decided: some.length, denied: some.filter(({ denied }) => denied).length };
  };
  return { met: of(false), open: of(true) };
}

/** The true difference of each stratum, weighed as the comparison weighs what it found there. */
function weightedTruth(strata: readonly (readonly Compared[])[]): number {
  let [sum, weights] = [0, 0];
  for (const all of strata) {
    const { met, open } = stratumOf(all);
    const weight = (met.decided * open.decided) / all.length;
    if (weight === 0) continue;
    const base = baseOf(all);
    const differences = all.map(
      (one) => chance(base, { ...one, open: true }) - chance(base, { ...one, open: false }),
    );
    sum += (weight * differences.reduce((total, one) => total + one, 0)) / all.length;
    weights += weight;
  }
  return sum / weights;
}

/** Of a denial, by the rule of the corpus. */
function chance(base: number, { open, unconvincing }: Pick<Compared, 'open' | 'unconvincing'>): number {
  const against = Math.exp(base) * (open ? odds.open : 1) * (unconvincing ? odds.unconvincing : 1);
  return against / (1 + against);
}

/** The log odds of what is complete and convinces, by which as many are denied as were: the one number that no rule says. */
function baseOf(all: readonly Compared[]): number {
  const denied = all.filter((one) => one.denied).length;
  let [low, high] = [-20, 20];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    const expected = all.reduce((sum, one) => sum + chance(middle, one), 0);
    if (expected < denied) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
