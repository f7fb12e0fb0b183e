import { authRequestLifecycle } from '../moves/auth-request-moves';
import { challengeLifecycle } from '../moves/challenge-moves';
import { firstState } from '../moves/authorization-moves';
import { refusalsFor } from '../lifecycle/lifecycle';
import { aCase, aChallenge, aRequest, codesOf, someone } from '../testing/a-case';
import { readAdjustment } from './adjustment-reasons';
import { answerMeaningOf } from './electronic-answers';
import type { Denial } from './denial';
import type { RouteFacts, RouteKind, RouteWindows } from './route';
import { routesAfter } from './routes-after';
import { aDenial, denialOf } from './testing/a-denial';
import { argued, routeFacts } from './testing/route-facts';

/* What is proposed after an answer of the payer, and what never is: one test per situation. */
const after = (denial: Denial, facts: Partial<RouteFacts> = {}, windows: RouteWindows = {}) =>
  routesAfter(denial, 'commercial_insured', routeFacts(facts), windows);
const route = (kind: RouteKind, denial: Denial, facts: Partial<RouteFacts> = {}) =>
  after(denial, facts).routes.find((one) => one.kind === kind);
const said = (kind: RouteKind, denial: Denial, facts: Partial<RouteFacts> = {}) =>
  JSON.stringify(route(kind, denial, facts));
const nextStepOf = (code: string) => {
  const read = readAdjustment(code);
  return read.known ? read.entry.next : '';
};

it('rejected by 999, AAA or 277CA: it is corrected and sent again; no appeal can be opened', () => {
  for (const [source, code] of [
    ['999', 'R'],
    ['277CA', 'A3'],
  ] as const)
    expect(answerMeaningOf(source, code)).toBe('rejected');
  const rejected = aRequest({ state: 'rejected_unreviewed' });
  const situation = {
    facts: aCase({ requests: [rejected] }),
    subject: null,
    actor: someone('coordinator'),
  };
  // The request that an opening is about comes with the form; sending asks for it again.
  expect(codesOf(refusalsFor(challengeLifecycle, 'open', situation))).not.toEqual([]);
  const sent = { ...situation, subject: aChallenge({ state: 'signed', requestId: rejected.id }) };
  expect(codesOf(refusalsFor(challengeLifecycle, 'send', sent))).not.toEqual([]);
});

it('pended, or asked for more: it has items and a day, and is nowhere called denied', () => {
  expect(authRequestLifecycle.moves.find(({ move }) => move === 'request_information')?.needs).toEqual([
    'items',
    'respondByOn',
  ]);
  for (const state of ['pended', 'information_requested'] as const)
    expect(authRequestLifecycle.states[state]).not.toMatch(/den/i);
});

it('not medically necessary: the call first while it is in time, then the appeal with a physician’s signature; never the same packet again', () => {
  const inTime = { peer_to_peer: { lastDay: '2026-11-25', words: '5 business days' } };
  expect(after(denialOf.clinical, {}, inTime).first.kind).toBe('peer_to_peer');
  const late = { peer_to_peer: { lastDay: '2026-11-20', words: '5 business days' } };
  expect(after(denialOf.clinical, {}, late).first.kind).toBe('appeal_1');
  expect(said('appeal_1', denialOf.clinical)).toMatch(/criteri/);
  expect(said('appeal_1', denialOf.clinical)).toMatch(/sign/);
  expect(route('correct_and_resubmit', denialOf.clinical)).toMatchObject({ answer: 'no' });
});

it('a benefit exclusion: first whether it applies at all, otherwise self-pay; a person says whether it is a judgement; nothing is promised', () => {
  const { benefit_exclusion: excluded } = denialOf;
  expect(said('appeal_1', excluded, { screening: 'likely_medical' })).toContain(
    'the exclusion does not apply',
  );
  expect(after(excluded, { screening: 'cosmetic' }).first.kind).toBe('self_pay');
  const upheld = { challenges: [argued('appeal_1', 'upheld')] };
  const external = (exclusionIsJudgement: boolean | null) =>
    route('external_review', excluded, { ...upheld, exclusionIsJudgement })?.answer;
  expect([external(null), external(true), external(false)]).toEqual(['not_known', 'yes', 'no']);
  expect(JSON.stringify(after(excluded))).not.toMatch(/will (win|succeed|be overturned)|guarantee/i);
});

it('experimental: literature and the device’s status, and external review after the plan’s last no', () => {
  expect(said('appeal_1', denialOf.experimental)).toMatch(/literature.+device|device.+literature/);
  const upheld = { challenges: [argued('appeal_1', 'upheld')] };
  expect(route('external_review', denialOf.experimental, upheld)).toMatchObject({ answer: 'yes' });
});

it.each(['partial', 'modified'] as const)(
  '%s: nothing is in force before both have accepted it, and the rest can be appealed',
  (kind) => {
    expect(firstState(kind)).toBe('awaiting_acknowledgement');
    const less = {
      facts: aCase({ requests: [aRequest({ state: kind })] }),
      subject: aChallenge({ state: 'signed' }),
    };
    const refused = codesOf(
      refusalsFor(challengeLifecycle, 'send', { ...less, actor: someone('coordinator') }),
    );
    expect(refused).not.toContain('nothing_to_challenge');
  },
);

it('197 with the authorization on file: sent again with its number, not written off', () => {
  expect(nextStepOf('197')).toMatch(/on file.+number/);
  expect(nextStepOf('197')).not.toMatch(/written off/);
  expect(route('correct_and_resubmit', denialOf.authorization)).toMatchObject({ answer: 'yes' });
});

it.each(['198', '302'])('%s: an extension is asked for; under CO the patient is not billed', (code) => {
  const denial = aDenial({ group: 'CO', code, kind: 'administrative' });
  expect(after(denial).first.kind).toBe('new_request');
  expect(route('new_request', denial)?.words).toBe('New request: extension');
  expect(said('self_pay', denial)).toContain('what was done under a contract is not billed to the patient');
});

it('29: the proof of timely filing is argued; it is never the patient’s bill', () => {
  expect(nextStepOf('29')).toMatch(/proof of timely filing.+Never the patient’s bill/);
  expect(route('self_pay', denialOf.timely_filing)).toMatchObject({ answer: 'no' });
});

it('96 with N383: self-pay is a way only with the patient’s signed choice beforehand, so that no bill surprises', () => {
  expect(route('self_pay', denialOf.benefit_exclusion)).toMatchObject({
    answer: 'yes',
    needs: expect.arrayContaining(['the patient’s signature before the treatment']) as string[],
  });
  expect(said('self_pay', denialOf.benefit_exclusion)).toContain('not billed to the patient');
});
