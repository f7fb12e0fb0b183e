import { Refusal, refusal } from '../refusal';
import { AdjustmentReason } from './adjustment-reason';
import { readAdjustment } from './adjustment-reasons';
import { ReadClass, denialKindWords, kindOfClass, readClassWords } from './classes';
import type { DenialCodes } from './denial';
import { GroupCode, groupWords } from './groups';
import { Remark, readRemark } from './remarks';

/** Something to look at: it stops nothing and overrides nothing. */
export type DenialFinding = Refusal;

/** What does not fit together in a denial as recorded, in the order of code, group, remarks and kind. */
export function findingsOf(denial: DenialCodes, read: ReadClass): readonly DenialFinding[] {
  const { code, group, remarks } = denial;
  const reason = code === null ? null : readAdjustment(code);
  const known = remarks.map(readRemark);
  const entry = reason?.known ? reason.entry : null;
  return [
    ...(reason?.known === false ? [unknown('code', reason.raw)] : []),
    ...(entry === null ? [] : aboutReason(entry, remarks)),
    ...(entry === null ? [] : aboutGroup(entry, group)),
    ...known.flatMap((one) =>
      one.known ? aboutRemark(one.entry, entry, read) : [unknown('remarks', one.raw)],
    ),
    ...aboutOpenRemarks(
      known.flatMap((one) => (one.known ? [one.entry] : [])),
      entry,
    ),
    ...aboutKind(denial, read),
  ];
}

const unknown = (field: string, raw: string) =>
  refusal('code_unknown', `${raw} is in no list: it is kept as it is and given no meaning.`, field);

function aboutReason(entry: AdjustmentReason, remarks: readonly string[]): readonly DenialFinding[] {
  const { code, deactivated, nowIssued, needsRemark } = entry;
  const now = nowIssued.length === 0 ? '' : ` Payers issue ${nowIssued.join(' or ')} now.`;
  return [
    ...(deactivated
      ? [refusal('code_deactivated', `${code} is no longer issued: it is read, never sent.${now}`, 'code')]
      : []),
    ...(needsRemark && remarks.length === 0
      ? [
          refusal(
            'remark_missing',
            `${code} has to come with a remark that says what it means, and none is recorded: look at the letter, or ask the payer.`,
            'remarks',
          ),
        ]
      : []),
  ];
}

const shares: readonly string[] = ['1', '2', '3'];

function aboutGroup(
  { code, onlyGroup }: AdjustmentReason,
  group: GroupCode | null,
): readonly DenialFinding[] {
  if (group === null) return [];
  const expected = onlyGroup ?? (shares.includes(code) ? 'PR' : code === '45' ? 'CO' : group);
  if (expected !== group) {
    const sentence = `${code} comes with ${expected}; here it has ${group} (${groupWords[group].toLowerCase()}).`;
    return [refusal('group_unusual', sentence, 'group')];
  }
  return code === '29' && group === 'PR'
    ? [
        refusal(
          'late_filing_to_patient',
          'The payer puts a late filing on the patient. It is the clinic’s to bear and never becomes the patient’s bill.',
          'group',
        ),
      ]
    : [];
}

function aboutRemark(
  remark: Remark,
  reason: AdjustmentReason | null,
  read: ReadClass,
): readonly DenialFinding[] {
  const { code, words, deactivated, narrowsTo } = remark;
  const settled = reason !== null && reason.remarkDecides !== 'must' && reason.denialClass !== 'unclassified';
  return [
    ...(deactivated
      ? [refusal('remark_deactivated', `${code} is no longer issued: it is read, never sent.`, 'remarks')]
      : []),
    ...(settled && narrowsTo !== null && narrowsTo !== read
      ? [
          refusal(
            'remark_disagrees',
            `${code} (${words.toLowerCase()}) and ${reason.code} (${reason.words.toLowerCase()}) say different things: read the letter.`,
            'remarks',
          ),
        ]
      : []),
  ];
}

/** Two remarks that pull a code in two directions settle nothing. */
function aboutOpenRemarks(
  remarks: readonly Remark[],
  reason: AdjustmentReason | null,
): readonly DenialFinding[] {
  const narrowing = remarks.filter(({ narrowsTo }) => narrowsTo !== null);
  const classes = new Set(narrowing.map(({ narrowsTo }) => narrowsTo));
  return reason?.remarkDecides === 'must' && classes.size > 1
    ? [
        refusal(
          'remarks_disagree',
          `The remarks ${narrowing.map(({ code }) => code).join(' and ')} point to different grounds: ask the payer which one it is.`,
          'remarks',
        ),
      ]
    : [];
}

function aboutKind({ kind }: DenialCodes, read: ReadClass): readonly DenialFinding[] {
  const goesWith = kindOfClass(read);
  if (read === 'not_a_denial')
    return [
      refusal(
        'not_a_denial',
        'The code is the patient’s share or the contractual part of a payment: there is nothing to argue.',
        'code',
      ),
    ];
  return goesWith === null || goesWith === kind
    ? []
    : [
        refusal(
          'kind_disagrees',
          `Recorded as ${denialKindWords[kind].toLowerCase()}, while the codes say “${readClassWords[read]}”: read the letter again.`,
          'kind',
        ),
      ];
}
