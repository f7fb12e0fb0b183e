import type { PlainRows, Row } from './plain-rows';

/** What was signed for; of a withdrawn agreement only what was charged. Null where that is nothing. */
export function agreedByHand(rows: PlainRows, agreements: readonly Row[]): number | null {
  return sumOrNull(
    agreements.map((one) =>
      one['state'] === 'void' ? moved(rows, one, ['charge']) : Number(one['total_cents']),
    ),
  );
}

/** Entry by entry: payments in, refunds out, and what was reversed the other way round. */
export function paidByHand(rows: PlainRows, agreements: readonly Row[]): number | null {
  return sumOrNull(
    agreements.map((one) => {
      const paid = moved(rows, one, ['payment']) - moved(rows, one, ['reversal', 'payment']);
      const refunded = moved(rows, one, ['refund']) - moved(rows, one, ['reversal', 'refund']);
      return paid - refunded;
    }),
  );
}

/** Cents of the entries of one kind; of reversals those that take back this kind. */
function moved(rows: PlainRows, agreement: Row, [kind, reverses]: readonly [string, string?]): number {
  return rows.ledger_entry
    .filter((entry) => entry['agreement_id'] === agreement['id'] && entry['kind'] === kind)
    .filter((entry) => reverses === undefined || entry['reverses'] === reverses)
    .reduce((sum, entry) => sum + Number(entry['cents']), 0);
}

function sumOrNull(cents: readonly number[]): number | null {
  return cents.reduce((sum, one) => sum + one, 0) || null;
}
