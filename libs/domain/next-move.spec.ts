import type { CaseFacts, Subject } from './case-facts';
import { nowhere } from './lifecycle/lifecycle';
import { lifecycles } from './lifecycles';
import { nextMoveOf } from './next-move';
import { standingOf } from './standing';
import { aBenefitCall, aCase, aLetter, aRequest, aScreening, aWorksheet } from './testing/a-case';
import { lines } from './testing/every-stage';

/** Every subject of a case, under the name of its lifecycle. */
const subjectsOf = (facts: CaseFacts): Readonly<Record<string, readonly Subject<string>[]>> => ({
  treatment_case: [facts.case],
  screening: facts.screenings,
  letter: facts.letters,
  code_worksheet: facts.worksheets,
  auth_request: facts.requests,
  payer_authorization: facts.authorizations,
  self_pay_agreement: facts.agreements,
  treatment_session: facts.sessions,
});

describe.each(lines)('with %s', (_, more) => {
  const facts = aCase(more);
  const next = nextMoveOf(facts);

  it('the one button is a move that starts where its subject stands', () => {
    if (next === null) return;
    const rule = lifecycles
      .find((one) => one.subject === next.subject)
      ?.moves.find((one) => one.move === next.move);
    const subject = (subjectsOf(facts)[next.subject] ?? []).find((one) => one.id === next.subjectId);
    expect(rule?.from).toContain(next.subjectId === null ? nowhere : subject?.state);
  });

  it('and it is for whoever acts next', () => {
    const { actsNext } = standingOf(facts);
    const rule = lifecycles
      .find((one) => one.subject === next?.subject)
      ?.moves.find((one) => one.move === next?.move);
    // The patient signs in front of the coordinator, who records it.
    if (rule) expect(rule.by).toContain(actsNext === 'patient' ? 'coordinator' : actsNext);
  });
});

it('has no single button where there is a choice, or nothing to do', () => {
  for (const state of ['received', 'pended', 'contact_payer', 'denied'] as const) {
    const facts = { benefitCalls: [aBenefitCall()], screenings: [aScreening()], letters: [aLetter()] };
    expect(nextMoveOf(aCase({ ...facts, requests: [aRequest({ state })] }))).toBeNull();
  }
});

it('leads to the worksheet of an unlisted code before a request for it, and only then on', () => {
  const facts = { benefitCalls: [aBenefitCall()], screenings: [aScreening()], letters: [aLetter()] };
  const next = (state: 'draft' | 'ready', worksheets = [aWorksheet()]) =>
    nextMoveOf(aCase({ ...facts, requests: [aRequest({ state })], worksheets }));
  expect(next('draft', [])).toEqual({ subject: 'code_worksheet', move: 'start', subjectId: null });
  const half = [aWorksheet({ minutes: null })];
  expect(next('ready', half)).toMatchObject({ move: 'revise', subjectId: 'worksheet-1' });
  expect(next('draft')).toMatchObject({ subject: 'auth_request', move: 'complete' });
  expect(next('ready')).toMatchObject({ subject: 'auth_request', move: 'submit' });
});
