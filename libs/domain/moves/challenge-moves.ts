import type { Challenge } from '../case-facts';
import { Lifecycle, nowhere } from '../lifecycle/lifecycle';
import {
  aboutDenial,
  exceptionFits,
  externalForJudgement,
  levelInOrder,
  levelOfPlan,
  notAsNecessity,
  represented,
  signedWhenClinical,
} from './challenge-guards';
import { ChallengeState, runningChallenges } from './challenge-states';

export * from './challenge-states';

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
    { move: 'open', label: 'Challenge the decision', happened: 'Challenge opened', from: [nowhere], to: ['open'], by: ['coordinator', 'physician'], needs: ['kind', 'requestId'], guards: [aboutDenial] },
    { move: 'draft', label: 'Write the words', happened: 'Words written', from: ['open', 'drafted'], to: ['drafted'], by: ['coordinator', 'physician'], needs: ['body'], guards: [] },
    { move: 'sign', label: 'Sign challenge', happened: 'Challenge signed', from: ['drafted'], to: ['signed'], by: ['physician'], needs: ['password'], guards: [notAsNecessity] },
    { move: 'excuse_lateness', label: 'Record good cause', happened: 'Good cause recorded', from: ['drafted'], to: ['drafted'], by: ['manager'], needs: ['lateReason'], guards: [] },
    { move: 'excuse_signed', label: 'Record good cause', happened: 'Good cause recorded', from: ['signed'], to: ['signed'], by: ['manager'], needs: ['lateReason'], guards: [] },
    { move: 'send', label: 'Record sending', happened: 'Challenge sent', from: ['drafted', 'signed'], to: ['sent'], by: ['coordinator', 'physician'], needs: ['sentAt', 'proof'], guards: [aboutDenial, levelOfPlan, levelInOrder, externalForJudgement, exceptionFits, represented, signedWhenClinical, notAsNecessity] },
    { move: 'acknowledge_receipt', label: 'Record payer’s receipt', happened: 'Received by the payer', from: ['sent'], to: ['received'], by: ['coordinator'], needs: ['payerReceivedOn'], guards: [] },
    { move: 'overturn', label: 'Record overturned', happened: 'Decision overturned', from: decidable, to: ['overturned'], by: ['coordinator'], needs: ['decisionOn', 'authorizationId'], guards: [] },
    { move: 'overturn_partly', label: 'Record partly overturned', happened: 'Decision partly overturned', from: decidable, to: ['partly_overturned'], by: ['coordinator'], needs: ['decisionOn', 'authorizationId'], guards: [] },
    { move: 'uphold', label: 'Record upheld', happened: 'Decision upheld', from: decidable, to: ['upheld'], by: ['coordinator'], needs: ['decisionOn', 'words'], guards: [] },
    { move: 'dismiss', label: 'Record dismissed', happened: 'Challenge dismissed', from: decidable, to: ['dismissed'], by: ['coordinator'], needs: ['decisionOn', 'words'], guards: [] },
    { move: 'withdraw', label: 'Withdraw challenge', happened: 'Challenge withdrawn', from: runningChallenges, to: ['withdrawn'], by: ['coordinator', 'physician'], needs: ['reason'], guards: [] },
  ],
};
