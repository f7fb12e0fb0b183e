import { DenialKind, denialKinds, groupWords, readClassWords, readDenial, readReason } from '@stipple/domain';
import type { Finding, Values } from '@stipple/ui';

/**
 * What the codes of a denial were read as while somebody types them: their words, the class they make it, and what does
 * not fit. The server reads the same line with the same functions.
 */
export function whatWasRead({ code: typed, kind }: Values): readonly Finding[] {
  const { group, code, remarks, unread } = readReason(String(typed ?? ''));
  const refused = unread.map(({ sentence }): Finding => ({ weight: 'refused', sentence }));
  if (group === null && code === null && remarks.length === 0) return refused;
  const stated = denialKinds.find((one) => one === kind) ?? null;
  const words = [
    ...(group === null ? [] : [`${group} (${groupWords[group].toLowerCase()})`]),
    ...[...(code === null ? [] : [code]), ...remarks].map((one) =>
      one.known ? `${one.entry.code} (${one.entry.words.toLowerCase()})` : `${one.raw} (not in the list)`,
    ),
  ];
  return [
    ...refused,
    { weight: 'note', sentence: `Read: ${words.join(', ')}.` },
    ...asDenial({ group, code: code?.raw ?? null, remarks: remarks.map(({ raw }) => raw) }, stated),
  ];
}

function asDenial(
  codes: Omit<Parameters<typeof readDenial>[0], 'kind'>,
  stated: DenialKind | null,
): readonly Finding[] {
  // Nobody has said the kind yet: then nothing can contradict it, and what the codes leave open stays open.
  const { denialClass, basis, why, findings } = readDenial({ ...codes, kind: stated ?? 'administrative' });
  const open = stated === null && (basis === 'nothing' || basis === 'stated_kind');
  const settled = open
    ? 'The codes leave the class open; the kind below decides.'
    : `${readClassWords[denialClass]}. ${why}`;
  return [
    ...(denialClass === 'not_a_denial' ? [] : [{ weight: 'note', sentence: settled } as const]),
    ...findings
      .filter(({ code }) => stated !== null || code !== 'kind_disagrees')
      .map(({ code, sentence }): Finding => ({
        weight: code === 'not_a_denial' ? 'refused' : 'before_request',
        sentence,
      })),
  ];
}
