import type { AmendAuthorization, RevokeAuthorization } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import {
  Authorization,
  AuthorizationTerms,
  CaseFacts,
  Clearance,
  Refusal,
  authorizationLifecycle,
  refusal,
  refusalsOf,
  termsRefusals,
  widenedRefusals,
} from '@stipple/domain';
import { CaseInHand, ClearanceEntity, blockBookings, closeUnitGaps, withSubject } from '@stipple/moves';
import { PayerAuthorizationEntity } from './authorization.entity';
import { writeTerms } from './record-authorization';

/**
 * Changes window or units. The earlier terms stay on record. Bookings that the new terms no longer cover are
 * blocked in the same transaction; PostgreSQL would refuse the change otherwise.
 */
export function amendAuthorization(
  command: Command,
  id: string,
  { version, ...change }: AmendAuthorization,
): Promise<void> {
  return withSubject(command, authorizationLifecycle, id, (hand, authorization) =>
    amendTerms(hand, authorization, change, version),
  );
}

/** @param version what the person saw; absent where another move of the same command amends it */
export async function amendTerms(
  hand: CaseInHand,
  authorization: Authorization,
  { reason, proofId, ...terms }: Omit<AmendAuthorization, 'version'>,
  version?: number,
): Promise<void> {
  const { id } = authorization;
  const keys = keysOf(hand.facts, id);
  refuseIfAny(
    refusalsOf(
      termsRefusals(terms),
      widenedRefusals(authorization, terms),
      unfit(hand.facts, keys, terms, proofId),
    ),
  );
  const granted = (key: Clearance) =>
    terms.lines.find((line) => line.procedureCode === key.procedureCode)?.units ?? 0;
  await blockBookings(hand, keys, `window or units changed (${reason})`, (key) => ({
    opensOn: terms.effectiveOn,
    closesOn: terms.expiresOn,
    units: granted(key),
  }));
  for (const key of keys) await closeUnitGaps(hand, key.id);
  const termsSeq = authorization.seq + 1;
  await writeTerms(hand, id, termsSeq, terms);
  const { effectiveOn, expiresOn, lines } = terms;
  const before = {
    effectiveOn: authorization.effectiveOn,
    expiresOn: authorization.expiresOn,
    lines: authorization.lines,
  };
  await hand.advance(authorizationLifecycle, PayerAuthorizationEntity, authorization, 'amend', {
    to: 'in_force',
    version,
    set: { effectiveOn, expiresOn, termsSeq },
    data: { reason, proofId, effectiveOn, expiresOn, lines, before },
  });
  const { clinicId } = hand.command.who;
  for (const key of keys)
    await hand.command.tx.update(ClearanceEntity, { clinicId, id: key.id }, { units: granted(key) });
}

/** The payer takes it back. Every booking on it is blocked, visibly, before it ends. */
export function revokeAuthorization(
  command: Command,
  id: string,
  { version, reason }: RevokeAuthorization,
): Promise<void> {
  return withSubject(command, authorizationLifecycle, id, async (hand, authorization) => {
    await blockBookings(hand, keysOf(hand.facts, id), `revoked (${reason})`, () => null);
    await hand.advance(authorizationLifecycle, PayerAuthorizationEntity, authorization, 'revoke', {
      to: 'revoked',
      version,
      set: { endReason: reason },
      data: { reason },
    });
  });
}

function keysOf(facts: CaseFacts, authorizationId: string): readonly Clearance[] {
  return facts.clearances.filter((clearance) => clearance.authorizationId === authorizationId);
}

function unfit(
  facts: CaseFacts,
  keys: readonly Clearance[],
  terms: AuthorizationTerms,
  proofId: string,
): readonly Refusal[] {
  const codes = terms.lines.map((line) => line.procedureCode);
  const before = keys.map((key) => key.procedureCode);
  const sameCodes = codes.length === before.length && codes.every((code) => before.includes(code));
  return refusalsOf(
    facts.documents.some((document) => document.id === proofId)
      ? null
      : refusal('proof_unknown', 'Attach the payer’s notice to this case first.', 'proofId'),
    sameCodes
      ? null
      : refusal(
          'codes_changed',
          'An amendment keeps the codes; other codes are a new authorization.',
          'lines',
        ),
    keys
      .filter(
        (key) =>
          (terms.lines.find((line) => line.procedureCode === key.procedureCode)?.units ?? key.used) <
          key.used,
      )
      .map((key) =>
        refusal(
          'below_performed',
          `${key.used} sessions of ${key.procedureCode} were already performed.`,
          'lines',
        ),
      ),
  );
}
