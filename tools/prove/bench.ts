import { randomInt, randomUUIDv7 } from 'node:crypto';
import pg from 'pg';
import { Ground, Rooms, at, furnish, soon } from './ground';
import { run } from './transaction';
import * as agreement from './verbs/agreement';
import * as authorization from './verbs/authorization';
import * as card from './verbs/card';
import * as cases from './verbs/case';
import * as dispute from './verbs/dispute';
import { step } from './verbs/history';
import * as ledger from './verbs/ledger';
import * as papers from './verbs/papers';
import * as session from './verbs/session';

const subjects = [
  'case',
  'otherCase',
  'proof',
  'otherProof',
  'draftRequest',
  'pendedRequest',
  'deniedRequest',
  'lostCauseRequest',
  'spareRequest',
  'otherDraftRequest',
  'grantRequest',
  'spareGrantRequest',
  'endedRequest',
  'fullRequest',
  'shortRequest',
  'otherRequest',
  'partialRequest',
  'assentedRequest',
  'barePartialRequest',
  'openChallenge',
  'wonChallenge',
  'grant',
  'spareGrant',
  'ended',
  'full',
  'short',
  'otherGrant',
  'partial',
  'assented',
  'notRequired',
  'key',
  'endedKey',
  'fullKey',
  'shortKey',
  'otherKey',
  'partialKey',
  'notRequiredKey',
  'unusedKey',
  'unusedGrant',
  'unusedRequest',
  'live',
  'arrived',
  'done',
  'stopped',
  'cancelled',
  'planned',
  'fullSession',
  'stranded',
  'agreement',
  'draftAgreement',
  'issuedAgreement',
  'link',
  'voidAgreement',
  'otherIssuedAgreement',
  'paidKey',
  'voidKey',
  'paid',
  'charged',
  'uncharged',
  'payment',
  'charge',
  'refund',
  'adjustment',
  'mistake',
  'reversal',
  'plan',
  'disputedAgreement',
  'disputedKey',
  'dispute',
  'closedDispute',
  'cardAgreement',
  'cardKey',
  'cardPayment',
  'cardEntry',
  'askedCardPayment',
  'openCardRefund',
  'heldCardPayment',
  'letter',
  'readyLetter',
  'discardedLetter',
  'screening',
] as const;
export type Thing = (typeof subjects)[number];

/** A case in every condition that somebody may want to break: one for each thing that has a guard. */
export interface Bench extends Rooms {
  readonly ground: Ground;
  readonly foreign: Ground;
  readonly ids: Readonly<Record<Thing, string>>;
  /** Treats here, but no clearance names them. */
  readonly stranger: string;
  of(thing: Thing): { readonly caseId: string; readonly id: string };
}

export const window = { fromDay: -5, toDay: 60 };
const ofOtherCase: readonly Thing[] = [
  'otherCase',
  'otherProof',
  'otherRequest',
  'otherGrant',
  'otherDraftRequest',
  'readyLetter',
  'otherIssuedAgreement',
];

let cases_ = 1000;
/** A number for a case; any that is not taken yet. */
export const nextNumber = () => (cases_ += 1);

export async function prepareBench(
  owner: pg.Pool,
  application: pg.Pool,
  grounds: readonly [Ground, Ground],
): Promise<Bench> {
  const [ground, foreign] = grounds;
  const { rooms, clinicians } = await furnish(owner, ground, 3);
  const ids = Object.fromEntries(subjects.map((thing) => [thing, randomUUIDv7()])) as Record<Thing, string>;
  const bench: Bench = {
    ground,
    foreign,
    ids,
    rooms,
    clinicians: clinicians.slice(0, 2),
    stranger: clinicians[2] ?? '',
    of: (thing) => ({ caseId: ofOtherCase.includes(thing) ? ids.otherCase : ids.case, id: ids[thing] }),
  };
  await run(application, ground, ...openCases(bench));
  await run(application, ground, ...recordGrants(bench));
  await run(application, ground, ...recordAgreements(bench), ...writePapers(bench));
  await run(application, ground, ...bookSessions(bench));
  await run(application, ground, ...moveSessions(bench));
  await run(application, ground, ...keepBooks(bench));
  await run(application, ground, ...takeCards(bench));
  return bench;
}

/** A time nobody else has chosen, within the window and outside the bench's own bookings. */
export function someSlot({ ground, rooms, clinicians }: Bench, days = randomInt(12, 45)): session.Slot {
  const minute = 5 * randomInt(0, 280);
  return { startsAt: at(ground, days, minute), roomId: rooms[0] ?? '', clinicianId: clinicians[0] ?? '' };
}

function openCases(bench: Bench): string[] {
  const { ground, ids, of } = bench;
  return [
    cases.openCase(ground, ids.case, nextNumber()),
    step(ground, 'treatment_case', of('case'), { seq: 2, from: 'open', move: 'plan_touch', to: 'open' }),
    cases.openCase(ground, ids.otherCase, nextNumber()),
    cases.attach(ground, of('proof')),
    cases.attach(ground, of('otherProof')),
    ...requests.map(([thing, end]) => cases.request(ground, of(thing), end)),
    cases.challenge(ground, of('openChallenge'), ids.deniedRequest, false),
    cases.challenge(ground, of('wonChallenge'), ids.lostCauseRequest, true),
  ];
}

const requests: readonly (readonly [Thing, cases.RequestEnd])[] = [
  ['draftRequest', 'draft'],
  ['otherDraftRequest', 'draft'],
  ['pendedRequest', 'pended'],
  ['deniedRequest', 'denied'],
  ['lostCauseRequest', 'denied'],
  ['spareRequest', 'approved'],
  ['grantRequest', 'approved'],
  ['spareGrantRequest', 'approved'],
  ['unusedRequest', 'approved'],
  ['endedRequest', 'approved'],
  ['fullRequest', 'approved'],
  ['shortRequest', 'approved'],
  ['otherRequest', 'approved'],
  ['partialRequest', 'partial'],
  ['assentedRequest', 'partial'],
  ['barePartialRequest', 'partial'],
];

/** An authorization of the bench, by the names its request and its clearance have there. */
export function grantOf(
  bench: Bench,
  thing: Thing,
  more: Partial<authorization.Grant> = {},
): authorization.Grant {
  const request = `${thing}Request` as Thing;
  return {
    ...bench.of(thing),
    ...window,
    proofId: bench.ids[thing === 'otherGrant' ? 'otherProof' : 'proof'],
    requestId: bench.ids[request] ?? null,
    basis: 'approved',
    lines: { '17999': 6 },
    ...more,
  };
}

function recordGrants(bench: Bench): string[] {
  const { ground, ids, clinicians } = bench;
  const withKey = (thing: Thing, keyId: string, more: Partial<authorization.Grant> = {}) =>
    authorization.recordWithKey(ground, grantOf(bench, thing, more), keyId, clinicians);
  const short = grantOf(bench, 'short', { lines: { '17999': 2 }, toDay: 20 });
  const spare = grantOf(bench, 'spareGrant', { lines: { '17999': 2 } });
  return [
    withKey('grant', ids.key),
    withKey('ended', ids.endedKey),
    withKey('full', ids.fullKey, { lines: { '17999': 1 } }),
    withKey('short', ids.shortKey),
    authorization.amend(ground, short, 2),
    withKey('otherGrant', ids.otherKey, { requestId: ids.otherRequest }),
    withKey('partial', ids.partialKey, { basis: 'partial' }),
    authorization.record(ground, grantOf(bench, 'assented', { basis: 'partial' })),
    authorization.assent(ground, ids.assented, 'coordinator', ground.coordinatorId),
    withKey('notRequired', ids.notRequiredKey, { basis: 'not_required', requestId: null }),
    // Granted, amended, and not yet opened: its first terms have no lines, its second have.
    authorization.record(ground, { ...spare, lines: {} }),
    authorization.amend(ground, spare, 2),
    authorization.recordWithKey(
      ground,
      grantOf(bench, 'unusedGrant', { requestId: ids.unusedRequest }),
      ids.unusedKey,
      [],
    ),
  ];
}

function recordAgreements(bench: Bench): string[] {
  const { ground, ids, of, clinicians } = bench;
  const signed = { ...of('agreement'), keyId: ids.paidKey, proofId: ids.proof, sessions: 3, clinicians };
  return [
    agreement.signedAgreement(ground, signed),
    agreement.draft(ground, of('draftAgreement'), 3),
    agreement.draft(ground, of('issuedAgreement'), 3),
    agreement.issue(ground, of('issuedAgreement')),
    agreement.makeLink(ground, of('issuedAgreement'), ids.link),
    agreement.draft(ground, of('otherIssuedAgreement'), 3),
    agreement.issue(ground, of('otherIssuedAgreement')),
    agreement.signedAgreement(ground, { ...signed, ...of('voidAgreement'), keyId: ids.voidKey }),
    agreement.withdraw(ground, of('voidAgreement')),
    agreement.signedAgreement(ground, { ...signed, ...of('disputedAgreement'), keyId: ids.disputedKey }),
    agreement.withdraw(ground, of('disputedAgreement')),
    dispute.open(ground, of('closedDispute'), ids.disputedAgreement),
    dispute.close(ground, of('closedDispute')),
    dispute.open(ground, of('dispute'), ids.disputedAgreement),
    agreement.signedAgreement(ground, { ...signed, ...of('cardAgreement'), keyId: ids.cardKey }),
    agreement.withdraw(ground, of('cardAgreement')),
  ];
}

function writePapers({ ground, of }: Bench): string[] {
  return [
    papers.signedLetter(ground, of('letter')),
    papers.readyLetter(ground, of('readyLetter')),
    papers.readyLetter(ground, of('discardedLetter')),
    step(ground, 'letter', of('discardedLetter'), {
      seq: 4,
      from: 'ready',
      move: 'discard',
      to: 'discarded',
    }),
    papers.replacedScreening(ground, of('screening')),
  ];
}

function bookSessions(bench: Bench): string[] {
  const { ground, ids, of, rooms, clinicians } = bench;
  const on = (days: number, minute: number) => ({
    startsAt: at(ground, days, minute),
    roomId: rooms[0] ?? '',
    clinicianId: clinicians[0] ?? '',
  });
  const later = (minutes: number) => ({ ...on(0, 0), startsAt: soon(minutes) });
  const beside = (minutes: number) => ({
    startsAt: soon(minutes),
    roomId: rooms[1] ?? '',
    clinicianId: clinicians[1] ?? '',
  });
  const book = (thing: Thing, slot: session.Slot, keyId: string, unitNo: number) =>
    session.book(ground, { ...of(thing), ...slot }, keyId, unitNo);
  return [
    book('live', on(10, 600), ids.key, 1),
    book('arrived', later(20), ids.key, 2),
    book('done', later(30), ids.key, 3),
    book('charged', beside(20), ids.paidKey, 2),
    book('uncharged', beside(30), ids.paidKey, 3),
    book('stopped', on(10, 700), ids.key, 4),
    book('cancelled', on(10, 720), ids.key, 5),
    book('fullSession', on(10, 740), ids.fullKey, 1),
    book('stranded', on(10, 760), ids.endedKey, 1),
    book('paid', on(10, 780), ids.paidKey, 1),
    session.plan(ground, of('planned')),
  ];
}

function moveSessions({ ground, ids, of, clinicians }: Bench): string[] {
  const reason = { end_reason: 'As the bench needs it' };
  const revoked = { seq: 2, from: 'in_force', move: 'revoke', to: 'revoked' };
  return [
    session.go(ground, of('arrived'), 2, session.checkIn),
    ...(['done', 'charged', 'uncharged'] as const).flatMap((thing) => [
      session.go(ground, of(thing), 2, session.checkIn),
      session.go(ground, of(thing), 3, session.perform),
      session.treated(ground, of(thing), clinicians[thing === 'done' ? 0 : 1] ?? ''),
    ]),
    session.go(ground, of('stopped'), 2, session.block, reason),
    session.go(ground, of('cancelled'), 2, session.cancel, reason),
    session.go(ground, of('stranded'), 2, session.block, reason),
    step(ground, 'payer_authorization', { caseId: ids.case, id: ids.ended }, revoked, reason),
  ];
}

/** A deposit, the charge of a session, something given back and given up, and a mistake; and a plan for the whole price. */
function keepBooks({ ground, ids, of }: Bench): string[] {
  const entry = (thing: Thing, no: number, made: Pick<ledger.Entry, 'kind' | 'cents' | 'before'>) => ({
    ...of(thing),
    ...made,
    agreementId: ids.agreement,
    no,
  });
  const paid = { ...ledger.nothing, paid: 50_000 };
  const charged = { ...paid, charged: 45_000 };
  const refunded = { ...charged, refunded: 1000 };
  const adjusted = { ...refunded, adjusted: 500 };
  const mistaken = { ...adjusted, paid: 52_000 };
  const mistake = entry('mistake', 5, { kind: 'payment', cents: 2000, before: adjusted });
  const takenBack = {
    ...entry('reversal', 6, { kind: 'reversal', cents: 2000, before: mistaken }),
    reverses: 'payment',
    reversedNo: 5,
  } as const;
  const deposit = entry('payment', 1, { kind: 'payment', cents: 50_000, before: ledger.nothing });
  return [
    ledger.post(ground, deposit, { reference: 'till-1' }),
    ledger.post(
      ground,
      entry('charge', 2, { kind: 'charge', cents: 45_000, before: paid }),
      ledger.ofSession(ids.charged, ids.paidKey, 45_000),
    ),
    ledger.post(ground, entry('refund', 3, { kind: 'refund', cents: 1000, before: charged })),
    ledger.post(ground, entry('adjustment', 4, { kind: 'adjustment', cents: 500, before: refunded })),
    ledger.post(ground, mistake, { reference: 'till-2' }),
    ledger.post(ground, takenBack, { reference: 'till-2' }),
    ledger.wholePlan(ground, {
      ...of('plan'),
      agreementId: ids.agreement,
      totalCents: 135_000,
      installments: 3,
    }),
  ];
}

/** A card payment that was confirmed, one that is held, one whose page is open, and a refund that is asked for. */
function takeCards({ ground, ids, of }: Bench): string[] {
  const asked = (thing: Thing, cents: number, more: Partial<card.CardMoney> = {}): card.CardMoney => ({
    ...of(thing),
    agreementId: ids.cardAgreement,
    kind: 'payment',
    cents,
    ...more,
  });
  const entry = { no: 1, before: ledger.nothing, kind: 'payment', cents: 50_000 } as const;
  return [
    card.ask(ground, asked('cardPayment', 50_000)),
    card.confirm(ground, of('cardPayment')),
    card.entry(ground, { ...of('cardEntry'), agreementId: ids.cardAgreement, ...entry }, ids.cardPayment),
    card.ask(ground, asked('heldCardPayment', 10_000)),
    card.hold(ground, of('heldCardPayment')),
    card.ask(ground, asked('askedCardPayment', 20_000)),
    card.ask(ground, asked('openCardRefund', 5_000, { kind: 'refund', paymentId: ids.cardPayment })),
  ];
}
