import type { Day } from './calendar';
import type { AuthRequest, CaseFacts } from './case-facts';
import { openKeys } from './clearance';
import { assentsOpen } from './moves/authorization-moves';
import { isOpenRequest } from './moves/auth-request-moves';
import type { ChallengeState } from './moves/challenge-moves';
import { isLive } from './moves/session-moves';
import type { DueFor, Party, Stage, Standing } from './standing';

type Question = (facts: CaseFacts) => Standing | null;

function by(stage: Stage, actsNext: Party, nextStep: string, due?: Due): Standing {
  return { stage, actsNext, nextStep, dueOn: due?.on ?? null, dueFor: due?.on ? due.for : null };
}

/** The day that belongs to the step itself. Legal deadlines are not among them; they come from `deadlinesOf`. */
interface Due {
  readonly on: Day | null | undefined;
  readonly for: DueFor;
}

const closed: Question = (facts) =>
  facts.case.state === 'closed' ? by('closed', 'nobody', 'Nothing left to do') : null;

const blocked: Question = (facts) => {
  const count = facts.sessions.filter((session) => session.state === 'blocked').length;
  if (count === 0) return null;
  const task = facts.tasks.find((one) => one.state === 'open' && one.kind === 'rebook_blocked');
  const what = count === 1 ? 'A session is' : `${count} sessions are`;
  return by('in_treatment', 'coordinator', `${what} blocked: renew the clearance, rebook or cancel`, {
    on: task?.dueOn,
    for: 'task',
  });
};

const waitingAssent: Question = (facts) => {
  const waiting = facts.authorizations.find((authorization) => authorization.state.startsWith('awaiting'));
  if (waiting === undefined) return null;
  const [next] = assentsOpen(waiting);
  const what =
    waiting.basis === 'not_required'
      ? 'Confirm that no authorization is required'
      : 'Acknowledge how the approval differs';
  return by('with_payer', next ?? 'coordinator', `${what} (${waiting.number})`);
};

/** Every planned session is done. */
const treated: Question = (facts) => {
  const done = facts.sessions.filter((session) => ['performed', 'billed'].includes(session.state));
  if (done.length < facts.case.plannedSessions || facts.sessions.some((session) => isLive(session.state)))
    return null;
  const unbilled = done.filter((session) => session.state === 'performed' && !session.selfPay).length;
  if (unbilled === 0) return by('billing', 'coordinator', 'All sessions are done: close the case');
  const what = unbilled === 1 ? 'one performed session' : `${unbilled} performed sessions`;
  return by('billing', 'coordinator', `Bill ${what}`);
};

const treating: Question = (facts) => {
  const live = facts.sessions.filter((session) => isLive(session.state));
  const done = facts.sessions.some((session) => ['performed', 'billed'].includes(session.state));
  if (live.length === 0 && !done) return null;
  const arrived = live.find((session) => session.state === 'checked_in');
  if (arrived)
    return by('in_treatment', 'physician', 'Record the treatment of the checked-in patient', {
      on: arrived.day,
      for: 'session',
    });
  const [next] = live.map((session) => session.day ?? '').sort();
  if (next !== undefined)
    return by('in_treatment', 'coordinator', 'Next session is booked', { on: next, for: 'session' });
  if (openKeys(facts).length > 0) return by('in_treatment', 'coordinator', 'Book the next session');
  // Begun, and nothing clears the rest: what matters is who can change that.
  const waiting = withPayer(facts) ?? selfPay(facts);
  return waiting
    ? { ...waiting, stage: 'in_treatment' }
    : by('in_treatment', 'coordinator', 'Nothing clears the next session: renew the clearance or close');
};

const cleared: Question = (facts) => {
  const [key] = openKeys(facts);
  if (key === undefined) return null;
  const stage = key.authorizationId === null ? 'self_pay_ready' : 'authorized';
  return by(stage, 'coordinator', 'Book the first session');
};

const withPayer: Question = (facts) => {
  const request = facts.requests.find((one) => isOpenRequest(one.state) || unusedAnswer(facts, one));
  switch (request?.state) {
    case undefined:
      return null;
    case 'information_requested':
      return by('with_payer', 'coordinator', 'Answer what the payer asked for');
    case 'contact_payer':
      return by('with_payer', 'coordinator', 'Call the payer');
    case 'approved_unconfirmed':
      return by('with_payer', 'coordinator', 'Get the proof of the approval by phone');
    case 'no_action_required':
      return by('with_payer', 'coordinator', 'Record with proof that no authorization is required');
    case 'submitted':
      return by('with_payer', 'coordinator', 'Confirm that the payer received it');
    default:
      return by('with_payer', 'payer', 'Decide on the request');
  }
};

/** “No action required”, from which nobody has drawn the consequence yet. */
function unusedAnswer(facts: CaseFacts, request: AuthRequest): boolean {
  return (
    request.state === 'no_action_required' &&
    !facts.authorizations.some((authorization) => authorization.basis === 'not_required')
  );
}

const selfPay: Question = (facts) => {
  const agreement = facts.agreements.find((one) => ['draft', 'estimate_issued'].includes(one.state));
  if (agreement === undefined) return null;
  return agreement.state === 'draft'
    ? by('self_pay_open', 'coordinator', 'Issue the good faith estimate')
    : by('self_pay_open', 'patient', 'Sign the self-pay agreement', {
        on: agreement.validUntil,
        for: 'estimate',
      });
};

const decisions = ['denied', 'approved', 'partial', 'modified'];

const denied: Question = (facts) => {
  const last = facts.requests.filter((request) => decisions.includes(request.state)).at(-1);
  const newer = facts.requests.some((request) => ['draft', 'ready'].includes(request.state));
  if (last?.state !== 'denied' || newer) return null;
  return argued(facts, last) ?? by('adverse', 'coordinator', 'Decide: new request, appeal or self-pay');
};

/** Whoever argues with the denial has decided; what is left is to do it, and then to wait for the payer. */
function argued({ challenges }: CaseFacts, { id }: AuthRequest): Standing | null {
  const of = (states: readonly ChallengeState[]) =>
    challenges.find((one) => one.requestId === id && states.includes(one.state));
  const toSend = of(['open', 'drafted', 'signed']);
  if (toSend?.kind === 'peer_to_peer') return by('adverse', 'coordinator', 'Hold the peer-to-peer call');
  if (toSend?.clinical && toSend.state === 'drafted') return by('adverse', 'physician', 'Sign the appeal');
  if (toSend) return by('adverse', 'coordinator', 'File the appeal');
  const sent = of(['sent', 'received']);
  if (sent?.kind === 'peer_to_peer') return by('adverse', 'physician', 'Hold the peer-to-peer call');
  return sent ? by('adverse', 'payer', 'Decide on the appeal') : null;
}

const preparing: Question = (facts) => {
  // A newer proposal counts before the outcome signed earlier: until it is signed, the question is open again.
  const screening = facts.screenings.filter((one) => one.state !== 'superseded').at(-1);
  if (screening === undefined) return null;
  if (screening.state === 'proposed') return by('screening', 'physician', 'Sign the screening outcome');
  const letters = facts.letters.map((letter) => letter.state);
  if (letters.includes('ready')) return by('preparing', 'physician', 'Sign the letter of medical necessity');
  if (!letters.includes('signed')) {
    return screening.outcome === 'cosmetic' && !letters.includes('draft')
      ? by('preparing', 'coordinator', 'Screened as cosmetic: offer self-pay')
      : by('preparing', 'coordinator', 'Write the letter of medical necessity');
  }
  const requests = facts.requests.map((request) => request.state);
  if (requests.includes('ready')) return by('preparing', 'coordinator', 'Submit the request');
  if (requests.includes('draft')) return by('preparing', 'coordinator', 'Complete the request');
  return requests.at(-1) === 'rejected_unreviewed'
    ? by('preparing', 'coordinator', 'Correct the rejected request and send it again')
    : by('preparing', 'coordinator', 'Draft the request');
};

const begun: Question = (facts) =>
  facts.benefitCalls.length === 0
    ? by('verifying', 'coordinator', 'Call member services and record the answer')
    : by('screening', 'coordinator', 'Propose the screening outcome');

/** Asked in this order; the first answer is where the case stands. The order is the rule. */
export const questions: readonly Question[] = [
  closed,
  blocked,
  waitingAssent,
  treated,
  treating,
  cleared,
  withPayer,
  selfPay,
  denied,
  preparing,
  begun,
];
