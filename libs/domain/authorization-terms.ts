import { Day, daysBetween } from './calendar';
import type { AuthRequest, Authorization, CodeUnits } from './case-facts';
import { notRequiredDays } from './moves/authorization-moves';
import { Refusal, refusal, refusalsOf } from './refusal';

/** What an authorization grants. The window includes both its first and its last day. */
export interface AuthorizationTerms {
  readonly effectiveOn: Day;
  readonly expiresOn: Day;
  readonly lines: readonly CodeUnits[];
}

/** How the payer's answer differs from what was asked, code by code. Empty when it grants all of it. */
export interface TermDifference {
  readonly procedureCode: string;
  readonly asked: number;
  readonly granted: number;
}

export function differencesOf(
  asked: readonly CodeUnits[],
  granted: readonly CodeUnits[],
): readonly TermDifference[] {
  const units = (lines: readonly CodeUnits[], code: string) =>
    lines.find((line) => line.procedureCode === code)?.units ?? 0;
  const codes = [...new Set([...asked, ...granted].map((line) => line.procedureCode))];
  return codes
    .map((code) => ({ procedureCode: code, asked: units(asked, code), granted: units(granted, code) }))
    .filter((line) => line.asked !== line.granted);
}

/** A code stands on one line only: were it on two, nobody could say how many of its units were meant. */
export function linesRefusals(lines: readonly CodeUnits[]): readonly Refusal[] {
  const codes = new Set(lines.map((line) => line.procedureCode));
  return codes.size < lines.length ? [refusal('code_twice', 'A code is listed twice.', 'lines')] : [];
}

export function termsRefusals(terms: AuthorizationTerms): readonly Refusal[] {
  return refusalsOf(
    terms.expiresOn < terms.effectiveOn
      ? refusal('window_reversed', 'The last day lies before the first.', 'expiresOn')
      : null,
    terms.lines.length === 0
      ? refusal('units_missing', 'Enter the approved code and its units.', 'lines')
      : null,
    linesRefusals(terms.lines),
  );
}

/**
 * A full approval grants everything that was asked, in at least the window that was asked. Anything less is
 * recorded as what it is, so that the difference is seen and acknowledged before it unlocks a booking.
 */
export function fullApprovalRefusals(request: AuthRequest, terms: AuthorizationTerms): readonly Refusal[] {
  const less = differencesOf(request.lines, terms.lines).find((line) => line.granted < line.asked);
  const foreign = differencesOf(request.lines, terms.lines).find((line) => line.asked === 0);
  const shorter = terms.effectiveOn > request.fromOn || terms.expiresOn < request.toOn;
  return refusalsOf(
    less
      ? refusal(
          'approval_is_partial',
          `${less.asked} units of ${less.procedureCode} were asked, ${less.granted} granted: record a partial approval.`,
          'lines',
        )
      : null,
    foreign
      ? refusal(
          'approval_is_modified',
          `${foreign.procedureCode} was not asked for: record a modified approval.`,
          'lines',
        )
      : null,
    shorter
      ? refusal(
          'approval_is_modified',
          'The window is shorter than the one asked for: record a modified approval.',
          'expiresOn',
        )
      : null,
  );
}

/** What grants everything in the whole window is no partial and no modified approval. */
export function lesserApprovalRefusals(request: AuthRequest, terms: AuthorizationTerms): readonly Refusal[] {
  const same =
    differencesOf(request.lines, terms.lines).length === 0 &&
    terms.effectiveOn <= request.fromOn &&
    terms.expiresOn >= request.toOn;
  return same
    ? [
        refusal(
          'approval_is_full',
          'This grants everything that was asked: record it as an approval.',
          'lines',
        ),
      ]
    : [];
}

/** “No authorization required” opens at most 90 days unless the payer itself names a window. */
export function notRequiredRefusals(
  terms: AuthorizationTerms,
  payerNamedWindow: boolean,
): readonly Refusal[] {
  const days = daysBetween(terms.effectiveOn, terms.expiresOn);
  return !payerNamedWindow && days > notRequiredDays
    ? [
        refusal(
          'window_too_long',
          `Without a window named by the payer, “not required” lasts at most ${notRequiredDays} days; this is ${days}.`,
          'expiresOn',
        ),
      ]
    : [];
}

/**
 * What two people have confirmed as “not required” may shrink but not grow: more units or days would be terms that
 * nobody confirmed. They are recorded and confirmed anew.
 */
export function widenedRefusals(
  confirmed: Pick<Authorization, 'basis' | keyof AuthorizationTerms>,
  terms: AuthorizationTerms,
): readonly Refusal[] {
  if (confirmed.basis !== 'not_required') return [];
  const wider =
    terms.effectiveOn < confirmed.effectiveOn ||
    terms.expiresOn > confirmed.expiresOn ||
    differencesOf(confirmed.lines, terms.lines).some((line) => line.granted > line.asked);
  return wider
    ? [
        refusal(
          'wider_than_confirmed',
          'This goes beyond what manager and physician confirmed: record it anew, and both confirm again.',
          'lines',
        ),
      ]
    : [];
}
