import { randomUUIDv7 } from 'node:crypto';
import { TestDatabase, freshDatabase } from '@stipple/testing';
import pg from 'pg';
import { look } from './one-by-one';
import { prepare } from './proving-ground';
import { isolations, refusalOf, run } from './transaction';
import * as card from './verbs/card';
import * as ledger from './verbs/ledger';

/* One card payment, confirmed by raw SQL of many clients at once: none asks for a lock, and it is posted once. */
let db: TestDatabase;
let ground: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  db = await freshDatabase();
  ground = await prepare(db.ownerUrl, db.applicationUrl);
});
afterAll(async () => {
  await ground.close();
  await db.close();
});

const cents = 700;

/** The next entry of the bench's card agreement, as the last one that this client sees leaves it. */
async function next(client: pg.Client | pg.Pool): Promise<ledger.Entry> {
  const { ids } = ground.bench;
  const { rows } = await client.query<ledger.Sums & { no: number }>(
    `SELECT entry_no + 1 AS no, charged_cents::integer AS charged, adjusted_cents::integer AS adjusted, paid_cents::integer AS paid, refunded_cents::integer AS refunded
       FROM stipple.ledger_entry WHERE agreement_id = $1 ORDER BY entry_no DESC LIMIT 1`,
    [ids.cardAgreement],
  );
  const { no = 1, ...before } = rows[0] ?? { no: 1, ...ledger.nothing };
  const of = { caseId: ids.case, id: randomUUIDv7(), agreementId: ids.cardAgreement };
  return { ...of, no, before, kind: 'payment', cents };
}

/** Confirms and posts, as somebody would who heard of it alone. What only came too late is tried again. */
async function heed(
  client: pg.Client,
  payment: card.CardMoney,
  isolation: (typeof isolations)[number],
): Promise<string> {
  const { bench } = ground;
  for (let again = 0; again < 100; again++) {
    try {
      await client.query(
        `BEGIN ISOLATION LEVEL ${isolation}; SELECT set_config('stipple.clinic', '${bench.ground.clinicId}', true)`,
      );
      const entry = card.entry(bench.ground, await next(client), payment.id);
      await client.query(`${card.confirm(bench.ground, payment)}; ${entry}; COMMIT`);
      return 'posted';
    } catch (error) {
      await client.query('ROLLBACK');
      const why = refusalOf(error);
      if (!['40001', '40P01', 'ledger_number'].includes(why)) return why;
    }
  }
  return 'gave up';
}

it.each(isolations)(
  'posts a payment once, of however many notices, at %s',
  async (isolation) => {
    const { bench, owner } = ground;
    const { ids } = bench;
    // The page that the bench has open makes room for ours.
    const ended = { seq: 2, from: 'asked', move: 'end', to: 'ended' };
    if (isolation === isolations[0])
      await run(owner, bench.ground, card.move(bench.ground, bench.of('askedCardPayment'), ended));
    const payment = {
      ...{ caseId: ids.case, id: randomUUIDv7(), agreementId: ids.cardAgreement },
      ...({ kind: 'payment', cents } as const),
    };
    const before = await next(owner);
    await run(owner, bench.ground, card.ask(bench.ground, payment));
    const clients = await Promise.all(
      Array.from({ length: 16 }, async () => {
        const client = new pg.Client({ connectionString: db.applicationUrl });
        await client.connect();
        return client;
      }),
    );
    const outcomes = await Promise.all(clients.map((client) => heed(client, payment, isolation)));
    await Promise.all(clients.map((client) => client.end()));
    expect(outcomes.filter((outcome) => outcome === 'posted')).toHaveLength(1);
    const after = await next(owner);
    expect([after.no, after.before.paid]).toEqual([before.no + 1, before.before.paid + cents]);
    expect(await look(owner, bench)).toBeNull();
  },
  60_000,
);
