import type { SubmissionRow } from '@stipple/contracts';
import { afterSendingWords, receiptAfter } from '@stipple/domain';

/** A row as PostgreSQL builds it: what followed the sending, instead of what that says of the receipt. */
export interface RawSubmission extends Omit<SubmissionRow, 'receipt'> {
  readonly next: {
    readonly move: string;
    readonly at: string;
    readonly receivedAt: string | null;
    readonly reference: string | null;
  } | null;
  readonly days: number;
}

export function submissionOf({ next, days, ...row }: RawSubmission): SubmissionRow {
  const state = receiptAfter(next?.move ?? null);
  return {
    ...row,
    receipt: {
      state,
      at: (state === 'received' ? next?.receivedAt : null) ?? next?.at ?? null,
      reference: next?.reference ?? null,
      words: next === null || state === 'received' ? null : afterSendingWords(row.kind, next.move),
      // Recorded before midnight where it was sent after it: never less than nothing.
      days: state === 'waiting' ? Math.max(0, days) : null,
    },
  };
}
