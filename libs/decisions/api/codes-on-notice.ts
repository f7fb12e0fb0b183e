import { DenialCodes, DenialKind, Refusal, readDenial, readReason } from '@stipple/domain';

interface Typed {
  readonly group?: string | undefined;
  readonly code?: string | undefined;
  readonly remarks?: readonly string[] | undefined;
  readonly kind: DenialKind;
}

/** The codes of a notice as typed, whatever stands apart or together: one line is read. With what speaks against them. */
export function codesOnNotice({ group, code, remarks = [], kind }: Typed): {
  readonly codes: DenialCodes;
  readonly refusals: readonly Refusal[];
} {
  const read = readReason([group, code, ...remarks].filter(Boolean).join(' '));
  const codes = {
    group: read.group,
    code: read.code?.raw ?? null,
    remarks: read.remarks.map(({ raw }) => raw),
    kind,
  };
  // A deductible or a contractual amount comes with a code as well; as a denial it would be argued and counted.
  const noDenial = readDenial(codes).findings.filter((finding) => finding.code === 'not_a_denial');
  return { codes, refusals: [...read.unread, ...noDenial] };
}
