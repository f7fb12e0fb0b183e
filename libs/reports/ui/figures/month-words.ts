const month = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** `Nov 2026` of `2026-11`. */
export function monthWords(text: string): string {
  return month.format(new Date(`${text}-01T00:00:00Z`));
}
