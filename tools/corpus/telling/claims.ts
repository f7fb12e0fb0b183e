import { Claim, claimLifecycle, sessionLifecycle } from '@stipple/domain';
import type { Story, Told } from '../story';
import type { AuthorizationTold } from './authorization';
import type { SessionTold } from './booking';

export type ClaimTold = Told<Claim, 'claim'>;

/** Bills one performed session to the payer that authorized it. */
export function billSession(
  story: Story,
  session: SessionTold,
  { fact, clearance }: AuthorizationTold,
): ClaimTold {
  const { owner } = story.cast;
  // The same fee for every session of a case.
  const charge = story.dice.fork('fee').within([90, 140]) * 500;
  const amounts = { patientCents: 0, contractualCents: 0, balanceCents: charge };
  const told = story.create(claimLifecycle, 'claim', 'build', owner, {
    to: 'draft',
    fact: { ...amounts, sessionId: session.fact.id, hasLineDescription: true, hasAuthorizationNumber: true },
    row: {
      session_id: session.fact.id,
      clearance_id: clearance.fact.id,
      authorization_id: fact.id,
      charge_cents: charge,
      paid_cents: 0,
      patient_cents: 0,
      contractual_cents: 0,
      line_description: `Medical microneedling, ${story.scar.place}, ${story.scar.areaCm2} cm²`,
      payer_claim_number: null,
      end_reason: null,
    },
    data: { sessionId: session.fact.id, chargeCents: charge },
  });
  story.facts.claims.push(told.fact);
  story.advance(claimLifecycle, told, 'scrub', owner, { to: 'ready' });
  story.advance(claimLifecycle, told, 'submit', owner, { to: 'submitted', data: { submittedAt: story.now } });
  story.advance(sessionLifecycle, session, 'bill', owner, { to: 'billed', data: { claimId: told.fact.id } });
  return told;
}

/** The payer pays its part, writes off what the contract says, and leaves the coinsurance to the patient. */
export function settleClaim(story: Story, told: ClaimTold): void {
  const { dice, cast, today } = story;
  const charge = told.fact.balanceCents;
  const contractual = Math.round(charge * (0.25 + dice.fraction() * 0.2));
  const patient = dice.chance(0.6) ? Math.round((charge - contractual) * dice.pick([0.1, 0.2, 0.3])) : 0;
  const paid = charge - contractual - patient;
  const number = `${story.patient.payer.mark}-CL${dice.within([1_000_000, 9_999_999])}`;
  story.advance(claimLifecycle, told, 'accept', cast.owner, {
    to: 'accepted',
    row: { payer_claim_number: number },
    data: { payerClaimNumber: number },
  });
  story.advance(claimLifecycle, told, 'pay', cast.owner, {
    to: 'paid',
    fact: { patientCents: patient, contractualCents: contractual, balanceCents: 0 },
    row: { paid_cents: paid, patient_cents: patient, contractual_cents: contractual },
    data: { remittanceOn: today, paidCents: paid },
  });
  if (patient > 0)
    story.advance(claimLifecycle, told, 'release_to_patient', cast.manager, {
      to: 'patient_balance',
      data: { patientCents: patient },
    });
  story.advance(claimLifecycle, told, 'close', cast.owner, { to: 'closed' });
}
