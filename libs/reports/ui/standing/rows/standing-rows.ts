import type { StandingRow, StandingRows } from '@stipple/contracts';
import type { Day, StandingList } from '@stipple/domain';
import { formatDayShort, joined } from '@stipple/ui';
import { amountWords, besideWords, daysWords, listHeads } from './row-words';

/** One page of the rows behind a number, in the words of their list. */
export function standingRows(
  { list, rows, today: day }: StandingRows,
  { today, books }: { readonly today: Day; readonly books: boolean },
) {
  return rows.map((row) => ({
    ...row,
    people: joined(row.payerName, row.physicianName, row.coordinatorName ?? 'No owner'),
    beside: besideWords(list, row),
    daysWords: daysWords(list, row),
    dayWords: row.day === null ? '' : formatDayShort(row.day, today),
    amount: listHeads[list].amount === null ? null : amountWords(list, row),
    next: nextOf(row) ?? (books ? bookingOf(list, row, day) : null),
  }));
}

/** Where money that is owed can be acted on, beside its case: its ledger. */
function nextOf({ agreementId, caseId }: StandingRow) {
  if (agreementId === null) return null;
  return { words: 'Ledger', path: ['/cases', caseId, 'ledger', agreementId], query: {} };
}

/** The schedule, in the first week that the authorization covers, with this case in hand. */
function bookingOf(list: StandingList, { caseId, units, opensOn }: StandingRow, today: Day) {
  if (list !== 'expiring_authorizations' || units === null || units.left <= 0) return null;
  const week = opensOn !== null && opensOn > today ? opensOn : today;
  return { words: 'Book', path: ['/schedule'], query: { week, book: caseId } };
}
