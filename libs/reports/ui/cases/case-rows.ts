import type { MetricItem, MetricItems } from '@stipple/contracts';
import { type Day, denialClassWords, formatCents, metricOf, stageWords } from '@stipple/domain';
import { formatDayShort, joined } from '@stipple/ui';

/** One page of the cases behind a figure, in the words of the list. */
export function caseRows({ rows, figure }: MetricItems, today: Day) {
  const { unit } = metricOf(figure.metric);
  const valueOf = (value: number | null) => {
    if (value === null) return '–';
    if (unit === 'cents') return formatCents(value);
    const days = unit === 'seconds' ? value / 86_400 : value;
    return `${days.toLocaleString('en-US', { maximumFractionDigits: 1 })} d`;
  };
  return rows.map((row) => ({
    ...row,
    dayWords: formatDayShort(row.day, today),
    outcomeWords: row.outcome.replaceAll('_', ' '),
    about: aboutOf(row),
    people: joined(row.physicianName, row.coordinatorName),
    valueWords: unit === 'share' || unit === 'count' ? null : valueOf(row.value),
    stageWords: stageWords[row.stage],
  }));
}

/** The reason by its code, or what was made of it where it came without one; nothing where all was granted. */
function aboutOf({ code, reason, denialClass }: MetricItem): string {
  if (reason === '') return '';
  return joined(code === '' ? reason : `${code} ${reason}`, denialClass && denialClassWords[denialClass]);
}
