import * as contract from '@stipple/contracts';
import {
  Authorization,
  Challenge,
  basisOfWon,
  decisionRefusals,
  filingRefusals,
  openingRefusals,
  wonRefusals,
} from '@stipple/domain';
import { Act, Told, actIn, actOn, dayFrom, put } from './act';
import { amend, end, grant } from './effects';
import { amendRules, grantBody, recordRules } from './grant-acts';

const challengeOf = ({ facts, thing }: Told) => facts.challenges.find(({ id }) => id === thing?.id);
const requestBehind = ({ facts }: Told, { requestId }: Challenge) =>
  facts.requests.find(({ id }) => id === requestId);

const open = actIn('challenge', {
  route: 'challenges',
  weight: 5,
  move: 'open',
  contract: contract.OpenChallenge,
  body: ({ facts, chance }) => ({
    requestId: (facts.requests.find(({ state }) => state === 'denied') ?? facts.requests[0])?.id,
    kind: chance.kind,
  }),
  rules: ({ facts }, { requestId, kind }) => {
    const request = facts.requests.find(({ id }) => id === requestId);
    const said = { exhausted: false, argues: undefined, appealsAs: undefined };
    return request ? openingRefusals(facts, { request, kind, ...said }) : [];
  },
  happens: (facts, _, { requestId, kind }) => {
    const blank = {
      seq: 1,
      clinical: false,
      fileByOn: null,
      lateReason: null,
      sentOn: null,
      payerReceivedOn: null,
    };
    const rest = {
      decidedOn: null,
      deemedExhausted: false,
      argues: null,
      representation: 'not_needed',
    } as const;
    facts.challenges.push({ id: 'opened', state: 'open', kind, requestId, ...blank, ...rest });
  },
});

const send = actOn('challenge', {
  route: 'sendings',
  move: 'send',
  contract: contract.SendChallenge,
  body: (told) => ({
    channel: 'fax',
    sentAt: new Date().toISOString(),
    reference: 'FAX-3',
    ...(challengeOf(told)?.kind === 'peer_to_peer' && {
      offeredSlots: [new Date(Date.now() + 86_400_000).toISOString()],
    }),
  }),
  rules: (told, { sentAt }) => {
    const challenge = challengeOf(told);
    return challenge ? filingRefusals(told.facts, challenge, sentAt) : [];
  },
  happens: (facts, told) => put(facts, told, 'sent'),
});

/** What of the challenged decision stands: it is widened under its own number, or gives way where it is not in force yet. */
function standing(told: Told, number: string): { before?: Authorization; gone?: Authorization } {
  const requestId = challengeOf(told)?.requestId;
  const found = told.facts.authorizations.find(
    (one) => one.requestId === requestId && (one.state === 'in_force' || one.state.startsWith('awaiting')),
  );
  if (found?.state === 'in_force') return found.number === number ? { before: found } : {};
  return { gone: found };
}

const win = (route: string, move: string, to: 'overturned' | 'partly_overturned'): Act =>
  actOn('challenge', {
    route,
    move,
    contract: contract.OverturnChallenge,
    body: (told) => ({ ...grantBody(told), ...spoken(told) }),
    rules: (told, body) => {
      const challenge = challengeOf(told);
      const request = challenge && requestBehind(told, challenge);
      if (!challenge || !request) return [];
      const { before, gone } = standing(told, body.number);
      const outcome = { on: body.decidedOn, field: 'decidedOn', spokenWith: body.spokenWith };
      return [
        ...decisionRefusals(told.facts, challenge, outcome),
        ...wonRefusals(request, body, to),
        ...(before ? amendRules(told, before, body) : recordRules(told, body, gone)),
      ];
    },
    happens: (facts, told, body) => {
      const challenge = challengeOf(told);
      const request = challenge && requestBehind(told, challenge);
      if (!request) return;
      const { before, gone } = standing(told, body.number);
      put(facts, told, to, { decidedOn: body.decidedOn });
      if (gone) end(facts, gone.id, 'superseded');
      if (before) amend(facts, before.id, body);
      else grant(facts, basisOfWon(request, body), request.id, body);
    },
  });

const lose = (route: string, move: string, to: string): Act =>
  actOn('challenge', {
    route,
    move,
    contract: contract.LoseChallenge,
    body: (told) => ({ decisionOn: dayFrom(told, told.chance.decided), words: 'No.', ...spoken(told) }),
    rules: (told, { decisionOn, spokenWith }) => {
      const challenge = challengeOf(told);
      const outcome = { on: decisionOn, field: 'decisionOn', spokenWith };
      return challenge ? decisionRefusals(told.facts, challenge, outcome) : [];
    },
    happens: (facts, told, { decisionOn: decidedOn }) => put(facts, told, to, { decidedOn }),
  });

const spoken = (told: Told) => challengeOf(told)?.kind === 'peer_to_peer' && { spokenWith: 'Dr. Rees' };

// prettier-ignore
export const challengeActs: readonly Act[] = [
  open, send, win('overturns', 'overturn', 'overturned'), win('partial-overturns', 'overturn_partly', 'partly_overturned'),
  lose('upholdings', 'uphold', 'upheld'), lose('dismissals', 'dismiss', 'dismissed'),
  actOn('challenge', { route: 'wordings', weight: 3, move: 'draft', contract: contract.DraftChallenge, body: () => ({ body: 'It is needed.' }), happens: (facts, told) => put(facts, told, 'drafted') }),
  actOn('challenge', { route: 'signatures', move: 'sign', contract: contract.Sign, body: ({ ground }) => ({ password: ground.password }), happens: (facts, told) => put(facts, told, 'signed') }),
  actOn('challenge', { route: 'receipts', move: 'acknowledge_receipt', contract: contract.ReceiveChallenge, body: (told) => ({ payerReceivedOn: dayFrom(told, 0) }), happens: (facts, told) => put(facts, told, 'received') }),
  actOn('challenge', { route: 'withdrawals', weight: 1, move: 'withdraw', contract: contract.WithdrawChallenge, body: () => ({ reason: 'Settled' }), happens: (facts, told) => put(facts, told, 'withdrawn') }),
];
