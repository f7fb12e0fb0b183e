/** A value as PostgreSQL prints it from a jsonb column: the shorter keys first, then by their bytes. */
export function jsonbText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonbText).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([name, one]) => [keyOf(name), one] as const)
    .sort(
      ([one], [other]) => one.bytes.length - other.bytes.length || Buffer.compare(one.bytes, other.bytes),
    );
  return `{${entries.map(([{ text }, one]) => `${text}: ${jsonbText(one)}`).join(', ')}}`;
}

interface Key {
  readonly bytes: Buffer;
  readonly text: string;
}

/** There are some dozens of them, in every screening of every case. */
const keys = new Map<string, Key>();

function keyOf(name: string): Key {
  let key = keys.get(name);
  if (key === undefined) keys.set(name, (key = { bytes: Buffer.from(name), text: JSON.stringify(name) }));
  return key;
}
