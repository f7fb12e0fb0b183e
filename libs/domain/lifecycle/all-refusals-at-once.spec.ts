import { authRequestLifecycle } from '../moves/auth-request-moves';
import { caseLifecycle } from '../moves/case-moves';
import { ledgerEntryLifecycle } from '../moves/ledger-moves';
import { taskLifecycle } from '../moves/task-moves';
import {
  aBenefitCall,
  aCase,
  aDocument,
  aLetter,
  aRecord,
  aRequest,
  aScreening,
  aTask,
  aWorksheet,
  codesOf,
  someone,
} from '../testing/a-case';
import { movesFor, refusalsFor } from './lifecycle';

const billie = someone('coordinator');
const draft = aRequest({ state: 'draft' });
const complete = (facts = aCase(), actor = billie) =>
  refusalsFor(authRequestLifecycle, 'complete', { facts, subject: draft, actor });

it('says everything that is missing at once, not one thing after the other', () => {
  const facts = aCase({ case: aRecord({ diagnoses: ['T23.301S', 'Z41.1'] }), requests: [draft] });
  expect(codesOf(complete(facts))).toEqual([
    'screening_missing',
    'letter_unsigned',
    'evidence_missing',
    'diagnosis_sequela_first',
    'diagnosis_order',
    'cosmetic_encounter',
    'worksheet_missing',
  ]);
});

it('says nothing when nothing is missing', () => {
  const facts = aCase({
    screenings: [aScreening()],
    letters: [aLetter()],
    documents: [aDocument('photo')],
    worksheets: [aWorksheet()],
    requests: [draft],
  });
  expect(complete(facts)).toEqual([]);
});

it('names the roles that may, beside the other reasons', () => {
  const refusals = complete(aCase(), someone('physician', 'manager'));
  expect(codesOf(refusals)).toEqual([
    'wrong_role',
    'screening_missing',
    'letter_unsigned',
    'evidence_missing',
    'worksheet_missing',
  ]);
  expect(refusals[0]?.sentence).toBe('“Mark ready” is for the billing coordinator.');
});

it('accepts whoever holds one of the roles, also beside others', () => {
  const facts = aCase({
    screenings: [aScreening()],
    letters: [aLetter()],
    documents: [aDocument('photo')],
    worksheets: [aWorksheet()],
  });
  expect(complete(facts, someone('physician', 'coordinator'))).toEqual([]);
});

it('says where a subject stands when a move does not start there, and leaves the guards unasked', () => {
  const denied = aRequest({ state: 'denied' });
  const refusals = refusalsFor(authRequestLifecycle, 'submit', {
    facts: aCase(),
    subject: denied,
    actor: billie,
  });
  expect(refusals).toEqual([
    {
      code: 'wrong_state',
      sentence: '“Record submission” needs a request that is ready to submit; this one is denied.',
    },
  ]);
  const unmade = refusalsFor(authRequestLifecycle, 'submit', {
    facts: aCase(),
    subject: null,
    actor: billie,
  });
  expect(unmade[0]?.sentence).toMatch(/this one does not exist yet\.$/);
});

it('refuses every move of a closed case but its reopening', () => {
  const facts = aCase({ case: aRecord({ state: 'closed' }), screenings: [aScreening()], tasks: [aTask()] });
  const situation = { facts, subject: null, actor: billie };
  expect(codesOf(refusalsFor(authRequestLifecycle, 'draft', situation))).toEqual(['case_closed']);
  expect(codesOf(refusalsFor(taskLifecycle, 'finish', { ...situation, subject: aTask() }))).toEqual([
    'case_closed',
  ]);
  expect(refusalsFor(caseLifecycle, 'reopen', { ...situation, subject: facts.case })).toEqual([]);
});

it('takes money also of a closed case: the last installment comes long after the last session', () => {
  const facts = aCase({ case: aRecord({ state: 'closed' }) });
  const situation = { facts, subject: null, actor: billie };
  expect(refusalsFor(ledgerEntryLifecycle, 'pay', situation)).toEqual([]);
});

it('offers to what exists every move but those that make it, and to what does not exist only those', () => {
  const facts = aCase({ screenings: [aScreening()], benefitCalls: [aBenefitCall()] });
  const beginnings = movesFor(authRequestLifecycle, { facts, subject: null, actor: billie });
  expect(beginnings.map((move) => [move.move, move.refusals])).toEqual([['draft', []]]);
  const menu = movesFor(authRequestLifecycle, { facts, subject: draft, actor: billie });
  expect(menu.map((move) => move.move)).toEqual(
    authRequestLifecycle.moves.map((rule) => rule.move).filter((move) => move !== 'draft'),
  );
  expect(menu.filter((move) => move.refusals.length === 0).map((move) => move.move)).toEqual([
    'revise',
    'withdraw',
  ]);
  expect(menu.find((move) => move.move === 'submit')).toMatchObject({
    label: 'Record submission',
    needs: ['channel', 'submittedAt', 'proof'],
  });
});

it('does not know a move that stands in no table', () => {
  const situation = { facts: aCase(), subject: null, actor: billie };
  expect(() => refusalsFor(authRequestLifecycle, 'set_status', situation)).toThrow(
    'auth_request knows no move “set_status”',
  );
});
