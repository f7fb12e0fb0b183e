import { Day, dayInWords } from '../calendar';
import { CodeFinding, finding } from './code-finding';
import { ProcedureEntry, shippedProcedures } from './shipped/shipped-procedures';

/** The entry of a code that is valid on a day; else one that says when it was or will be. */
export function procedureOn(day: Day, code: string): ProcedureEntry | null {
  const entries = shippedProcedures.filter((entry) => entry.code === code);
  return entries.find((entry) => isValid(entry, day)) ?? entries.at(-1) ?? null;
}

export function isValid(
  { opensOn, closesOn }: Pick<ProcedureEntry, 'opensOn' | 'closesOn'>,
  day: Day,
): boolean {
  return opensOn <= day && (closesOn === null || day <= closesOn);
}

/** Unlisted codes say nothing by themselves: they need a worksheet that says it for them. */
export const unlistedCodes = ['17999', '96999'] as const;
export type UnlistedCode = (typeof unlistedCodes)[number];

export function isUnlisted(code: string): boolean {
  return unlistedCodes.some((one) => one === code);
}

/** Everything there is to say about procedure codes on a day of service. */
export function procedureFindings(
  codes: readonly string[],
  on: Day,
  field = 'lines',
): readonly CodeFinding[] {
  return [...new Set(codes)].flatMap((code) => findingOf(code, on, field) ?? []);
}

function findingOf(code: string, on: Day, field: string): CodeFinding | null {
  const entry = procedureOn(on, code);
  if (entry === null) {
    const sentence = `${code} is not in the list that comes with Stipple: check by hand that it is valid and meant.`;
    return finding('note', ['procedure_not_checked', sentence, field], code);
  }
  if (!isValid(entry, on))
    return finding('refused', ['procedure_not_valid', notValid(entry, on), field], code);
  if (entry.use === 'not_this') {
    const sentence = `${code} is not for microneedling. ${entry.note ?? ''}`.trim();
    return finding('before_request', ['procedure_do_not_use', sentence, field], code);
  }
  if (entry.use === 'asked') return null;
  const sentence = `${code} (${entry.words.toLowerCase()}) is what was done before or could be done instead.`;
  return finding('note', ['procedure_is_history', sentence, field], code);
}

function notValid({ code, opensOn, closesOn }: ProcedureEntry, on: Day): string {
  return closesOn !== null && on > closesOn
    ? `${code} was valid until ${dayInWords(closesOn)}; the day of service, ${dayInWords(on)}, lies after that.`
    : `${code} is valid from ${dayInWords(opensOn)}; the day of service, ${dayInWords(on)}, lies before that.`;
}
