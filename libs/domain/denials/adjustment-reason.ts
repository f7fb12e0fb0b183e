import type { ReadClass } from './classes';
import type { GroupCode } from './groups';
import { ListedCode, listed } from './listed-code';

/** What would have kept a denial from coming, by the categories that managers read; `no`: nothing the office does. */
export const avoidables = [
  'no_authorization',
  'service_or_provider',
  'exceeded',
  'expired',
  'late',
  'documentation',
  'eligibility',
  'coding',
  'other_payer',
  'referral',
  'duplicate',
  'credentialing',
  'partly',
  'no',
] as const;
export type Avoidable = (typeof avoidables)[number];

export const avoidableWords: Record<Avoidable, string> = {
  no_authorization: 'Avoidable: no authorization',
  service_or_provider: 'Avoidable: authorization for another service or provider',
  exceeded: 'Avoidable: more than was authorized',
  expired: 'Avoidable: authorization expired',
  late: 'Avoidable: too late',
  documentation: 'Avoidable: documentation',
  eligibility: 'Avoidable: eligibility or routing',
  coding: 'Avoidable: coding',
  other_payer: 'Avoidable: another payer comes first',
  referral: 'Avoidable: referral',
  duplicate: 'Avoidable: sent twice',
  credentialing: 'Avoidable: credentialing',
  partly: 'Partly avoidable',
  no: 'Not avoidable',
};

/** A claim adjustment reason (CARC): why less was paid, or nothing approved. */
export interface AdjustmentReason extends ListedCode {
  /** By the code alone; reports count by this. */
  readonly denialClass: ReadClass;
  /** `must`: says too little by itself, only a remark or the letter settles it. `may`: a remark that says more goes before. */
  readonly remarkDecides: 'must' | 'may' | null;
  /** Null where nothing is said of it. */
  readonly avoidable: Avoidable | null;
  /** The next step of the office, an instruction. */
  readonly next: string;
  /** X12 wants at least one remark beside it. */
  readonly needsRemark: boolean;
  /** The one group it may come with, where there is only one. */
  readonly onlyGroup: GroupCode | null;
  /** What is issued instead of a deactivated code, where that is known. */
  readonly nowIssued: readonly string[];
}

type More = Partial<
  Pick<AdjustmentReason, 'remarkDecides' | 'needsRemark' | 'onlyGroup' | 'nowIssued' | 'deactivated'>
>;

export function reason(
  code: string,
  words: string,
  [denialClass, avoidable, next]: readonly [ReadClass, Avoidable | null, string],
  more: More = {},
): AdjustmentReason {
  return {
    ...listed(code, words),
    denialClass,
    remarkDecides: null,
    avoidable,
    next,
    needsRemark: false,
    onlyGroup: null,
    nowIssued: [],
    ...more,
  };
}
