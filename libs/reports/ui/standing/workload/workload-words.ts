import type { WorkloadReport } from '@stipple/contracts';
import { formatNumber } from '@stipple/domain';

const cases = (count: number) => `${formatNumber(count)} ${count === 1 ? 'case' : 'cases'}`;

/** How open work is shared, in a sentence that names nobody. */
export function workloadSummary({ rows }: WorkloadReport): string {
  const sum = (of: 'openCases' | 'dueToday' | 'overdue') => rows.reduce((total, row) => total + row[of], 0);
  const unowned = rows.find(({ personId }) => personId === null)?.openCases ?? 0;
  if (sum('openCases') === 0) return '';
  return `${cases(sum('openCases'))} open, ${formatNumber(sum('dueToday'))} due today and ${formatNumber(sum('overdue'))} overdue; ${unowned === 0 ? 'every case has an owner' : `${cases(unowned)} without an owner`}.`;
}
