import type { AuthorizationTerms } from './authorization-terms';
import { Day } from './calendar';
import type { Authorization, CaseFacts } from './case-facts';
import { Refusal, refusal, refusalsOf } from './refusal';

/** What a request asks for, as UM02 of an X12 278 tells it apart. */
export const requestPurposes = ['initial', 'extension', 'renewal', 'revision'] as const;
export type RequestPurpose = (typeof requestPurposes)[number];

export const requestPurposeWords: Readonly<Record<RequestPurpose, string>> = {
  initial: 'A first authorization',
  extension: 'Extension of an authorization that still runs',
  renewal: 'Renewal: a new period after an authorization',
  revision: 'Revision of what was granted',
};

/** Why the terms of an authorization change, when such a request is granted. */
export const requestPurposeReasons: Readonly<Record<RequestPurpose, string>> = {
  initial: 'granted',
  extension: 'extended by the payer',
  renewal: 'renewed by the payer',
  revision: 'revised by the payer',
};

export interface AskedAgain {
  readonly purpose: RequestPurpose;
  readonly ofAuthorizationId: string | null;
  readonly toOn: Day;
}

/** What was granted can be asked for again while it is in force; an extension only before its last day has passed. */
export function purposeRefusals(
  { authorizations, clock }: CaseFacts,
  { purpose, ofAuthorizationId, toOn }: AskedAgain,
): readonly Refusal[] {
  const field = 'ofAuthorizationId';
  if (purpose === 'initial')
    return ofAuthorizationId === null
      ? []
      : [
          refusal(
            'purpose_missing',
            'Say whether this extends, renews or revises the authorization.',
            'purpose',
          ),
        ];
  if (ofAuthorizationId === null)
    return [refusal('authorization_unnamed', 'Say which authorization this is about.', field)];
  const of = authorizations.find(({ id }) => id === ofAuthorizationId);
  if (of === undefined || of.state !== 'in_force')
    return [refusal('authorization_not_in_force', 'That authorization is not in force on this case.', field)];
  return refusalsOf(
    purpose === 'extension' && of.expiresOn < clock.today
      ? refusal(
          'authorization_expired',
          'It has expired, so it cannot be extended: ask for a renewal.',
          'purpose',
        )
      : null,
    purpose === 'renewal' && toOn <= of.expiresOn
      ? refusal('renewal_ends_before', 'A renewal reaches beyond the last day of what it renews.', 'toOn')
      : null,
  );
}

/**
 * Whether the payer's answer changes the terms of what was granted before: it came under the same number. Under another
 * one it stands beside it, and both keep their own units and days.
 */
export function amendsAuthorization(
  { authorizations }: CaseFacts,
  { ofAuthorizationId }: Pick<AskedAgain, 'ofAuthorizationId'>,
  { number }: { readonly number: string },
): Authorization | undefined {
  return authorizations.find(
    (one) => one.id === ofAuthorizationId && one.number === number.trim() && one.state === 'in_force',
  );
}

/** Under the number of what it extends, a grant is the new total: less than before would take something back. */
export function shrinkingRefusals(before: AuthorizationTerms, after: AuthorizationTerms): readonly Refusal[] {
  const units = (terms: AuthorizationTerms, code: string) =>
    terms.lines.find(({ procedureCode }) => procedureCode === code)?.units ?? 0;
  const less = before.lines.find(({ procedureCode, units: had }) => units(after, procedureCode) < had);
  return refusalsOf(
    less
      ? refusal(
          'less_than_before',
          `${less.units} units of ${less.procedureCode} were granted under this number before. Enter the new total, or record the change at the authorization.`,
          'lines',
        )
      : null,
    after.expiresOn < before.expiresOn
      ? refusal(
          'ends_before',
          'It would end earlier than before: record that at the authorization.',
          'expiresOn',
        )
      : null,
  );
}
