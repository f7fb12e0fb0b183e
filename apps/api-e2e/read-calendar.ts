export type Entry = ReadonlyMap<string, string>;

/** Reads a calendar back by RFC 5545: content lines end with CRLF and are unfolded, parameters are passed over, values are unescaped. */
export function readCalendar(file: string): { readonly head: Entry; readonly events: readonly Entry[] } {
  expect(file).toMatch(/\r\n$/);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
  expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR']);
  const head = new Map<string, string>();
  const events: Map<string, string>[] = [];
  let open: Map<string, string> | null = null;
  for (const line of lines.slice(1, -1)) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[A-Z=-]+)?:(.*)$/.exec(line) ?? [];
    if (line === 'BEGIN:VEVENT') events.push((open = new Map()));
    else if (line === 'END:VEVENT') open = null;
    else
      (open ?? head).set(
        name,
        value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign)),
      );
  }
  return { head, events };
}
