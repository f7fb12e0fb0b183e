import {
  askedByCard,
  cardSettings,
  cardsOf,
  eventOf,
  notify,
  paidByCard,
  paidEvent,
  refundedEvent,
} from './card-story';
import { Stage, mustBe, openStage } from './harness';
import { ledgerOf, payingCase, refundOf } from './ledger-story';
import { Team, signInTeam } from './story';
import { StripeStandIn } from './stripe-stand-in';

let standIn: StripeStandIn;
let stage: Stage;
let team: Team;
beforeAll(async () => {
  standIn = await StripeStandIn.open();
  stage = await openStage(cardSettings(standIn));
  team = await signInTeam(stage);
});
afterAll(async () => {
  await stage.close();
  await standIn.close();
});
afterEach(() => standIn.behave('well'));

const paid = async (cents = 50_000) => {
  const { path } = await payingCase(team);
  const { id, session } = await paidByCard(stage, team, standIn, { path, cents });
  return {
    path,
    id,
    session,
    ref: session.payment_intent ?? '',
    refunds: `/api/card-transactions/${id}/refunds`,
  };
};
const refundsAt = async (path: string) =>
  (await cardsOf(team, path)).transactions.filter(({ kind }) => kind === 'refund');
const part = { cents: 20_000, words: 'One session less' };

it('asks the provider, and posts it once the provider says that it went', async () => {
  const { path, id, session, refunds } = await paid();
  const refundId = await team.coordinator.make(refunds, part);
  const { form, key } = standIn.asked.findLast(({ route }) => route === 'POST /v1/refunds') ?? {};
  expect([key, form?.get('payment_intent'), form?.get('amount')]).toEqual([
    refundId,
    session.payment_intent,
    '20000',
  ]);
  expect(await ledgerOf(team, path)).toMatchObject({ refundedCents: 0 });
  expect(await refundsAt(path)).toMatchObject([{ id: refundId, state: 'asked', paymentId: id }]);

  const told = refundedEvent(session);
  expect([
    await notify(stage, told),
    await notify(stage, told),
    await notify(stage, refundedEvent(session)),
  ]).toEqual([204, 204, 204]);
  const [refund] = standIn.refunds.values();
  expect(await ledgerOf(team, path)).toMatchObject({
    ...{ paidCents: 50_000, refundedCents: 20_000, balanceCents: -30_000 },
    entries: [
      { kind: 'refund', method: 'card', cents: 20_000, words: 'One session less', reference: refund?.id },
      { kind: 'payment' },
    ],
  });
  expect((await cardsOf(team, path)).transactions).toMatchObject([
    { state: 'posted', kind: 'refund' },
    { state: 'posted', kind: 'payment', refundableCents: 30_000 },
  ]);
});

it('posts what was refunded at the provider itself, once, however many notices come of it', async () => {
  const { path, session, ref } = await paid();
  const refund = standIn.refund(ref, 10_000);
  const notices = [
    refundedEvent(session),
    eventOf('refund.created', refund),
    eventOf('refund.updated', refund),
  ];
  expect(new Set(await Promise.all(notices.map((notice) => notify(stage, notice))))).toEqual(new Set([204]));
  expect(await ledgerOf(team, path)).toMatchObject({
    refundedCents: 10_000,
    entries: [{ kind: 'refund', words: 'Refunded at the card provider' }, { kind: 'payment' }],
  });
});

it('never gives back more than came from the card, nor than the ledger has left', async () => {
  const { path, refunds } = await paid();
  expect(await team.coordinator.refused(refunds, { ...part, cents: 50_001 })).toEqual([
    'refund_above_card_payment',
    'refund_above_payments',
  ]);
  await team.coordinator.make(`${path}/refunds`, refundOf(team, { cents: 40_000, method: 'cash' }));
  expect(await team.coordinator.refused(refunds, part)).toEqual(['refund_above_payments']);
  expect(await refundsAt(path)).toEqual([]);
});

it('holds what was refunded at the provider beyond what the ledger has left', async () => {
  const { path, session, ref } = await paid();
  await team.coordinator.make(`${path}/refunds`, refundOf(team, { cents: 40_000, method: 'cash' }));
  standIn.refund(ref, 20_000);
  expect(await notify(stage, refundedEvent(session))).toBe(204);
  expect(await refundsAt(path)).toMatchObject([{ state: 'held', heldBecause: 'refund_above_payments' }]);
  expect(await ledgerOf(team, path)).toMatchObject({ paidCents: 50_000, refundedCents: 40_000 });
});

it('is one refund when the same is asked for again, and waits before another is', async () => {
  const { path, refunds } = await paid();
  standIn.behave('fault');
  const away = await team.coordinator.post(refunds, part);
  expect([away.status, away.problem.code]).toEqual([503, 'cards_away']);
  standIn.behave('well');
  expect(await team.coordinator.refused(refunds, { ...part, cents: 5_000 })).toEqual([
    'card_refund_under_way',
  ]);
  const { id } = mustBe(201, await team.coordinator.post<{ id: string }>(refunds, part));
  expect(await refundsAt(path)).toMatchObject([{ id, state: 'asked' }]);
  expect(
    [...standIn.refunds.values()].filter((one) => one.metadata['stipple_transaction'] === id),
  ).toHaveLength(1);
});

it('ends a refund that the provider refuses, and posts nothing', async () => {
  const { path, refunds } = await paid();
  standIn.behave('no');
  expect((await team.coordinator.post(refunds, part)).status).toBe(503);
  expect(await refundsAt(path)).toMatchObject([{ state: 'ended' }]);
  standIn.behave('well');
  await team.coordinator.make(refunds, part);
});

it('ends a refund that fails, and holds one that the bank sends back after it was posted', async () => {
  const { path, session, ref, refunds } = await paid();
  const refund = standIn.refund(ref, 10_000);
  expect(await notify(stage, refundedEvent(session))).toBe(204);
  refund.status = 'failed';
  const failed = eventOf('refund.failed', refund);
  expect([await notify(stage, failed), await notify(stage, eventOf('refund.failed', refund))]).toEqual([
    204, 204,
  ]);
  expect((await cardsOf(team, path)).transactions).toMatchObject([
    { kind: 'payment', state: 'held', heldBecause: 'refund_returned', cents: 10_000 },
    { kind: 'refund', state: 'posted' },
    { kind: 'payment', state: 'posted' },
  ]);

  const id = await team.coordinator.make(refunds, part);
  const other = [...standIn.refunds.values()].find((one) => one.metadata['stipple_transaction'] === id);
  if (other === undefined) throw new Error('the stand-in has the refund');
  other.status = 'failed';
  expect(await notify(stage, eventOf('refund.failed', other))).toBe(204);
  expect((await refundsAt(path)).find((one) => one.id === id)).toMatchObject({ state: 'ended' });
});

it('asks the provider to tell again what came before its payment', async () => {
  const { path } = await payingCase(team);
  const { sessionId } = await askedByCard(team, path, 50_000);
  const session = standIn.pay(sessionId);
  standIn.refund(session.payment_intent ?? '', 50_000);
  const early = refundedEvent(session);
  expect(await notify(stage, early)).toBe(503);
  expect(await notify(stage, paidEvent(session))).toBe(204);
  expect(await notify(stage, early)).toBe(204);
  expect(await ledgerOf(team, path)).toMatchObject({ paidCents: 50_000, refundedCents: 50_000 });
});

it('is asked again later when the provider does not say which refunds there are', async () => {
  const { path, session, ref } = await paid();
  standIn.refund(ref, 10_000);
  const told = refundedEvent(session);
  standIn.behave('fault');
  expect(await notify(stage, told)).toBe(503);
  standIn.behave('well');
  expect(await notify(stage, told)).toBe(204);
  expect(await ledgerOf(team, path)).toMatchObject({ refundedCents: 10_000 });
});

it('refunds only what the provider has confirmed', async () => {
  const { path } = await payingCase(team);
  const { id } = await askedByCard(team, path, 50_000);
  expect(await team.coordinator.refused(`/api/card-transactions/${id}/refunds`, part)).toEqual([
    'card_payment_not_posted',
  ]);
});
