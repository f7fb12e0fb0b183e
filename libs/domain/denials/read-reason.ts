import { Refusal, refusal } from '../refusal';
import { AdjustmentReason } from './adjustment-reason';
import { readAdjustment } from './adjustment-reasons';
import { GroupCode, isGroupCode } from './groups';
import type { ReadCode } from './listed-code';
import { Remark, isRemarkForm, readRemark } from './remarks';

/** What stands on a letter or a remittance beside the words. */
export interface EnteredReason {
  readonly group: GroupCode | null;
  readonly code: ReadCode<AdjustmentReason> | null;
  /** Each once, in the order they were entered. */
  readonly remarks: readonly ReadCode<Remark>[];
  /** What could not be read, a sentence each; empty when everything was. */
  readonly unread: readonly Refusal[];
}

/** Words that people write around codes and that say nothing. */
const around = ['CARC', 'RARC', 'CODE', 'REASON', 'REMARK', 'AND', 'GROUP'];

/**
 * Reads what a coordinator types: `CO-50`, `50`, `PR 1`, `N383`, ` co50 `, `CO 96 / N383`. A code that is in no list is
 * kept as it is; it only has to look like one.
 */
export function readReason(text: string): EnteredReason {
  const tokens = text
    .toUpperCase()
    .split(/[\s,;:/+.()#‐-―-]+/u)
    .filter((token) => token !== '' && !around.includes(token))
    .flatMap(apart);
  const groups = [...new Set(tokens.filter(isGroupCode))];
  const remarked = [...new Set(tokens.filter(isRemarkForm))];
  const codes = [...new Set(tokens.filter(isReasonForm).map(withoutZeros))];
  const rest = tokens.filter((one) => !isGroupCode(one) && !isRemarkForm(one) && !isReasonForm(one));
  const [group = null] = groups;
  const [code] = codes;
  return {
    group,
    code: code === undefined ? null : readAdjustment(code),
    remarks: remarked.map(readRemark),
    unread: [
      ...rest.map((one) =>
        refusal('reason_unreadable', `“${one}” is neither a group, a reason nor a remark code.`, 'code'),
      ),
      ...tooMany('group', groups),
      ...tooMany('reason code', codes),
      ...(group !== null && code === undefined
        ? [
            refusal(
              'reason_without_code',
              `${group} says whose it is, not why: the reason code is missing.`,
              'code',
            ),
          ]
        : []),
    ],
  };
}

/** `CO50` and `PRB7` are a group and a code. */
function apart(token: string): readonly string[] {
  const [group, rest] = [token.slice(0, 2), token.slice(2)];
  return isGroupCode(group) && isReasonForm(rest) ? [group, rest] : [token];
}

/** Form only: at most five letters and digits, one of them a digit. Words without a digit are no code. */
function isReasonForm(token: string): boolean {
  return /^(?=.*\d)[A-Z0-9]{1,5}$/.test(token) && !isRemarkForm(token);
}

const withoutZeros = (code: string) => (/^\d+$/.test(code) ? code.replace(/^0+(?=\d)/, '') : code);

function tooMany(what: string, found: readonly string[]): readonly Refusal[] {
  return found.length < 2
    ? []
    : [
        refusal(
          'reason_twice',
          `More than one ${what}: ${found.join(', ')}. Record the one that the letter gives first.`,
          'code',
        ),
      ];
}
