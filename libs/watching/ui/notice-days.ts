import type { Notice } from '@stipple/contracts';
import { formatDay, formatWeekday, localOf } from '@stipple/ui';

export interface NoticeDay {
  /** The clinic's day. */
  readonly day: string;
  readonly words: string;
  readonly items: readonly Notice[];
}

/** The notices by the clinic's day on which they came up, in the order they are given in. */
export function byDay(
  items: readonly Notice[],
  { today, timeZone }: { readonly today: string; readonly timeZone: string },
): readonly NoticeDay[] {
  const days = new Map<string, Notice[]>();
  for (const item of items) {
    const day = localOf(item.at, timeZone).slice(0, 10);
    const already = days.get(day);
    if (already) already.push(item);
    else days.set(day, [item]);
  }
  return [...days].map(([day, ofDay]) => ({ day, words: dayWords(day, today), items: ofDay }));
}

function dayWords(day: string, today: string): string {
  if (day === today) return 'Today';
  if (day === Temporal.PlainDate.from(today).subtract({ days: 1 }).toString()) return 'Yesterday';
  return day.slice(0, 4) === today.slice(0, 4) ? formatWeekday(day) : formatDay(day);
}
