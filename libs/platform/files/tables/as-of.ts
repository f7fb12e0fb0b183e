/** As of when a file is, on the clock of the clinic: a line of what is said about it. */
export function asOf(
  moment: Date | string,
  { timeZone }: { readonly timeZone: string },
): readonly [label: string, says: string] {
  return ['As of', `${wallClock(moment, timeZone)} (${timeZone})`];
}

/** `2026-11-29 14:05`, where the clinic is. */
export function wallClock(moment: Date | string, timeZone: string): string {
  return Temporal.Instant.from(new Date(moment).toISOString())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
}
