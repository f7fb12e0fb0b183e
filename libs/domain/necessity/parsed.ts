import type { Refusal } from '../refusal';

/** What came out of reading something foreign: the value, or everything that is wrong with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly refusals: readonly [] }
  | { readonly ok: false; readonly value: null; readonly refusals: readonly Refusal[] };

export function parsed<T>(value: T | null, refusals: readonly Refusal[]): Parsed<T> {
  return value !== null && refusals.length === 0
    ? { ok: true, value, refusals: [] }
    : { ok: false, value: null, refusals };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const mostShown = 40;

/** A foreign value inside a sentence: short, and never the cause of an error. */
export function shown(value: unknown): string {
  if (value === undefined) return 'Nothing';
  if (typeof value === 'string') return `“${cut(value)}”`;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'A list' : 'An object';
  return cut(String(value));
}

const cut = (text: string) => (text.length > mostShown ? `${text.slice(0, mostShown)}…` : text);
