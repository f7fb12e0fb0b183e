import { randomUUID } from 'node:crypto';
import { askedByCard, cardSettings, cardsOf, eventOf, notify, paidByCard, paidEvent } from './card-story';
import { Stage, mustBe, openStage } from './harness';
import { ledgerOf, payingCase, payment } from './ledger-story';
import { Team, signInTeam } from './story';
import { StripeStandIn, seconds } from './stripe-stand-in';

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

const entriesAt = async (path: string) => (await ledgerOf(team, path)).entries;
const statesAt = async (path: string) => (await cardsOf(team, path)).transactions.map(({ state }) => state);

it('posts what was paid once the provider says so, and not before', async () => {
  const { path, caseId } = await payingCase(team);
  const { id, sessionId } = await askedByCard(team, path, 50_000);
  const session = standIn.pay(sessionId);
  expect(await entriesAt(path)).toEqual([]);
  expect(await statesAt(path)).toEqual(['asked']);

  expect(await notify(stage, paidEvent(session))).toBe(204);
  expect(await ledgerOf(team, path)).toMatchObject({
    ...{ paidCents: 50_000, balanceCents: -50_000, payableCents: 100_000 },
    entries: [{ kind: 'payment', method: 'card', cents: 50_000, reference: session.payment_intent }],
  });
  expect((await cardsOf(team, path)).transactions).toMatchObject([
    {
      id,
      state: 'posted',
      cents: 50_000,
      refundableCents: 50_000,
      byPatient: false,
      askedBy: 'Billie Coordinator',
    },
  ]);
  const { timeline } = await team.coordinator.case(caseId);
  const moves = timeline.map(({ subject, move }) => `${subject}.${move}`);
  expect(moves).toEqual(
    expect.arrayContaining(['card_transaction.ask', 'card_transaction.post', 'ledger_entry.pay']),
  );
});

it('sends the provider an amount, a number of ours and the clinic’s name, and nothing of the patient', async () => {
  const { path } = await payingCase(team);
  const { id } = await askedByCard(team, path, 50_000);
  const { form, key } = standIn.asked.findLast(({ route }) => route === 'POST /v1/checkout/sessions') ?? {};
  expect(key).toBe(id);
  expect(Object.fromEntries(form ?? [])).toEqual({
    mode: 'payment',
    'allowed_payment_method_types[0]': 'card',
    'adaptive_pricing[enabled]': 'false',
    'line_items[0][quantity]': '1',
    'line_items[0][price_data][currency]': 'usd',
    'line_items[0][price_data][unit_amount]': '50000',
    'line_items[0][price_data][product_data][name]': 'Scar Clinic',
    client_reference_id: id,
    'metadata[stipple_transaction]': id,
    'payment_intent_data[metadata][stipple_transaction]': id,
    expires_at: expect.stringMatching(/^\d+$/) as string,
    success_url: 'https://stipple.clinic.test/your-estimate?card=sent',
    cancel_url: 'https://stipple.clinic.test/your-estimate?card=left',
  });
});

describe('what comes more than once is posted once', () => {
  it('the same notice again, and another of the same payment', async () => {
    const { path } = await payingCase(team);
    const { session } = await paidByCard(stage, team, standIn, { path });
    const again = paidEvent(session);
    expect([
      await notify(stage, again),
      await notify(stage, again),
      await notify(stage, paidEvent(session)),
    ]).toEqual([204, 204, 204]);
    expect(await entriesAt(path)).toHaveLength(1);
  });

  it('twelve notices at one moment, at two processes', async () => {
    const { path } = await payingCase(team);
    const { sessionId } = await askedByCard(team, path, 50_000);
    const session = standIn.pay(sessionId);
    const other = await stage.another();
    const same = paidEvent(session);
    const sent = Array.from({ length: 12 }, (_, index) =>
      notify(index % 2 === 0 ? stage : other, index % 3 === 0 ? paidEvent(session) : same),
    );
    expect([...new Set(await Promise.all(sent))]).toEqual([204]);
    expect(await ledgerOf(team, path)).toMatchObject({ paidCents: 50_000, entries: [{ no: 1 }] });
  });

  it('a page that is said to have ended, after it was paid and before', async () => {
    const { path } = await payingCase(team);
    const { session } = await paidByCard(stage, team, standIn, { path });
    expect(await notify(stage, eventOf('checkout.session.expired', session))).toBe(204);
    expect(await statesAt(path)).toEqual(['posted']);

    const { sessionId } = await askedByCard(team, path, 50_000);
    const late = standIn.pay(sessionId);
    expect(await notify(stage, eventOf('checkout.session.expired', late))).toBe(204);
    expect(await statesAt(path)).toEqual(['ended', 'posted']);
    expect(await notify(stage, paidEvent(late))).toBe(204);
    expect(await statesAt(path)).toEqual(['posted', 'posted']);
    expect(await ledgerOf(team, path)).toMatchObject({ paidCents: 100_000 });
  });
});

describe('a notice is heeded only with a fresh signature of the provider', () => {
  it.each([
    ['signed by somebody else', { secret: 'whsec_of_somebody_else' }],
    ['signed an hour ago', { timestamp: seconds() - 3600 }],
  ])('%s', async (_, how) => {
    const { path } = await payingCase(team);
    const { sessionId } = await askedByCard(team, path, 50_000);
    expect(await notify(stage, paidEvent(standIn.pay(sessionId)), how)).toBe(400);
    expect(await statesAt(path)).toEqual(['asked']);
  });

  it('not signed at all, or changed on the way', async () => {
    const answer = await fetch(`${stage.url}/api/card-notices`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(eventOf('checkout.session.completed', {})),
    });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([400, 'not_signed']);
  });
});

describe('one page at a time', () => {
  it('is the same page while the same is asked for', async () => {
    const { path } = await payingCase(team);
    const first = await askedByCard(team, path, 50_000);
    expect(await askedByCard(team, path, 50_000)).toEqual(first);
  });

  it('closes the one before where another amount is asked for', async () => {
    const { path } = await payingCase(team);
    const first = await askedByCard(team, path, 50_000);
    const second = await askedByCard(team, path, 150_000);
    expect(standIn.session(first.sessionId).status).toBe('expired');
    expect(standIn.session(second.sessionId).status).toBe('open');
    expect(await statesAt(path)).toEqual(['asked', 'ended']);
  });

  it('asks for nothing else while a payment is made of which nobody has told us yet', async () => {
    const { path } = await payingCase(team);
    const { id, sessionId } = await askedByCard(team, path, 50_000);
    standIn.pay(sessionId);
    expect(await team.coordinator.refused(`${path}/card-payments`, { cents: 100_000 })).toEqual([
      'card_payment_under_way',
    ]);
    expect(await team.coordinator.refused(`/api/card-transactions/${id}/page-closures`, {})).toEqual([
      'card_payment_under_way',
    ]);
  });

  it('can be taken back', async () => {
    const { path } = await payingCase(team);
    const { id, sessionId } = await askedByCard(team, path, 50_000);
    await team.coordinator.move(`/api/card-transactions/${id}/page-closures`, {});
    expect(standIn.session(sessionId).status).toBe('expired');
    expect(await statesAt(path)).toEqual(['ended']);
    expect(await team.coordinator.refused(`/api/card-transactions/${id}/page-closures`, {})).toEqual([
      'card_page_closed',
    ]);
  });

  it('is closed once, also when the provider’s notice of that is quicker', async () => {
    const { path } = await payingCase(team);
    const { id, sessionId } = await askedByCard(team, path, 50_000);
    const closing = team.coordinator.post(`/api/card-transactions/${id}/page-closures`, {});
    const told = notify(stage, eventOf('checkout.session.expired', standIn.session(sessionId)));
    expect([(await closing).status, await told]).toEqual([204, 204]);
    expect(await statesAt(path)).toEqual(['ended']);
  });

  it('by many at once is one', async () => {
    const { path } = await payingCase(team);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => team.coordinator.post(`${path}/card-payments`, { cents: 50_000 })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
  });
});

describe('while the provider is away', () => {
  it.each(['fault', 'busy'] as const)(
    'says so (%s), and the same page comes once it is back',
    async (manners) => {
      const { path } = await payingCase(team);
      standIn.behave(manners);
      const answer = await team.coordinator.post(`${path}/card-payments`, { cents: 50_000 });
      expect([answer.status, answer.problem.code]).toEqual([503, 'cards_away']);
      expect(await entriesAt(path)).toEqual([]);
      const [kept] = (await cardsOf(team, path)).transactions;
      standIn.behave('well');
      expect((await askedByCard(team, path, 50_000)).id).toBe(kept?.id);
    },
  );

  it('ends what the provider refuses for good, so that it can be asked for anew', async () => {
    const { path } = await payingCase(team);
    standIn.behave('no');
    const answer = await team.coordinator.post(`${path}/card-payments`, { cents: 50_000 });
    expect([answer.status, answer.problem.code]).toEqual([503, 'cards_away']);
    expect(await statesAt(path)).toEqual(['ended']);
    standIn.behave('well');
    await askedByCard(team, path, 50_000);
    expect(await statesAt(path)).toEqual(['asked', 'ended']);
  });
});

describe('is not asked for', () => {
  it.each([
    ['beyond what is open', 150_001, 'payment_above_price'],
    ['below what cards are taken for', 49, 'card_amount_small'],
  ])('%s', async (_, cents, code) => {
    const { path } = await payingCase(team);
    expect(await team.coordinator.refused(`${path}/card-payments`, { cents })).toEqual([code]);
    expect(await statesAt(path)).toEqual([]);
  });

  it('by the same request twice', async () => {
    const { path } = await payingCase(team);
    const key = randomUUID();
    const ask = () => team.coordinator.post(`${path}/card-payments`, { cents: 50_000 }, key);
    expect(mustBe(201, await ask())).toEqual(mustBe(201, await ask()));
    expect(await statesAt(path)).toEqual(['asked']);
  });
});

it('holds what a person recorded by hand under the same reference, and posts nothing twice', async () => {
  const { path } = await payingCase(team);
  const { sessionId } = await askedByCard(team, path, 50_000);
  const session = standIn.pay(sessionId);
  const reference = session.payment_intent ?? '';
  await team.coordinator.make(`${path}/payments`, payment(team, { reference }));
  expect(await notify(stage, paidEvent(session))).toBe(204);
  expect((await cardsOf(team, path)).transactions).toMatchObject([
    { state: 'held', heldBecause: 'posted_by_hand' },
  ]);
  expect(await ledgerOf(team, path)).toMatchObject({ paidCents: 50_000 });
});
