import { type Day, type ReportRange, dayInWords } from '@stipple/domain';

/** Ranges that move with the day on which they are looked at; without one it is the last twelve months. */
export const periods = ['month', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];

export const periodWords: Readonly<Record<Period, string>> = {
  month: 'This month',
  quarter: 'This quarter',
  year: 'This year',
};

/** From the first day of the month, the quarter or the year to today. */
export function daysOf(period: Period, today: Day): ReportRange {
  const [year = '', month = ''] = today.split('-');
  const quarter = String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0');
  const first = { month: `${year}-${month}`, quarter: `${year}-${quarter}`, year: `${year}-01` }[period];
  return { from: `${first}-01`, to: today };
}

export function rangeWords({ from, to }: ReportRange): string {
  return `${dayInWords(from)} to ${dayInWords(to)}`;
}

/** Every month that a range touches, in order: also those in which nothing happened have a place in a chart. */
export function monthsOf({ from, to }: ReportRange): readonly string[] {
  let [year = 0, month = 0] = from.split('-').map(Number);
  const months: string[] = [];
  for (;;) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (name > to.slice(0, 7)) return months;
    months.push(name);
    if (++month > 12) [year, month] = [year + 1, 1];
  }
}
