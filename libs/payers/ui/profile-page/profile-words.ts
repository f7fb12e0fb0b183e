import {
  channelUseWords,
  channelUses,
  channelWords,
  channels,
  clockStartWords,
  clockStarts,
  clockUnitWords,
  clockUnits,
  payerClockWords,
  payerClocks,
  peerStarts,
} from '@stipple/domain';

const choices = <Value extends string>(values: readonly Value[], words: Readonly<Record<Value, string>>) =>
  values.map((value) => ({ value, words: words[value] }));

/** What can be chosen in the lines of a payer's profile. */
export const profileWords = {
  channels: choices(channels, channelWords),
  uses: choices(channelUses, channelUseWords),
  clocks: choices(payerClocks, payerClockWords),
  units: choices(clockUnits, clockUnitWords),
  starts: choices(clockStarts, clockStartWords),
  peerStarts: choices(peerStarts, clockStartWords),
};

export const typed = ({ target }: Event): string => (target as HTMLInputElement).value;

/** Null as long as nothing is typed. */
export function number(event: Event): number | null {
  const text = typed(event).trim();
  return text === '' ? null : Number(text);
}

/** A list with one of its lines changed, or taken out. */
export function changed<T extends object>(
  list: readonly T[],
  at: number,
  part: Partial<T> | null,
): readonly T[] {
  return part === null
    ? list.toSpliced(at, 1)
    : list.map((one, index) => (index === at ? { ...one, ...part } : one));
}
