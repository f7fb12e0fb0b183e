import type { WorkloadReport } from '@stipple/contracts';
import { workloadSummary } from './workload-words';

const report = (...rows: readonly (readonly [string | null, number, number, number])[]): WorkloadReport => ({
  asOf: '',
  today: '2026-11-30',
  since: '2026-11-03',
  rows: rows.map(([personId, openCases, dueToday, overdue]) => ({
    ...{ personId, name: personId, openCases, dueToday, overdue },
    oldestDays: null,
    steps: null,
  })),
});

it('adds up the team and says what nobody owns', () =>
  expect(workloadSummary(report(['a', 1000, 2, 3], ['b', 4, 0, 1], [null, 1, 0, 0]))).toBe(
    '1,005 cases open, 2 due today and 4 overdue; 1 case without an owner.',
  ));

it('says that every case has an owner, and nothing where nothing is open', () => {
  expect(workloadSummary(report(['a', 1, 0, 0], [null, 0, 0, 0]))).toBe(
    '1 case open, 0 due today and 0 overdue; every case has an owner.',
  );
  expect(workloadSummary(report(['a', 0, 0, 0]))).toBe('');
});
