import type { EvidenceKind } from '../necessity/evidence-kinds';
import type { DenialClass } from './classes';
import { ListedCode, ReadCode, listed, lookUp } from './listed-code';

/** A remark code (RARC): what a reason code leaves open. */
export interface Remark extends ListedCode {
  /** The class it gives to a reason code that says too little by itself, such as 96. */
  readonly narrowsTo: DenialClass | null;
  /** What the payer says about the right to appeal. */
  readonly appeal: 'denied' | 'given' | 'send_new' | null;
  /** The evidence that it says is missing. */
  readonly asksFor: EvidenceKind | null;
}

const remark = (
  code: string,
  words: string,
  more: Partial<Pick<Remark, 'narrowsTo' | 'appeal' | 'asksFor' | 'deactivated'>> = {},
): Remark => ({ narrowsTo: null, appeal: null, asksFor: null, ...listed(code, words), ...more });

/** The remarks that turn up in this trade; every other one is read and kept raw. */
// prettier-ignore
export const remarkCodes: readonly Remark[] = [
  remark('N383', 'Regarded as cosmetic', { narrowsTo: 'benefit_exclusion' }),
  remark('N130', 'See the plan documents', { narrowsTo: 'benefit_exclusion' }),
  remark('N623', 'Unproven or experimental', { narrowsTo: 'experimental' }),
  remark('N661', 'Records do not support necessity', { narrowsTo: 'clinical' }),
  remark('N10', 'Finding of a reviewer', { narrowsTo: 'clinical' }),
  remark('N115', 'Decided by a local coverage determination', { narrowsTo: 'clinical' }),
  remark('N386', 'Decided by a national coverage determination', { narrowsTo: 'clinical' }),
  remark('N569', 'Not covered for this diagnosis', { narrowsTo: 'coding' }),
  remark('N54', 'Does not fit the services that were authorized'),
  remark('M62', 'Authorization number missing or invalid'),
  remark('N758', 'Adjusted as the authorization decided'),
  remark('N350', 'Description of the unlisted code missing', { asksFor: 'code_worksheet' }),
  remark('N180', 'Does not fit the category it was sent under'),
  remark('N640', 'Over the approved number'),
  remark('N362', 'Over the approved units'),
  remark('M127', 'Medical record missing', { asksFor: 'clinical_note' }),
  remark('N706', 'Documentation missing', { asksFor: 'clinical_note' }),
  remark('N705', 'Documentation incomplete', { asksFor: 'clinical_note' }),
  remark('N710', 'Notes missing', { asksFor: 'clinical_note' }),
  remark('N929', 'Photographs missing', { asksFor: 'photo' }),
  remark('N933', 'Photographs missing', { asksFor: 'photo' }),
  remark('N479', 'Statement of the first payer missing'),
  remark('MA04', 'Statement of the first payer missing or unreadable'),
  remark('N517', 'Send it as a new claim', { appeal: 'send_new' }),
  remark('MA130', 'Cannot be processed; no right to appeal', { appeal: 'send_new' }),
  remark('MA01', 'There is a right to appeal', { appeal: 'given' }),
  remark('N1', 'There is a right to appeal', { appeal: 'given' }),
  remark('N211', 'No right to appeal', { appeal: 'denied' }),
  remark('N704', 'No right to appeal', { appeal: 'denied' }),
  remark('N822', 'Modifier missing'),
  remark('N823', 'Modifier incomplete or invalid'),
  remark('M51', 'Procedure code missing or invalid'),
  remark('M76', 'Diagnosis missing or invalid'),
  remark('M53', 'Units missing or invalid'),
  remark('M77', 'Place of service missing or invalid'),
  remark('N29', 'Remark that is no longer issued', { deactivated: true }),
];

/** Whether text has the form of a remark: `N383`, `M62`, `MA130`. Form only, not whether it is in the list. */
export function isRemarkForm(text: string): boolean {
  return /^(?:MA?|N)\d{1,4}$/.test(text);
}

export function readRemark(text: string): ReadCode<Remark> {
  return lookUp(remarkCodes, text);
}
