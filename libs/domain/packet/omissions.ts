import type { DocumentCheck } from '../necessity/completeness';
import { EvidenceKind, evidenceKindWords } from '../necessity/evidence-kinds';
import { Refusal, refusal } from '../refusal';

/** Why a packet goes without something that the policy asks for, in the words of who marked it ready. */
export interface Omission {
  readonly kind: EvidenceKind;
  readonly reason: string;
}

/** A line of the packet's checklist. */
export interface PacketItem extends DocumentCheck {
  /** The reason somebody gave for going without it. */
  readonly omitted: string | null;
}

/** What the policy asks for, with the reasons given for what is missing. A reason for what is there says nothing. */
export function packetItems(
  documents: readonly DocumentCheck[],
  omissions: readonly Omission[],
): readonly PacketItem[] {
  return documents.map((one) => {
    const given = omissions.find(({ kind }) => kind === one.kind);
    return {
      ...one,
      omitted: one.state === 'missing' || one.state === 'unknown' ? (given?.reason ?? null) : null,
    };
  });
}

/**
 * What stands against the packet. Only what the payer's own policy asks for does: the general one says what is usual,
 * and a payer that asks for less is not to be sent more.
 */
export function packetRefusals(items: readonly PacketItem[], payersOwn: boolean): readonly Refusal[] {
  if (!payersOwn) return [];
  return items
    .filter(({ state, omitted }) => state === 'missing' && omitted === null)
    .map(({ kind, why }) =>
      refusal(
        'packet_incomplete',
        `${evidenceKindWords[kind]} missing: ${why} Add it, or say on the packet’s page why the packet goes without it.`,
        `omissions.${kind}`,
      ),
    );
}

/** Reasons for what nobody asked for, or twice for the same. */
export function omissionRefusals(
  omissions: readonly Omission[],
  documents: readonly DocumentCheck[],
): readonly Refusal[] {
  return omissions.flatMap(({ kind }, at) => {
    const field = `omissions.${at}.kind`;
    if (omissions.findIndex((other) => other.kind === kind) < at)
      return [refusal('omitted_twice', `${evidenceKindWords[kind]} has two reasons; one is enough.`, field)];
    return documents.some((one) => one.kind === kind)
      ? []
      : [refusal('not_asked_for', `${evidenceKindWords[kind]} is nothing that the policy asks for.`, field)];
  });
}
