import * as contract from '@stipple/contracts';
import {
  Authorization,
  AuthorizationTerms,
  CaseFacts,
  Refusal,
  amendsAuthorization,
  authorizationLifecycle,
  determinationDateRefusals,
  fullApprovalRefusals,
  lesserApprovalRefusals,
  notRequiredRefusals,
  refusalsFor,
  shrinkingRefusals,
  termsRefusals,
  widenedRefusals,
  zoneOfPayer,
} from '@stipple/domain';
import { Act, Told, actIn, actOn, dayFrom, proofOf, put, requestOf, says } from './act';
import { amend, assent, end, grant } from './effects';

/** What every grant carries, by chance too much, too little or turned around. */
export function grantBody(told: Told): object {
  const { units, code, opens, closes, decided, number } = told.chance;
  return {
    number,
    decidedOn: dayFrom(told, decided),
    effectiveOn: dayFrom(told, opens),
    expiresOn: dayFrom(told, closes),
    lines: [{ procedureCode: code, units }],
    clinicianIds: [told.ground.clinicianId],
    placeOfService: '11',
    channel: 'portal',
    proofId: proofOf(told),
    verified: true,
  };
}

type Granted = Pick<contract.RecordApproval, keyof AuthorizationTerms | 'number' | 'decidedOn' | 'proofId'>;
const proofRule = ({ facts }: Told, proofId: string) =>
  says('proof_unknown', !facts.documents.some(({ id }) => id === proofId));

/** An authorization that stands on the case already under that number; `gone` gives way in the same command. */
export function recordRules(told: Told, body: Granted, gone?: Authorization): readonly (Refusal | null)[] {
  const standing = told.facts.authorizations.filter(
    (one) => one !== gone && !['revoked', 'superseded'].includes(one.state),
  );
  return [
    ...termsRefusals(body),
    proofRule(told, body.proofId),
    says('in_the_future', body.decidedOn > told.facts.clock.today),
    says(
      'number_known',
      standing.some(({ number }) => number.toLowerCase() === body.number.toLowerCase()),
    ),
  ];
}

export function amendRules(
  told: Told,
  before: Authorization,
  body: AuthorizationTerms & { proofId: string },
) {
  const { facts, actor } = told;
  const keys = facts.clearances.filter(({ authorizationId }) => authorizationId === before.id);
  const had = keys.map(({ procedureCode }) => procedureCode);
  const codes = body.lines.map(({ procedureCode }) => procedureCode);
  return [
    ...termsRefusals(body),
    ...widenedRefusals(before, body),
    proofRule(told, body.proofId),
    says('codes_changed', codes.length !== had.length || !codes.every((code) => had.includes(code))),
    ...refusalsFor(authorizationLifecycle, 'amend', { facts, subject: before, actor }),
  ];
}

const kinds = {
  approved: { route: 'approvals', move: 'approve' },
  partial: { route: 'partial-approvals', move: 'approve_partly' },
  modified: { route: 'modified-approvals', move: 'modify' },
} as const;

const approval = (kind: keyof typeof kinds): Act =>
  actOn('request', {
    ...kinds[kind],
    weight: 20,
    contract: contract.RecordApproval,
    body: (told) => ({
      ...grantBody(told),
      ...(told.chance.dated !== null && { noticeDatedOn: dayFrom(told, told.chance.dated) }),
      noticeReceivedOn: dayFrom(told, told.chance.received),
    }),
    rules: (told, body) => {
      const { facts } = told;
      const request = requestOf(told);
      if (request === undefined) return [];
      const before = amendsAuthorization(facts, request, body);
      return [
        ...determinationDateRefusals(request, body, {
          today: facts.clock.today,
          payerZone: zoneOfPayer(facts),
        }),
        ...(kind === 'approved' ? fullApprovalRefusals : lesserApprovalRefusals)(request, body),
        ...(before === undefined
          ? recordRules(told, body)
          : [
              ...(request.purpose === 'revision' ? [] : shrinkingRefusals(before, body)),
              ...amendRules(told, before, body),
            ]),
      ];
    },
    happens: (facts, told, body) => {
      const { decidedOn, noticeDatedOn = null, noticeReceivedOn = null } = body;
      const request = requestOf(told);
      const before = request && amendsAuthorization(told.facts, request, body);
      put(facts, told, kind, { decidedOn, noticeDatedOn, noticeReceivedOn });
      if (before === undefined) grant(facts, kind, told.thing?.id ?? null, body);
      else amend(facts, before.id, body);
    },
  });

const notRequired = actIn('authorization', {
  route: 'not-required',
  move: 'record',
  contract: contract.RecordNotRequired,
  body: (told) => ({ ...grantBody(told), payerWords: 'None is needed.', payerNamedWindow: false }),
  rules: (told, body) => [
    says('not_said', !saidSo(told.facts)),
    ...notRequiredRefusals(body, body.payerNamedWindow),
    ...recordRules(told, body),
  ],
  happens: (facts, _, body) => grant(facts, 'not_required', null, body),
});
const saidSo = ({ requests, benefitCalls }: CaseFacts) =>
  requests.some(({ state }) => state === 'no_action_required') ||
  benefitCalls.some(({ authorizationRequired }) => authorizationRequired === 'no');

const agree = (route: string, move: string): Act =>
  actOn('authorization', {
    route,
    move,
    contract: contract.PlainMove,
    body: () => ({}),
    happens: (facts, { thing, actor }) => assent(facts, thing?.id ?? '', actor),
  });

const change = actOn('authorization', {
  route: 'amendments',
  move: 'amend',
  contract: contract.AmendAuthorization,
  body: (told) => {
    const { units, code, opens, closes } = told.chance;
    const lines = [{ procedureCode: code, units }];
    const window = { effectiveOn: dayFrom(told, opens), expiresOn: dayFrom(told, closes) };
    return { ...window, lines, reason: 'The payer wrote so', proofId: proofOf(told) };
  },
  rules: (told, body) => {
    const before = told.facts.authorizations.find(({ id }) => id === told.thing?.id);
    return before ? amendRules(told, before, body) : [];
  },
  happens: (facts, { thing }, body) => amend(facts, thing?.id ?? '', body),
});

const revoke = actOn('authorization', {
  route: 'revocations',
  weight: 2,
  move: 'revoke',
  contract: contract.RevokeAuthorization,
  body: () => ({ reason: 'Mistake' }),
  happens: (facts, { thing }) => end(facts, thing?.id ?? '', 'revoked'),
});

export const grantActs: readonly Act[] = [
  approval('approved'),
  approval('partial'),
  approval('modified'),
  notRequired,
  agree('acknowledgements', 'acknowledge'),
  agree('confirmations', 'confirm'),
  change,
  revoke,
];
