import { Values, isEmpty } from './field';

/** A field that both sides changed, each to something else. */
export interface Clash {
  readonly name: string;
  /** What stood there when the form was opened. */
  readonly shown: unknown;
  /** What stands there now. */
  readonly theirs: unknown;
  /** What was typed. */
  readonly mine: unknown;
}

export interface Together {
  /** What only they changed is theirs; everything else is mine, also where there is a clash. */
  readonly values: Values;
  /** The fields that only they changed. */
  readonly taken: readonly string[];
  readonly clashes: readonly Clash[];
}

/**
 * Brings together what somebody typed and what others have stored since the form was opened: a merge of three, field
 * by field. Nothing is lost: a field that both changed keeps what was typed and is listed with both sides.
 */
export function bringTogether(
  names: readonly string[],
  sides: { readonly shown: Values; readonly mine: Values; readonly theirs: Values },
): Together {
  const values: Values = { ...sides.mine };
  const taken: string[] = [];
  const clashes: Clash[] = [];
  for (const name of names) {
    const [shown, mine, theirs] = [sides.shown[name], sides.mine[name], sides.theirs[name]];
    if (sameValue(theirs, shown) || sameValue(theirs, mine)) continue;
    if (sameValue(mine, shown)) {
      values[name] = theirs;
      taken.push(name);
    } else clashes.push({ name, shown, theirs, mine });
  }
  return { values, taken, clashes };
}

/** Whether two values of a field mean the same: what is empty is empty in every form, and lists compare in order. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (isEmpty(one) && isEmpty(other)) return true;
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** The keys of an object have no order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, ordered(part)]));
}
