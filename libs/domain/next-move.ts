import type { CaseFacts, Subject } from './case-facts';
import { openKeys } from './clearance';
import { isOpenRequest } from './moves/auth-request-moves';
import { standingOf } from './standing';
import { worksheetsOf } from './worksheet/case-worksheets';

/** The move that does what the standing asks for, where it is one move and not a choice. */
export interface NextMove {
  readonly subject: string;
  readonly move: string;
  /** Null for the first move of something new. */
  readonly subjectId: string | null;
}

/** What to offer as the one main button of a case. Whether it may be made is for the lifecycle to say. */
export function nextMoveOf(facts: CaseFacts): NextMove | null {
  const { stage } = standingOf(facts);
  switch (stage) {
    case 'verifying':
      return begin('benefit_call', 'record');
    case 'screening':
      return on(facts.screenings, 'proposed', 'screening', 'sign') ?? begin('screening', 'propose');
    case 'preparing':
      return preparing(facts);
    case 'with_payer':
      return assent(facts) ?? withPayer(facts);
    case 'self_pay_open':
      return (
        on(facts.agreements, 'draft', 'self_pay_agreement', 'issue_estimate') ??
        on(facts.agreements, 'estimate_issued', 'self_pay_agreement', 'sign')
      );
    case 'authorized':
    case 'self_pay_ready':
      return begin('treatment_session', 'book');
    case 'in_treatment':
      return treating(facts);
    case 'billing':
      return { subject: 'treatment_case', move: 'close', subjectId: facts.case.id };
    case 'adverse':
    case 'closed':
      return null;
  }
}

function preparing(facts: CaseFacts): NextMove | null {
  const outcome = facts.screenings.filter((screening) => screening.state === 'signed').at(-1)?.outcome;
  if (outcome === 'cosmetic' && facts.letters.length === 0) return begin('self_pay_agreement', 'draft');
  const toSign = on(facts.letters, 'ready', 'letter', 'sign');
  if (toSign) return toSign;
  if (!facts.letters.some((letter) => letter.state === 'signed'))
    return on(facts.letters, 'draft', 'letter', 'ask_signature') ?? begin('letter', 'draft');
  return (
    worksheet(facts) ??
    on(facts.requests, 'ready', 'auth_request', 'submit') ??
    on(facts.requests, 'draft', 'auth_request', 'complete') ??
    begin('auth_request', 'draft')
  );
}

/** What the request at the desk waits for, where its code is unlisted and its worksheet lacks something. */
function worksheet(facts: CaseFacts): NextMove | null {
  const request = facts.requests.find(({ state }) => state === 'ready' || state === 'draft');
  const waiting = worksheetsOf(facts).find(
    (one) =>
      (one.worksheet === null || one.gaps.length > 0) &&
      request?.lines.some(({ procedureCode }) => procedureCode === one.procedureCode),
  );
  if (waiting === undefined) return null;
  const { worksheet: begun } = waiting;
  return begun
    ? { subject: 'code_worksheet', move: 'revise', subjectId: begun.id }
    : begin('code_worksheet', 'start');
}

function assent(facts: CaseFacts): NextMove | null {
  return (
    on(facts.authorizations, 'awaiting_acknowledgement', 'payer_authorization', 'acknowledge') ??
    on(facts.authorizations, 'awaiting_confirmation', 'payer_authorization', 'confirm')
  );
}

/** A payer's answer is a choice among many; only what the clinic itself has to do next is one move. */
function withPayer(facts: CaseFacts): NextMove | null {
  const request = facts.requests.find((one) => isOpenRequest(one.state));
  switch (request?.state) {
    case 'submitted':
      return { subject: 'auth_request', move: 'acknowledge_receipt', subjectId: request.id };
    case 'information_requested':
      return { subject: 'auth_request', move: 'answer_information', subjectId: request.id };
    case 'approved_unconfirmed':
      return { subject: 'auth_request', move: 'approve', subjectId: request.id };
    case undefined:
      return begin('payer_authorization', 'record');
    default:
      return null;
  }
}

function treating(facts: CaseFacts): NextMove | null {
  const { today } = facts.clock;
  const arrived = on(facts.sessions, 'checked_in', 'treatment_session', 'perform');
  const due = facts.sessions.find((session) => session.state === 'scheduled' && session.day === today);
  if (facts.sessions.some((session) => session.state === 'blocked')) return null;
  if (arrived) return arrived;
  if (due) return { subject: 'treatment_session', move: 'check_in', subjectId: due.id };
  return openKeys(facts).length > 0 ? begin('treatment_session', 'book') : null;
}

function begin(subject: string, move: string): NextMove {
  return { subject, move, subjectId: null };
}

function on(
  subjects: readonly Subject<string>[],
  state: string,
  subject: string,
  move: string,
): NextMove | null {
  const found = subjects.find((one) => one.state === state);
  return found ? { subject, move, subjectId: found.id } : null;
}
