import { askedByCard, cardSettings, cardsOf, eventOf, notify, paidEvent } from './card-story';
import { disputeOf } from './dispute-story';
import { Stage, openStage } from './harness';
import { ledgerOf, payingCase, payment, refundOf } from './ledger-story';
import { Team, signInTeam } from './story';
import { StripeStandIn } from './stripe-stand-in';
import { watched } from './watch-story';

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

const heldAt = async (path: string) =>
  (await cardsOf(team, path)).transactions.filter(({ state }) => state === 'held');
const openTasks = async (caseId: string) => {
  await watched(stage.db.owner, team.clinic);
  const { tasks } = await team.coordinator.case(caseId);
  return tasks.filter(({ state, kind }) => state === 'open' && kind === 'settle_card_payment');
};

it.each([
  ['another amount', { amount_total: 40_000 }, 'amount_differs', { cents: 40_000, currency: 'usd' }],
  ['another currency', { currency: 'eur' }, 'currency_differs', { cents: 50_000, currency: 'eur' }],
])(
  '%s is in no ledger: it is kept, and the coordinator’s until somebody says what was done',
  async (_, more, because, came) => {
    const { path, caseId } = await payingCase(team);
    const { id, sessionId } = await askedByCard(team, path, 50_000);
    const session = standIn.pay(sessionId);
    expect(await notify(stage, paidEvent(session, more))).toBe(204);
    expect(await notify(stage, paidEvent(session, more))).toBe(204);
    expect((await ledgerOf(team, path)).entries).toEqual([]);
    expect(await heldAt(path)).toMatchObject([
      { id, heldBecause: because, came, reference: session.payment_intent, version: 2 },
    ]);
    expect(await openTasks(caseId)).toMatchObject([{ about: expect.stringContaining('$500.00') as string }]);

    const settle = { version: 2, outcome: 'Refunded at the provider' };
    await team.coordinator.move(`/api/card-transactions/${id}/settlements`, settle);
    expect((await cardsOf(team, path)).transactions).toMatchObject([
      { state: 'settled', outcome: 'Refunded at the provider', heldBecause: because },
    ]);
    expect(await openTasks(caseId)).toEqual([]);
    const again = await team.coordinator.post(`/api/card-transactions/${id}/settlements`, settle);
    expect([again.status, again.problem.code]).toEqual([409, 'stale']);
  },
);

it('posts what came for an agreement that was withdrawn meanwhile, and says that it is to go back', async () => {
  const { path, caseId, agreementId } = await payingCase(team);
  const { sessionId } = await askedByCard(team, path, 50_000);
  const session = standIn.pay(sessionId);
  await team.coordinator.move(`${path}/withdrawals`, { version: 3, reason: 'Another clinic' });
  expect(await notify(stage, paidEvent(session))).toBe(204);
  expect(await ledgerOf(team, path)).toMatchObject({
    withdrawn: true,
    paidCents: 50_000,
    balanceCents: -50_000,
  });
  expect(await cardsOf(team, path)).toMatchObject({ agreementId, overpaidCents: 50_000 });
  const [task] = await openTasks(caseId);
  expect(task?.about).toMatch(/^\$500\.00 more was paid/);

  await team.coordinator.make(`${path}/refunds`, refundOf(team, { cents: 50_000, method: 'bank' }));
  expect(await openTasks(caseId)).toEqual([]);
});

it('posts what came after somebody else had paid all of it', async () => {
  const { path, caseId } = await payingCase(team);
  const { sessionId } = await askedByCard(team, path, 150_000);
  await team.coordinator.make(`${path}/payments`, payment(team, { cents: 150_000 }));
  expect(await notify(stage, paidEvent(standIn.pay(sessionId)))).toBe(204);
  expect(await ledgerOf(team, path)).toMatchObject({ paidCents: 300_000, payableCents: 0 });
  expect(await openTasks(caseId)).toMatchObject([
    { about: expect.stringMatching(/^\$1,500\.00 more was paid/) as string },
  ]);
});

it('asks for nothing while the bill is disputed, and takes what comes all the same', async () => {
  const { path } = await payingCase(team);
  const { sessionId } = await askedByCard(team, path, 50_000);
  const [bill] = (await ledgerOf(team, path)).bills;
  await team.coordinator.make(`${path}/disputes`, disputeOf(team, { provider: bill?.provider }));
  expect(await cardsOf(team, path)).toMatchObject({ askRefusals: [{ code: 'collections_on_hold' }] });
  expect(await notify(stage, paidEvent(standIn.pay(sessionId)))).toBe(204);
  expect(await ledgerOf(team, path)).toMatchObject({ paidCents: 50_000, onHold: true });
  expect(await team.coordinator.refused(`${path}/card-payments`, { cents: 50_000 })).toEqual([
    'collections_on_hold',
  ]);
});

describe('when the case is closed', () => {
  const closed = async (cents: number) => {
    const { path, caseId } = await payingCase(team);
    const { sessionId } = await askedByCard(team, path, cents);
    const { version } = await team.coordinator.case(caseId);
    await team.coordinator.move(`/api/cases/${caseId}/closures`, { version, reason: 'patient_withdrew' });
    return { path, caseId, session: standIn.pay(sessionId) };
  };

  it('posts what came as it was asked for, and leaves it closed', async () => {
    const { path, caseId, session } = await closed(50_000);
    expect(await notify(stage, paidEvent(session))).toBe(204);
    expect(await ledgerOf(team, path)).toMatchObject({ paidCents: 50_000 });
    expect((await team.coordinator.case(caseId)).stage).toBe('closed');
  });

  it('opens it again for what somebody has to see to', async () => {
    const { caseId, session } = await closed(50_000);
    expect(await notify(stage, paidEvent(session, { amount_total: 1 }))).toBe(204);
    expect((await team.coordinator.case(caseId)).stage).toBe('self_pay_ready');
    expect(await openTasks(caseId)).toHaveLength(1);
  });
});

describe('what names no transaction of ours', () => {
  const unclaimed = async () =>
    (await stage.db.owner.query<object>('SELECT event_id, what, cents FROM stipple.unclaimed_card_notice'))
      .rows;
  const object = {
    object: 'checkout.session',
    payment_status: 'paid',
    payment_intent: 'pi_x',
    amount_total: 100,
    currency: 'usd',
  };

  it('is passed over where it bears no mark of ours: the account has other customers', async () => {
    expect(await notify(stage, eventOf('checkout.session.completed', { ...object, metadata: {} }))).toBe(204);
    expect(await notify(stage, eventOf('invoice.paid', {}))).toBe(204);
    expect(await unclaimed()).toEqual([]);
  });

  it('is kept where it does, once, and no clinic sees it', async () => {
    const metadata = { stipple_transaction: '0190aaaa-0000-7000-8000-000000000000' };
    const event = eventOf('checkout.session.completed', { ...object, metadata });
    expect([await notify(stage, event), await notify(stage, event)]).toEqual([204, 204]);
    expect(await unclaimed()).toEqual([{ event_id: event.id, what: 'paid', cents: '100' }]);
    await expect(stage.db.application.query('SELECT * FROM stipple.unclaimed_card_notice')).rejects.toThrow(
      /permission denied/,
    );
  });
});
