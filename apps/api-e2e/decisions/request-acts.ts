import * as contract from '@stipple/contracts';
import {
  DenialCodes,
  determinationDateRefusals,
  caseLifecycle,
  extensionRefusals,
  isAhead,
  isBefore,
  isOpenRequest,
  linesRefusals,
  purposeRefusals,
  readDenial,
  readReason,
  zoneOfPayer,
} from '@stipple/domain';
import { Act, Told, actIn, actOn, dayFrom, proofOf, put, requestOf, says } from './act';

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const around = ({ facts }: Told) => ({ today: facts.clock.today, payerZone: zoneOfPayer(facts) });

const draft = actIn('request', {
  route: 'auth-requests',
  move: 'draft',
  contract: contract.DraftRequest,
  body: (told) => {
    const { purpose, units, code, closes } = told.chance;
    const [of] = told.facts.authorizations;
    return {
      lines: [{ procedureCode: code, units }],
      fromOn: dayFrom(told, 0),
      toOn: dayFrom(told, closes),
      urgency: 'standard',
      purpose,
      ...(purpose !== 'initial' && of && { ofAuthorizationId: of.id }),
    };
  },
  rules: ({ facts }, body) => [
    ...linesRefusals(body.lines),
    ...purposeRefusals(facts, { ...body, ofAuthorizationId: body.ofAuthorizationId ?? null }),
  ],
  happens: (facts, _, { lines, purpose }) => {
    const [first] = facts.requests;
    if (first === undefined) throw new Error('a history begins with a request');
    const blank = {
      supersedesId: null,
      decidedOn: null,
      noticeDatedOn: null,
      noticeReceivedOn: null,
      extension: null,
    };
    facts.requests.push({ ...first, ...blank, id: 'asked again', lines, purpose, state: 'draft', seq: 1 });
  },
});

const submit = actOn('request', {
  route: 'submissions',
  weight: 20,
  move: 'submit',
  contract: contract.SubmitRequest,
  body: ({ chance }) => ({ channel: 'fax', submittedAt: hoursAgo(chance.sentHoursAgo), reference: 'FAX-1' }),
  rules: ({ facts }, { submittedAt }) => [says('in_the_future', isAhead(submittedAt, facts.clock))],
  happens: (facts, told) => put(facts, told, 'submitted'),
});

const receive = actOn('request', {
  route: 'receipts',
  weight: 20,
  move: 'acknowledge_receipt',
  contract: contract.AcknowledgeReceipt,
  body: ({ chance }) => ({ payerReceivedAt: hoursAgo(chance.sentHoursAgo / 2) }),
  rules: (told, { payerReceivedAt }) => {
    const sentAt = requestOf(told)?.submittedAt ?? null;
    return [
      says('in_the_future', isAhead(payerReceivedAt, told.facts.clock)),
      says('received_before_sent', sentAt !== null && isBefore(payerReceivedAt, sentAt)),
    ];
  },
  happens: (facts, told) => put(facts, told, 'received'),
});

const ask = actOn('request', {
  route: 'information-requests',
  move: 'request_information',
  contract: contract.RequestInformation,
  body: (told) => ({ items: ['Photographs'], respondByOn: dayFrom(told, told.chance.decided + 1) }),
  rules: ({ facts }, { respondByOn }) => [says('in_the_past', respondByOn < facts.clock.today)],
  happens: (facts, told) => put(facts, told, 'information_requested'),
});

const answer = actOn('request', {
  route: 'information-answers',
  move: 'answer_information',
  contract: contract.AnswerInformation,
  body: ({ chance }) => ({ sentAt: hoursAgo(chance.sentHoursAgo), reference: 'FAX-2' }),
  rules: ({ facts }, { sentAt }) => [says('in_the_future', isAhead(sentAt, facts.clock))],
  happens: (facts, told) => put(facts, told, 'pended'),
});

const extend = actIn('request', {
  route: 'extension-notices',
  move: 'record_extension',
  contract: contract.RecordExtension,
  body: (told) => ({
    version: told.facts.case.seq,
    requestId: (told.facts.requests.find(({ state }) => isOpenRequest(state)) ?? told.facts.requests[0])?.id,
    datedOn: dayFrom(told, told.chance.decided),
    because: told.chance.because,
    words: 'We take longer.',
    proofId: proofOf(told),
  }),
  rules: ({ facts }, body) => extensionRefusals(facts, body),
  happens: (facts, _, { requestId, datedOn, because }) => {
    const request = facts.requests.find(({ id }) => id === requestId);
    if (request) request.extension = { datedOn, because };
  },
});

const deny = actOn('request', {
  route: 'denials',
  weight: 15,
  move: 'deny',
  contract: contract.RecordDenial,
  body: (told) => ({
    words: 'It is not covered.',
    code: told.chance.denial,
    kind: 'clinical',
    decisionOn: dayFrom(told, told.chance.decided),
    ...(told.chance.dated !== null && { noticeDatedOn: dayFrom(told, told.chance.dated) }),
    noticeReceivedOn: dayFrom(told, told.chance.received),
  }),
  rules: (told, body) => {
    const read = readReason(body.code ?? '');
    const codes: DenialCodes = {
      group: read.group,
      code: read.code?.raw ?? null,
      remarks: read.remarks.map(({ raw }) => raw),
      kind: body.kind,
    };
    const noDenial = readDenial(codes).findings.filter(({ code }) => code === 'not_a_denial');
    const dates = determinationDateRefusals(
      { submittedAt: requestOf(told)?.submittedAt ?? null },
      { ...body, decidedOn: body.decisionOn },
      around(told),
    );
    return [...read.unread, ...noDenial, ...dates];
  },
  happens: (facts, told, { decisionOn: decidedOn, noticeDatedOn = null, noticeReceivedOn }) =>
    put(facts, told, 'denied', { decidedOn, noticeDatedOn, noticeReceivedOn }),
});

/** What is told in words and has no rule of its own. */
const plainly = (
  [route, move, to]: readonly [route: string, move: string, to: string],
  schema: typeof contract.PendRequest | Act['contract'],
  body: object,
  weight = 2,
): Act =>
  actOn('request', {
    route,
    move,
    contract: schema as Act['contract'],
    weight,
    body: () => body,
    happens: (facts, told) => put(facts, told, to),
  });

// prettier-ignore
export const requestActs: readonly Act[] = [
  draft, submit, receive, ask, answer, deny, { ...extend, lifecycle: caseLifecycle, about: ({ case: record }) => [record] },
  plainly(['completions', 'complete', 'ready'], contract.CompleteRequest, {}, 12),
  plainly(['returns', 'return_to_draft', 'draft'], contract.PlainMove, {}, 1),
  plainly(['rejections', 'reject_unreviewed', 'rejected_unreviewed'], contract.RejectUnreviewed, { words: 'Not our member' }, 1),
  plainly(['pends', 'pend', 'pended'], contract.PendRequest, { words: 'In review' }),
  plainly(['call-referrals', 'refer_to_call', 'contact_payer'], contract.ReferToCall, { words: 'Call us' }),
  plainly(['no-action-answers', 'answer_no_action', 'no_action_required'], contract.AnswerNoAction, { words: 'None needed', referenceNumber: 'N-1' }),
  plainly(['phone-approvals', 'approve_by_phone', 'approved_unconfirmed'], contract.ApproveByPhone, { representative: 'Kim', referenceNumber: 'P-1' }),
  plainly(['cancellations', 'cancel', 'cancelled'], contract.CancelRequest, { who: 'payer', reason: 'Twice' }, 1),
  plainly(['withdrawals', 'withdraw', 'withdrawn'], contract.WithdrawRequest, { reason: 'Moved' }, 1),
];
