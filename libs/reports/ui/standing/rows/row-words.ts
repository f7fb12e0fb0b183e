import type { StandingRow } from '@stipple/contracts';
import { type StandingList, formatCents, standingPartWords } from '@stipple/domain';

/** The heads of the columns that differ from list to list; null where a list has no such column. */
export interface ListHeads {
  /** One of the rows, and several. */
  readonly one: string;
  readonly many: string;
  readonly about: string;
  readonly days: string;
  readonly amount: string | null;
}

// prettier-ignore
export const listHeads: Readonly<Record<StandingList, ListHeads>> = {
  waiting_requests: { one: 'request', many: 'requests', about: 'Units and code', days: 'Since submission', amount: 'Amount' },
  owed_amounts: { one: 'amount', many: 'amounts', about: 'Owed for', days: 'Since it was due', amount: 'Open' },
  expiring_authorizations: { one: 'authorization', many: 'authorizations', about: 'Authorization', days: 'Expires', amount: 'Left' },
  used_up_authorizations: { one: 'authorization', many: 'authorizations', about: 'Authorization', days: 'Expires', amount: 'Left' },
  ended_authorizations: { one: 'authorization', many: 'authorizations', about: 'Authorization', days: 'Over since', amount: 'Performed' },
  open_cases: { one: 'case', many: 'cases', about: 'Next step', days: 'Due', amount: null },
  recorded_steps: { one: 'step', many: 'steps', about: 'What', days: 'Recorded', amount: null },
};

const ago = (days: number) => (days === 0 ? 'today' : days === 1 ? '1 day' : `${days} days`);

/** How long, in the words of its list; a dash where there is no day. */
export function daysWords(list: StandingList, { days }: StandingRow): string {
  if (days === null) return '–';
  switch (list) {
    case 'expiring_authorizations':
    case 'used_up_authorizations':
      return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
    case 'open_cases':
      if (days === 0) return 'today';
      return days > 0 ? `${ago(days)} overdue` : `in ${ago(-days)}`;
    case 'recorded_steps':
      return days === 0 ? 'today' : `${ago(days)} ago`;
    default:
      return ago(days);
  }
}

/** What it comes to: money, or units. */
export function amountWords(list: StandingList, { cents, units }: StandingRow): string {
  if (units === null) return cents === null ? 'No fee' : formatCents(cents);
  const of = list === 'ended_authorizations' ? units.performed : units.left;
  return `${of} of ${units.units}`;
}

/** What beside its main words is worth a line: the units, or in which part of its list it is. */
export function besideWords(
  list: StandingList,
  { units, part, procedureCode, personName }: StandingRow,
): string {
  if (list === 'recorded_steps') return personName ?? '';
  if (units === null) return '';
  const booked = `${procedureCode}, ${units.performed} performed, ${units.scheduled} scheduled`;
  return part === null || list === 'used_up_authorizations'
    ? booked
    : `${booked} · ${standingPartWords[part]}`;
}
