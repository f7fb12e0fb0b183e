import type { Challenge, ChallengeKind } from '../case-facts';
import { Guard, Lifecycle, nowhere } from '../lifecycle/lifecycle';
import { refusal } from '../refusal';
import type { AuthRequestState } from './auth-request-moves';

export type ChallengeState =
  | 'open'
  | 'drafted'
  | 'signed'
  | 'sent'
  | 'received'
  | 'overturned'
  | 'partly_overturned'
  | 'upheld'
  | 'dismissed'
  | 'withdrawn';

/** With the clinic or with the payer, and not decided. */
export const runningChallenges: readonly ChallengeState[] = ['open', 'drafted', 'signed', 'sent', 'received'];
/** Decided, and something of the denial is left: the next level may follow. */
export const lostChallenges: readonly ChallengeState[] = ['upheld', 'partly_overturned'];

const adverse: readonly AuthRequestState[] = ['denied', 'partial', 'modified'];

/** Only an adverse decision can be challenged: any on file to begin with, and then the one it is about. */
const aboutDenial: Guard<Challenge> = ({ facts, subject }) =>
  facts.requests.some(
    (request) => adverse.includes(request.state) && (subject === null || request.id === subject.requestId),
  )
    ? null
    : refusal(
        'nothing_to_challenge',
        'No adverse decision is on file. A rejection without review is corrected and sent again, never appealed.',
      );

const levelInOrder: Guard<Challenge> = ({ facts, subject }) => {
  if (subject === null) return null;
  const others = (kinds: readonly ChallengeKind[], states: readonly ChallengeState[]) =>
    facts.challenges.some(
      (other) =>
        other.id !== subject.id &&
        other.requestId === subject.requestId &&
        kinds.includes(other.kind) &&
        states.includes(other.state),
    );
  if (subject.kind === 'appeal_2' && !others(['appeal_1'], lostChallenges))
    return refusal('level_1_undecided', 'A second-level appeal needs the first level to be decided.');
  const internal: readonly ChallengeKind[] = ['appeal_1', 'appeal_2'];
  const final = others(internal, lostChallenges) && !others(internal, ['sent', 'received']);
  if (subject.kind === 'external_review' && !subject.deemedExhausted && !final) {
    return refusal(
      'internal_undecided',
      'External review needs the plan’s final internal decision, or a recorded deemed exhaustion.',
    );
  }
  return null;
};

const inTime: Guard<Challenge> = ({ facts, subject }) =>
  subject?.fileByOn != null && facts.clock.today > subject.fileByOn && subject.lateReason === null
    ? refusal('filing_late', 'The last day to file has passed; a manager has to record good cause first.')
    : null;

const signedWhenClinical: Guard<Challenge> = ({ subject }) =>
  subject?.clinical === true && subject.state === 'drafted'
    ? refusal('challenge_unsigned', 'A clinical appeal is sent only after the physician has signed it.')
    : null;

const decidable: readonly ChallengeState[] = ['sent', 'received'];

export const challengeLifecycle: Lifecycle<ChallengeState, Challenge> = {
  subject: 'challenge',
  words: 'a challenge',
  states: {
    open: 'open',
    drafted: 'drafted',
    signed: 'signed',
    sent: 'sent',
    received: 'received by the payer',
    overturned: 'overturned',
    partly_overturned: 'partly overturned',
    upheld: 'upheld',
    dismissed: 'dismissed',
    withdrawn: 'withdrawn',
  },
  terminal: ['overturned', 'partly_overturned', 'upheld', 'dismissed', 'withdrawn'],
  // prettier-ignore
  moves: [
    { move: 'open', label: 'Open challenge', happened: 'Challenge opened', from: [nowhere], to: ['open'], by: ['coordinator', 'physician'], needs: ['kind', 'requestId'], guards: [aboutDenial] },
    { move: 'draft', label: 'Save draft', happened: 'Draft saved', from: ['open', 'drafted'], to: ['drafted'], by: ['coordinator', 'physician'], needs: ['body'], guards: [] },
    { move: 'sign', label: 'Sign challenge', happened: 'Challenge signed', from: ['drafted'], to: ['signed'], by: ['physician'], needs: ['password'], guards: [] },
    { move: 'excuse_lateness', label: 'Record good cause', happened: 'Good cause recorded', from: ['drafted'], to: ['drafted'], by: ['manager'], needs: ['lateReason'], guards: [] },
    { move: 'send', label: 'Record sending', happened: 'Challenge sent', from: ['drafted', 'signed'], to: ['sent'], by: ['coordinator', 'physician'], needs: ['sentAt', 'proof'], guards: [aboutDenial, levelInOrder, inTime, signedWhenClinical] },
    { move: 'acknowledge_receipt', label: 'Record payer’s receipt', happened: 'Received by the payer', from: ['sent'], to: ['received'], by: ['coordinator'], needs: ['payerReceivedOn'], guards: [] },
    { move: 'overturn', label: 'Record overturned', happened: 'Decision overturned', from: decidable, to: ['overturned'], by: ['coordinator'], needs: ['decisionOn', 'authorizationId'], guards: [] },
    { move: 'overturn_partly', label: 'Record partly overturned', happened: 'Decision partly overturned', from: decidable, to: ['partly_overturned'], by: ['coordinator'], needs: ['decisionOn', 'authorizationId'], guards: [] },
    { move: 'uphold', label: 'Record upheld', happened: 'Decision upheld', from: decidable, to: ['upheld'], by: ['coordinator'], needs: ['decisionOn', 'words'], guards: [] },
    { move: 'dismiss', label: 'Record dismissed', happened: 'Challenge dismissed', from: decidable, to: ['dismissed'], by: ['coordinator'], needs: ['decisionOn', 'words'], guards: [] },
    { move: 'withdraw', label: 'Withdraw challenge', happened: 'Challenge withdrawn', from: runningChallenges, to: ['withdrawn'], by: ['coordinator', 'physician'], needs: ['reason'], guards: [] },
  ],
};
