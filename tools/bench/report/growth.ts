import { type Figure } from '../../measure/figures';
import { type Measured, atLeast } from '../rows/measured';
import { goalInWords } from './table';

/** What a row costs in larger clinics, beside what it costs in the smallest; and the goals that are about that. */
export function asGrowth(rows: readonly Measured[]): string {
  const sizes = [...new Set(rows.map(({ cases }) => cases))].sort((one, other) => one - other);
  const names = [...new Set(rows.map(({ row }) => row))];
  const of = (name: string, cases: number) =>
    rows.find(({ row, cases: size }) => row === name && size === cases);
  const lines = names.map((name) => {
    const [first, ...others] = sizes.map((cases) => of(name, cases));
    const grown = others.map((one, at) =>
      one && first
        ? `${thousands(sizes[at + 1])}: p50 × ${(one.p50 / first.p50).toFixed(2)}, CPU × ${(one.cpuMs / first.cpuMs).toFixed(2)}, throughput × ${(one.perSecond / first.perSecond).toFixed(2)}`
        : 'not measured',
    );
    return `  ${name.padEnd(10)} ${grown.join('   ')}`;
  });
  const goals = growthGoals(rows).map((goal) => `  ${goalInWords(goal)}`);
  return [`Against ${thousands(sizes[0])} cases`, ...lines, ...goals].join('\n');
}

/** The cost of the queue page is flat in the number of cases. */
export function growthGoals(rows: readonly Measured[]): readonly Figure[] {
  const at = (size: number) => rows.find(({ row, cases }) => row === 'queue' && cases === size)?.perSecond;
  const [group, vendor] = [at(100_000), at(1_000_000)];
  return group === undefined || vendor === undefined
    ? []
    : [atLeast('queue page at 1,000,000 cases, throughput of that at 100,000', vendor / group, 0.7)];
}

const thousands = (cases: number | undefined) => (cases ?? 0).toLocaleString('en-US');
