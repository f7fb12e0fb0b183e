/** A value as PostgreSQL prints it from a jsonb column: the shorter keys first, then by their bytes. */
export function jsonbText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonbText).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([key, one]) => [Buffer.from(key), JSON.stringify(key), one] as const)
    .sort(([one], [other]) => one.length - other.length || Buffer.compare(one, other));
  return `{${entries.map(([, key, one]) => `${key}: ${jsonbText(one)}`).join(', ')}}`;
}
