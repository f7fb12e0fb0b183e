import type { Day } from '../calendar';
import type { DenialKind } from './classes';
import type { GroupCode } from './groups';

/** A denial as it was recorded: what the payer wrote, and what the person who read it made of it. */
export interface Denial {
  readonly group: GroupCode | null;
  /** The reason code as it was received; null where the letter gives none. */
  readonly code: string | null;
  readonly remarks: readonly string[];
  readonly kind: DenialKind;
  /** The payer’s own words, letter by letter, and the page of the notice they stand on. */
  readonly words: string;
  readonly page: string | null;
  /** The notice among the documents of the case. */
  readonly noticeId: string | null;
  readonly decidedOn: Day;
  readonly noticeReceivedOn: Day;
}

/** What its class is read from. */
export type DenialCodes = Pick<Denial, 'group' | 'code' | 'remarks' | 'kind'>;

/** A decision that granted less than was asked and whose reason is not on record: somebody judged how much is needed. */
export const grantedLess: DenialCodes = { group: null, code: null, remarks: [], kind: 'clinical' };
