import { randomUUIDv7 } from 'node:crypto';
import type { RecordApproval, RecordNotRequired } from '@stipple/contracts';
import { Missing, refuseIfAny } from '@stipple/database';
import {
  AuthorizationBasis,
  AuthorizationTerms,
  authorizationLifecycle,
  firstState,
  placeOfServiceRefusals,
  refusal,
  refusalsOf,
  termsRefusals,
} from '@stipple/domain';
import { CaseInHand, ClearanceClinicianEntity, ClearanceEntity } from '@stipple/moves';
import {
  AuthorizationLineEntity,
  AuthorizationTermsEntity,
  PayerAuthorizationEntity,
} from './authorization.entity';

type Grant = Pick<
  RecordApproval,
  | keyof AuthorizationTerms
  | 'number'
  | 'decidedOn'
  | 'clinicianIds'
  | 'placeOfService'
  | 'channel'
  | 'proofId'
> &
  Partial<Pick<RecordNotRequired, 'payerWords' | 'payerNamedWindow'>> & { readonly challengeId?: string };

/**
 * Records what a payer granted: the authorization, its terms, and one clearance per code. The clearances open by
 * themselves when the authorization comes into force; until then they unlock nothing.
 */
export async function recordAuthorization(
  hand: CaseInHand,
  basis: AuthorizationBasis,
  requestId: string | null,
  grant: Grant,
): Promise<string> {
  const { clinicId, staffId } = hand.command.who;
  await refuseUnfit(hand, grant);
  const to = firstState(basis);
  const { number, decidedOn, effectiveOn, expiresOn, placeOfService, channel, proofId } = grant;
  const columns = {
    requestId,
    challengeId: grant.challengeId ?? null,
    basis,
    number,
    decidedOn,
    effectiveOn,
    expiresOn,
    termsSeq: 1,
    placeOfService,
    channel,
    proofId,
    payerWords: grant.payerWords ?? null,
    payerNamedWindow: grant.payerNamedWindow ?? false,
    enteredBy: staffId,
    verifiedBy: staffId,
  };
  const data = { basis, number, effectiveOn, expiresOn, lines: grant.lines };
  const id = await hand.create(authorizationLifecycle, 'record', PayerAuthorizationEntity, columns, {
    to,
    data,
  });
  await writeTerms(hand, id, 1, grant);
  for (const { procedureCode, units } of grant.lines) {
    const clearanceId = randomUUIDv7();
    await hand.command.tx.insert(ClearanceEntity, {
      clinicId,
      id: clearanceId,
      caseId: hand.caseId,
      authorizationId: id,
      termsSeq: 1,
      agreementId: null,
      procedureCode,
      units,
      opensOn: effectiveOn,
      closesOn: expiresOn,
      active: to === 'in_force',
    });
    await hand.command.tx.insert(
      ClearanceClinicianEntity,
      [...new Set(grant.clinicianIds)].map((clinicianId) => ({ clinicId, clearanceId, clinicianId })),
    );
  }
  return id;
}

/** Terms are written once; an amendment adds a row and the authorization points to it. */
export async function writeTerms(
  hand: CaseInHand,
  authorizationId: string,
  termsSeq: number,
  { effectiveOn, expiresOn, lines }: AuthorizationTerms,
): Promise<void> {
  const { clinicId } = hand.command.who;
  await hand.command.tx.insert(AuthorizationTermsEntity, {
    clinicId,
    authorizationId,
    termsSeq,
    effectiveOn,
    expiresOn,
  });
  await hand.command.tx.insert(
    AuthorizationLineEntity,
    lines.map((line) => ({ clinicId, authorizationId, termsSeq, ...line })),
  );
}

async function refuseUnfit(hand: CaseInHand, grant: Grant): Promise<void> {
  const { facts, command } = hand;
  const known: { id: string }[] = await command.tx.query(
    'SELECT id FROM stipple.provider WHERE clinic_id = $1 AND id = ANY ($2)',
    [command.who.clinicId, grant.clinicianIds],
  );
  if (known.length < new Set(grant.clinicianIds).size) throw new Missing('clinician');
  refuseIfAny(
    refusalsOf(
      termsRefusals(grant),
      placeOfServiceRefusals(grant.placeOfService),
      facts.documents.some((document) => document.id === grant.proofId)
        ? null
        : refusal('proof_unknown', 'Attach the payer’s notice to this case first.', 'proofId'),
      grant.decidedOn > facts.clock.today
        ? refusal('in_the_future', 'The decision cannot lie in the future.', 'decidedOn')
        : null,
      facts.authorizations.some((other) => other.number === grant.number && other.state === 'in_force')
        ? refusal('number_known', `Authorization ${grant.number} is already recorded on this case.`, 'number')
        : null,
    ),
  );
}
