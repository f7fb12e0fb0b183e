import type { CaseFacts } from '../case-facts';
import type { Stage } from '../standing';
import {
  aBenefitCall,
  aChallenge,
  aClearance,
  aLetter,
  aRecord,
  aRequest,
  aScreening,
  aSelfPayClearance,
  aSession,
  aTask,
  anAgreement,
  anAuthorization,
} from './a-case';

const nextTouch = '2026-11-26';
const called = { benefitCalls: [aBenefitCall()] };
const screened = { ...called, screenings: [aScreening()] };
const written = { ...screened, letters: [aLetter()] };
const denied = { ...written, requests: [aRequest({ state: 'denied' })] };
const done = aSession({ id: 'done', state: 'performed', day: '2026-11-01' });
const asked = (state: ReturnType<typeof aRequest>['state'], more = {}) => ({
  ...written,
  requests: [aRequest({ state, ...more })],
});

/** Every line says: what is on file → the stage, who acts next, on what, until when. */
// prettier-ignore
export const lines: readonly [string, Partial<CaseFacts>, Stage, string, RegExp, string | null][] = [
  ['nothing yet', {}, 'verifying', 'coordinator', /Call member services/, nextTouch],
  ['a benefit call', called, 'screening', 'coordinator', /Propose the screening/, nextTouch],
  ['a proposed screening', { ...called, screenings: [aScreening({ state: 'proposed' })] }, 'screening', 'physician', /Sign the screening/, nextTouch],
  ['a signed outcome and a newer proposal', { ...called, screenings: [aScreening(), aScreening({ id: 's2', state: 'proposed' })] }, 'screening', 'physician', /Sign the screening/, nextTouch],
  ['a signed screening', screened, 'preparing', 'coordinator', /Write the letter/, nextTouch],
  ['a cosmetic outcome', { ...called, screenings: [aScreening({ outcome: 'cosmetic' })] }, 'preparing', 'coordinator', /offer self-pay/, nextTouch],
  ['a letter in draft', { ...screened, letters: [aLetter({ state: 'draft' })] }, 'preparing', 'coordinator', /Write the letter/, nextTouch],
  ['a letter to sign', { ...screened, letters: [aLetter({ state: 'ready' })] }, 'preparing', 'physician', /Sign the letter/, nextTouch],
  ['a signed letter and a newer one to sign', { ...screened, letters: [aLetter(), aLetter({ id: 'l2', state: 'ready' })] }, 'preparing', 'physician', /Sign the letter/, nextTouch],
  ['a signed letter', written, 'preparing', 'coordinator', /Draft the request/, nextTouch],
  ['a draft request', asked('draft'), 'preparing', 'coordinator', /Complete the request/, nextTouch],
  ['a ready request', asked('ready'), 'preparing', 'coordinator', /Submit the request/, nextTouch],
  ['a submitted request', asked('submitted'), 'with_payer', 'coordinator', /payer received it/, nextTouch],
  ['a received request', asked('received'), 'with_payer', 'payer', /Decide/, nextTouch],
  ['a pended request', asked('pended'), 'with_payer', 'payer', /Decide/, nextTouch],
  ['a question of the payer', asked('information_requested', { respondByOn: '2026-12-05' }), 'with_payer', 'coordinator', /Answer what the payer asked/, '2026-12-05'],
  ['“contact payer”', asked('contact_payer'), 'with_payer', 'coordinator', /Call the payer/, nextTouch],
  ['“no action required”', asked('no_action_required'), 'with_payer', 'coordinator', /Record with proof/, nextTouch],
  ['an approval by phone', asked('approved_unconfirmed'), 'with_payer', 'coordinator', /proof/, nextTouch],
  ['a rejection without review', asked('rejected_unreviewed'), 'preparing', 'coordinator', /Correct the rejected request/, nextTouch],
  ['a partial approval', { ...asked('partial'), authorizations: [anAuthorization({ state: 'awaiting_acknowledgement', basis: 'partial' })] }, 'with_payer', 'coordinator', /Acknowledge .*AUTH-1/, nextTouch],
  ['the coordinator’s acknowledgement', { ...asked('partial'), authorizations: [anAuthorization({ state: 'awaiting_acknowledgement', basis: 'partial', assents: [{ as: 'coordinator', staffId: 'b' }] })] }, 'with_payer', 'physician', /Acknowledge/, nextTouch],
  ['“not required” to confirm', { ...written, authorizations: [anAuthorization({ state: 'awaiting_confirmation', basis: 'not_required' })] }, 'with_payer', 'manager', /Confirm that no authorization/, nextTouch],
  ['an authorization in force', { ...asked('approved'), clearances: [aClearance()] }, 'authorized', 'coordinator', /Book the first/, nextTouch],
  ['a denial', denied, 'adverse', 'coordinator', /new request, appeal or self-pay/, nextTouch],
  ['an appeal to file', { ...denied, challenges: [aChallenge({ fileByOn: '2026-11-25' })] }, 'adverse', 'coordinator', /File the appeal/, '2026-11-25'],
  ['a call to hold with the payer’s physician', { ...denied, challenges: [aChallenge({ kind: 'peer_to_peer', state: 'open' })] }, 'adverse', 'coordinator', /Hold the peer-to-peer call/, nextTouch],
  ['an appeal to sign', { ...denied, challenges: [aChallenge({ clinical: true, state: 'drafted', fileByOn: '2026-11-25' })] }, 'adverse', 'physician', /Sign the appeal/, '2026-11-25'],
  ['a call that was asked for', { ...denied, challenges: [aChallenge({ kind: 'peer_to_peer', state: 'received' })] }, 'adverse', 'physician', /Hold the peer-to-peer call/, nextTouch],
  ['an appeal with the payer', { ...denied, challenges: [aChallenge({ state: 'sent', fileByOn: '2026-11-25' })] }, 'adverse', 'payer', /Decide on the appeal/, nextTouch],
  ['an appeal in vain', { ...denied, challenges: [aChallenge({ state: 'upheld' })] }, 'adverse', 'coordinator', /new request, appeal or self-pay/, nextTouch],
  ['a denial and a new draft', { ...written, requests: [aRequest({ state: 'denied' }), aRequest({ id: 'r2', state: 'draft' })] }, 'preparing', 'coordinator', /Complete the request/, nextTouch],
  ['a self-pay draft', { ...denied, agreements: [anAgreement({ state: 'draft' })] }, 'self_pay_open', 'coordinator', /Issue the good faith/, nextTouch],
  ['an issued estimate', { ...denied, agreements: [anAgreement()] }, 'self_pay_open', 'patient', /Sign/, '2027-05-20'],
  ['a signed agreement', { ...denied, agreements: [anAgreement({ state: 'signed' })], clearances: [aSelfPayClearance()] }, 'self_pay_ready', 'coordinator', /Book the first/, nextTouch],
  ['a booking', { ...asked('approved'), clearances: [aClearance({ held: 1 })], sessions: [aSession()] }, 'in_treatment', 'coordinator', /Next session is booked/, '2026-11-30'],
  ['two bookings', { clearances: [aClearance({ held: 2 })], sessions: [aSession({ day: '2026-12-24' }), aSession({ day: '2026-12-01' })] }, 'in_treatment', 'coordinator', /booked/, '2026-12-01'],
  ['a patient in the chair', { sessions: [aSession({ state: 'checked_in', day: '2026-11-23' })] }, 'in_treatment', 'physician', /Record the treatment/, '2026-11-23'],
  ['one session done', { clearances: [aClearance({ used: 1 })], sessions: [done] }, 'in_treatment', 'coordinator', /Book the next session/, nextTouch],
  ['one done and nothing clears the next', { sessions: [done] }, 'in_treatment', 'coordinator', /Nothing clears the next session/, nextTouch],
  ['one done and the renewal with the payer', { ...asked('pended'), sessions: [done] }, 'in_treatment', 'payer', /Decide/, nextTouch],
  ['a blocked booking', { ...denied, sessions: [aSession({ state: 'blocked' })], tasks: [aTask()] }, 'in_treatment', 'coordinator', /A session is blocked/, '2026-11-24'],
  ['all sessions performed', { sessions: ['a', 'b', 'c'].map((id) => aSession({ id, state: 'performed' })) }, 'billing', 'coordinator', /Bill 3 performed sessions/, nextTouch],
  ['all sessions billed', { sessions: ['a', 'b', 'c'].map((id) => aSession({ id, state: 'billed' })) }, 'billing', 'coordinator', /close the case/, nextTouch],
  ['all self-pay sessions performed', { sessions: ['a', 'b', 'c'].map((id) => aSession({ id, state: 'performed', selfPay: true })) }, 'billing', 'coordinator', /close the case/, nextTouch],
  ['its closing', { ...denied, case: aRecord({ state: 'closed', nextTouchOn: null }) }, 'closed', 'nobody', /Nothing left/, null],
];
