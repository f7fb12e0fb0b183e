import type { AuthRequest, CaseFacts } from '../case-facts';
import { refusalsFor } from '../lifecycle/lifecycle';
import {
  aBenefitCall,
  aCase,
  aDocument,
  aLetter,
  aRecord,
  aRequest,
  aScreening,
  aWorksheet,
  codesOf,
  someone,
} from '../testing/a-case';
import { authRequestLifecycle, AuthRequestState, isOpenRequest } from './auth-request-moves';

const asked = (move: string, subject: AuthRequest | null, facts: Partial<CaseFacts>) =>
  codesOf(
    refusalsFor(authRequestLifecycle, move, { facts: aCase(facts), subject, actor: someone('coordinator') }),
  );
const whole: Partial<CaseFacts> = {
  benefitCalls: [aBenefitCall()],
  documents: [aDocument('photo')],
  screenings: [aScreening()],
  letters: [aLetter()],
  worksheets: [aWorksheet()],
};
const draft = aRequest({ state: 'draft' });
const ready = aRequest({ id: 'ready', state: 'ready' });

it('is drafted only after a screening was signed', () => {
  expect(asked('draft', null, {})).toEqual(['screening_missing']);
  expect(asked('draft', null, { screenings: [aScreening({ state: 'proposed' })] })).toEqual([
    'screening_missing',
  ]);
  expect(asked('draft', null, whole)).toEqual([]);
});

describe('is complete with', () => {
  it('all of it', () => expect(asked('complete', draft, whole)).toEqual([]));
  it.each([
    [
      'a letter that is signed, not merely written',
      { letters: [aLetter({ state: 'ready' })] },
      'letter_unsigned',
    ],
    ['the letter’s own codes', { letters: [aLetter({ procedureCodes: ['0479T'] })] }, 'letter_codes_differ'],
    [
      'no code beside the letter’s',
      { letters: [aLetter({ procedureCodes: ['17999', '0479T'] })] },
      'letter_codes_differ',
    ],
    [
      'evidence that is not just paperwork',
      { documents: [aDocument('payer_policy'), aDocument('other')] },
      'evidence_missing',
    ],
    ['the worksheet of an unlisted code', { worksheets: [] }, 'worksheet_missing'],
    ['every field of that', { worksheets: [aWorksheet({ minutes: null })] }, 'worksheet_incomplete'],
    ['diagnoses in order', { case: aRecord({ diagnoses: ['T23.301S'] }) }, 'diagnosis_sequela_first'],
  ])('%s', (_, facts, code) => expect(asked('complete', draft, { ...whole, ...facts })).toEqual([code]));
  it('no cosmetic encounter', () =>
    expect(asked('complete', draft, { ...whole, case: aRecord({ diagnoses: ['L90.5', 'Z41.1'] }) })).toEqual([
      'cosmetic_encounter',
    ]));
});

describe('is submitted', () => {
  it('only while the worksheet of its code is still whole: it may have been revised since', () =>
    expect(asked('submit', ready, { ...whole, worksheets: [aWorksheet({ skill: null })] })).toEqual([
      'worksheet_incomplete',
    ]));

  it('once a call or the payer’s written policy says what it asks for', () => {
    expect(asked('submit', ready, whole)).toEqual([]);
    expect(asked('submit', ready, { ...whole, benefitCalls: [] })).toEqual(['benefits_unknown']);
    expect(
      asked('submit', ready, { ...whole, benefitCalls: [], documents: [aDocument('payer_policy')] }),
    ).toEqual([]);
  });
  it.each([
    ['while the same code and days are already with the payer', {}, ['request_twin']],
    [
      'though the other one ends the day this one begins',
      { toOn: ready.fromOn, fromOn: '2026-01-01' },
      ['request_twin'],
    ],
    ['when the other one ended the day before', { fromOn: '2026-01-01', toOn: '2026-11-22' }, []],
    ['when the other one is of another code', { lines: [{ procedureCode: '0479T', units: 1 }] }, []],
    ['when the other one was denied', { state: 'denied' as const }, []],
  ])('%s: %j gives %j', (_, more, codes) =>
    expect(
      asked('submit', ready, { ...whole, requests: [ready, aRequest({ id: 'other', ...more })] }),
    ).toEqual(codes),
  );
});

it('is open exactly while the payer has it and has not decided', () => {
  const open = (Object.keys(authRequestLifecycle.states) as AuthRequestState[]).filter(isOpenRequest);
  expect(open.sort()).toEqual(
    [
      'submitted',
      'received',
      'pended',
      'information_requested',
      'contact_payer',
      'approved_unconfirmed',
    ].sort(),
  );
});

it('never turns from denied to approved in place', () => {
  const denied = aRequest({ state: 'denied' });
  for (const rule of authRequestLifecycle.moves.filter((move) => move.move !== 'draft'))
    expect([rule.move, asked(rule.move, denied, whole)]).toEqual([rule.move, ['wrong_state']]);
});

it('is never approved straight from a draft, nor decided before the payer has it', () => {
  for (const state of ['draft', 'ready', 'submitted'] as const)
    for (const move of ['approve', 'approve_partly', 'modify', 'deny'])
      expect(asked(move, aRequest({ state }), whole)).toEqual(['wrong_state']);
});
