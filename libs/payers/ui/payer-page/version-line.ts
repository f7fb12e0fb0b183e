import type { PolicyVersionRow } from '@stipple/contracts';
import { Day, addDays, dayInWords, daysBetween } from '@stipple/domain';

/** A stretch of the picture, in per cent of its width. */
export interface Stretch {
  readonly from: number;
  readonly width: number;
}

export interface Bar extends Stretch {
  readonly id: string;
  readonly key: string;
  readonly state: PolicyVersionRow['state'];
  /** Whether it goes on beyond the picture. */
  readonly open: boolean;
  readonly words: string;
  /** Bars that overlap, of other lines of business or of drafts, stand below each other. */
  readonly lane: number;
}

export interface VersionLine {
  readonly bars: readonly Bar[];
  readonly gaps: readonly (Stretch & { readonly words: string })[];
  readonly years: readonly { readonly at: number; readonly year: string }[];
  readonly today: number;
  readonly lanes: number;
}

/** So many years have room on the smallest screen, and none where its digits would be cut off. */
const mostYears = 4;
const mostOfWidth = 88;

interface Gap {
  readonly fromOn: Day;
  readonly toOn: Day | null;
  readonly sentence: string;
}

/** Versions as bars between the first day of the oldest and a year beyond whatever comes last. */
export function lineOf(
  versions: readonly PolicyVersionRow[],
  today: Day,
  found: readonly Gap[],
): VersionLine | null {
  const shown = versions
    .filter(({ state }) => state !== 'discarded' && state !== 'withdrawn')
    .toSorted((one, other) => (one.appliesFrom < other.appliesFrom ? -1 : 1));
  const [first] = shown;
  if (first === undefined) return null;
  const begins = addDays(first.appliesFrom < today ? first.appliesFrom : today, -30);
  const last = [today, ...shown.map(({ appliesFrom, appliesTo }) => appliesTo ?? appliesFrom)].reduce(
    (one, other) => (one > other ? one : other),
  );
  const length = daysBetween(begins, addDays(last, 240));
  const place = (day: Day) => (daysBetween(begins, day) / length) * 100;
  const ends: Day[] = [];
  const bars = shown.map((one): Bar => {
    const { id, key, state, appliesFrom, appliesTo } = one;
    const free = ends.findIndex((end) => end < appliesFrom);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = appliesTo ?? '9999-12-31';
    const [from, to] = [place(appliesFrom), appliesTo === null ? 100 : place(addDays(appliesTo, 1))];
    const until = appliesTo === null ? 'on' : `to ${dayInWords(appliesTo)}`;
    const words = `${key}, ${state}, from ${dayInWords(appliesFrom)} ${until}`;
    return { id, key, state, open: appliesTo === null, words, lane, from, width: to - from };
  });
  return {
    bars,
    gaps: found.flatMap(({ fromOn, toOn, sentence }) =>
      toOn === null
        ? []
        : [{ from: place(fromOn), width: place(addDays(toOn, 1)) - place(fromOn), words: sentence }],
    ),
    years: yearsBetween(begins, addDays(begins, length))
      .map((year) => ({ at: place(`${year}-01-01`), year }))
      .filter(({ at }) => at < mostOfWidth),
    today: place(today),
    lanes: ends.length,
  };
}

function yearsBetween(from: Day, to: Day): readonly string[] {
  const [first, last] = [Number(from.slice(0, 4)) + 1, Number(to.slice(0, 4))];
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => String(first + index));
  const step = Math.ceil(all.length / mostYears);
  return all.filter((_, index) => index % step === 0);
}
