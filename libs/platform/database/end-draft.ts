import { Principal } from './principal';
import { Statement } from './statement';

/** The draft that a request was sent from. */
export interface SentDraft {
  readonly id: string;
  readonly counter: number;
}

/** The draft as its header names it, or undefined: a header that is not one ends nothing. */
export function sentDraft(header: unknown): SentDraft | undefined {
  const [, id, counter] =
    typeof header === 'string' ? (/^([\da-f-]{36}) (\d{1,16})$/.exec(header) ?? []) : [];
  return id === undefined ? undefined : { id, counter: Number(counter) };
}

/** Ends a draft with the change it became, in the same transaction: both are there, or neither. */
export function endDraftStatement({ clinicId, staffId }: Principal, { id, counter }: SentDraft): Statement {
  return {
    name: 'end_draft',
    text: /* sql */ `
      UPDATE stipple.draft SET fields = '[]', ended_at = coalesce(ended_at, now()), counter = greatest(counter, $4)
       WHERE clinic_id = $1 AND id::text = $2 AND author_id = $3`,
    values: [clinicId, id, staffId, counter],
  };
}
