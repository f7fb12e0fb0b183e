import { Binding, bindingsText, boundTo, spaced, tidyBindings } from './bindings';
import { kindOf } from './check-letter';
import { sentencesOf } from './split-letter';

/**
 * The bindings after an edit. A sentence that stayed keeps its own, wherever it moved. One whose words changed keeps
 * what can be held against its new words; a document or a physician’s statement cannot, nor can anything once the
 * sentence turns into its denial: these have to be bound again, by somebody who has read it.
 */
export function carryBindings(
  bindings: readonly Binding[],
  before: string,
  after: string,
): readonly Binding[] {
  const [old, now] = [before, after].map((letter) => sentencesOf(letter).map(({ text }) => text));
  if (old === undefined || now === undefined) return [];
  const kept = new Set(now.map(spaced));
  const known = new Set(old.map(spaced));
  const gone = old.filter((text) => !kept.has(spaced(text)) && boundTo(bindings, text).length > 0);
  const fresh = now.filter((text) => !known.has(spaced(text)));
  const changed = pairs(gone, fresh).flatMap(([was, is]): readonly Binding[] => {
    if (denials(was) % 2 !== denials(is) % 2) return [];
    const to = boundTo(bindings, was).filter(({ ref }) => !['document', 'statement'].includes(kindOf(ref)));
    return to.length === 0 ? [] : [{ sentence: is, to }];
  });
  return tidyBindings(after, [...bindings, ...changed]);
}

/** Whether two lists of bindings are the same, whatever order they are in. */
export function sameBindings(one: readonly Binding[], other: readonly Binding[]): boolean {
  const sorted = (all: readonly Binding[]) =>
    bindingsText([...all].sort((a, b) => (a.sentence < b.sentence ? -1 : 1)));
  return sorted(one) === sorted(other);
}

const denials = (text: string) =>
  (text.match(/\b(?:not|no|never|none|neither|nor|without|cannot|un(?:able|likely)|\w+n[’']t)\b/gi) ?? [])
    .length;

/** Each changed sentence with the one it came from: the most alike, half of the words at least. */
function pairs(gone: readonly string[], fresh: readonly string[]): readonly (readonly [string, string])[] {
  const free = new Set(gone);
  return fresh.flatMap((is) => {
    const alike = [...free]
      .map((was) => [likeness(was, is), was] as const)
      .sort(([one], [other]) => other - one)[0];
    if (alike === undefined || alike[0] < 0.5) return [];
    free.delete(alike[1]);
    return [[alike[1], is] as const];
  });
}

function likeness(one: string, other: string): number {
  const [a, b] = [one, other].map(
    (text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}.°%]*[\p{L}\p{N}°%]/gu) ?? []),
  );
  if (!a?.size || !b?.size) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return (2 * shared) / (a.size + b.size);
}
