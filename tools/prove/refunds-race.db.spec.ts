import { randomUUIDv7 } from 'node:crypto';
import { TestDatabase, freshDatabase } from '@stipple/testing';
import pg from 'pg';
import { look } from './one-by-one';
import { prepare } from './proving-ground';
import { isolations, refusalOf, run } from './transaction';
import * as ledger from './verbs/ledger';

/* Refunds by raw SQL, from many clients at once: none of them asks for a lock, and together they never give back too much. */
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

/** How many refunds there is money for. */
const possible = 7;
const each = 1000;

/** The next entry of the bench's agreement, as the last one that this client sees leaves it. */
async function next(
  client: pg.Client | pg.Pool,
  kind: ledger.Entry['kind'],
  cents: number,
): Promise<ledger.Entry> {
  const { ids } = ground.bench;
  const { rows } = await client.query<ledger.Sums & { no: number }>(
    `SELECT entry_no + 1 AS no, charged_cents::integer AS charged, adjusted_cents::integer AS adjusted, paid_cents::integer AS paid, refunded_cents::integer AS refunded
       FROM stipple.ledger_entry WHERE agreement_id = $1 ORDER BY entry_no DESC LIMIT 1`,
    [ids.agreement],
  );
  const { no = 1, ...before } = rows[0] ?? { no: 1, ...ledger.nothing };
  return { caseId: ids.case, id: randomUUIDv7(), agreementId: ids.agreement, no, before, kind, cents };
}

/** Reads where the ledger stands and goes on from there, as somebody would who knows of no one else. */
async function giveBack(client: pg.Client, isolation: (typeof isolations)[number]): Promise<string> {
  const { bench } = ground;
  for (let again = 0; again < 200; again++) {
    try {
      await client.query(
        `BEGIN ISOLATION LEVEL ${isolation}; SELECT set_config('stipple.clinic', '${bench.ground.clinicId}', true)`,
      );
      const made = await next(client, 'refund', each);
      await client.query(`${ledger.post(bench.ground, made)}; COMMIT`);
      return 'given back';
    } catch (error) {
      await client.query('ROLLBACK');
      const why = refusalOf(error);
      if (!['40001', '40P01', 'ledger_number'].includes(why)) return why;
    }
  }
  return 'gave up';
}

it.each(isolations)(
  'gives back what there is and no more, whoever is quicker, at %s',
  async (isolation) => {
    const { bench, owner } = ground;
    const stand = await next(owner, 'payment', 1);
    // As much comes in as makes seven refunds possible.
    const cents = possible * each - (stand.before.paid - stand.before.refunded);
    const more = await next(owner, cents > 0 ? 'payment' : 'refund', Math.abs(cents));
    if (cents !== 0) await run(owner, bench.ground, ledger.post(bench.ground, more));
    const clients = await Promise.all(
      Array.from({ length: 16 }, async () => {
        const client = new pg.Client({ connectionString: db.applicationUrl });
        await client.connect();
        return client;
      }),
    );
    const outcomes = await Promise.all(clients.map((client) => giveBack(client, isolation)));
    await Promise.all(clients.map((client) => client.end()));
    expect(outcomes.filter((outcome) => outcome === 'given back')).toHaveLength(possible);
    expect([...new Set(outcomes)].sort()).toEqual(['given back', 'refunds_within_payments']);
    const { before } = await next(owner, 'payment', 1);
    expect(before.refunded).toBe(before.paid);
    expect(await look(owner, bench)).toBeNull();
  },
  60_000,
);
