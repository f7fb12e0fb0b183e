import type { DenialReport } from '@stipple/contracts';
import { DenialClass, Rate, denialClassWords, rateOf } from '@stipple/domain';

/** What the rows of the table, and the bars of the chart, stand for. */
export const groupings = ['payer', 'reason', 'month'] as const;
export type Grouping = (typeof groupings)[number];

export interface DenialGroup {
  /** What the list of cases is asked for: a payer's id, a reason code, a month. */
  readonly key: string;
  readonly name: string;
  /** For a reason: what can be done about it. */
  readonly about: string | null;
  readonly denials: number;
  /** Of all denials on the page, 0 to 1. */
  readonly share: number;
  /** Of what this payer decided, or what was decided in this month; a reason has no decisions of its own. */
  readonly rate: Rate | null;
}

const month = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' });

export function monthWords(text: string): string {
  return month.format(new Date(`${text}-01T00:00:00Z`));
}

/** Adds up the report's cells: the largest group first, months in their order, also those without a denial. */
export function groupDenials(
  { cells, decisions }: DenialReport,
  by: Grouping,
  denialClass: DenialClass | null,
): readonly DenialGroup[] {
  const counted = cells.filter((cell) => denialClass === null || cell.denialClass === denialClass);
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  const groups = new Map<string, { name: string; about: string | null; denials: number }>();
  const add = (key: string, name: string, about: string | null, count: number) => {
    const known = groups.get(key);
    // A reason may be of several classes, by the remarks it came with.
    const apart = known?.about && about && !known.about.includes(about) ? `${known.about}; ${about}` : about;
    groups.set(key, { name, about: apart, denials: (known?.denials ?? 0) + count });
  };
  if (by === 'payer') for (const cell of decisions) add(cell.payerId, cell.payerName, null, 0);
  if (by === 'month') for (const cell of decisions) add(cell.month, monthWords(cell.month), null, 0);
  for (const cell of counted) {
    if (by === 'payer') add(cell.payerId, cell.payerName, null, cell.count);
    else if (by === 'month') add(cell.month, monthWords(cell.month), null, cell.count);
    else add(cell.code, reasonName(cell), denialClassWords[cell.denialClass], cell.count);
  }
  const rows = [...groups].map(([key, group]) => ({
    key,
    ...group,
    share: total === 0 ? 0 : group.denials / total,
    rate: by === 'reason' ? null : rateOfGroup(decisions, by, key),
  }));
  return by === 'month'
    ? rows.sort((one, other) => one.key.localeCompare(other.key))
    : rows.sort((one, other) => other.denials - one.denials || one.name.localeCompare(other.name));
}

function reasonName({ code, reason }: { readonly code: string; readonly reason: string }): string {
  return code === '' ? 'No code given' : `${code} ${reason}`;
}

function rateOfGroup(decisions: DenialReport['decisions'], by: 'payer' | 'month', key: string): Rate {
  const own = decisions.filter((cell) => (by === 'payer' ? cell.payerId : cell.month) === key);
  const sum = (of: 'denials' | 'decisions') => own.reduce((total, cell) => total + cell[of], 0);
  return rateOf(sum('denials'), sum('decisions'));
}

const percent = new Intl.NumberFormat('en-US', {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

export const percentWords = (share: number): string => percent.format(share);

/** `24.1% (22.0–26.3%)`, or a dash where nothing was decided. */
export function rateWords({ share, low, high }: Rate): string {
  return share === null
    ? '–'
    : `${percentWords(share)} (${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)}%)`;
}

/** What the chart shows, in a sentence or two. */
export function summaryOf(groups: readonly DenialGroup[], by: Grouping): string {
  const [most] = [...groups].sort((one, other) => other.denials - one.denials);
  const total = groups.reduce((sum, { denials }) => sum + denials, 0);
  if (most === undefined || total === 0) return 'No denial in this period.';
  const share = `${most.denials.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} denials (${percentWords(most.denials / total)})`;
  const lead =
    by === 'payer'
      ? `${most.name} denied most: ${share}.`
      : by === 'reason'
        ? `The most frequent reason is ${most.name}: ${share}.`
        : `Most denials came in ${most.name}: ${share}.`;
  const rated = groups.filter(({ rate }) => rate?.enough);
  const [highest] = [...rated].sort((one, other) => (other.rate?.share ?? 0) - (one.rate?.share ?? 0));
  return highest?.rate && by === 'payer'
    ? `${lead} Of its decisions, ${highest.name} denied the largest part: ${rateWords(highest.rate)}.`
    : lead;
}

/** How high the chart of so many groups is, in pixels: months stand side by side, all else lies below each other. */
export function chartHeight(groups: number, by: Grouping): number {
  return by === 'month' ? 280 : 60 + Math.min(12, Math.max(1, groups)) * 30;
}
