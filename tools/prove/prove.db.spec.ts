import { TestDatabase, freshDatabase } from '@stipple/testing';
import pg from 'pg';
import { attacks } from './attacks';
import { planTrials, tryAndTakeBack } from './guards/remove-each';
import { at, furnish } from './ground';
import { attackOneByOne, look } from './one-by-one';
import { prepare } from './proving-ground';
import { newArena, openArena } from './race/arena';
import { race } from './race/race';
import { isolations, refusalOf, transaction } from './transaction';
import { book } from './verbs/session';

/* The proof in small. In full size it is `npm run prove`. */
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

async function asApplication<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: db.applicationUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

it('refuses each known attack, by the guard that it names (T2)', async () => {
  expect(attacks.length).toBeGreaterThan(300);
  const surprises = await asApplication((client) => attackOneByOne(client, ground.owner, ground.bench));
  expect(surprises).toEqual([]);
}, 60_000);

it('notices the loss of each guard (T4)', async () => {
  const client = new pg.Client({ connectionString: db.ownerUrl });
  await client.connect();
  const { trials, unaccounted } = await planTrials(client);
  expect(unaccounted).toEqual([]);
  expect(trials.length).toBeGreaterThan(250);
  const unnoticed: string[] = [];
  for (const trial of trials) {
    const { guard, noticed, says } = await tryAndTakeBack(client, ground.bench, trial);
    if (!noticed) unnoticed.push(`${guard}: ${says}`);
  }
  await client.end();
  expect(unnoticed).toEqual([]);
}, 300_000);

it.each(isolations)(
  'books exactly as many sessions as there are units, whoever is quicker, at %s (T1)',
  async (isolation) => {
    const { bench, owner } = ground;
    const ring = { ground: bench.ground, ...(await furnish(owner, bench.ground, 40)) };
    const arena = { ...newArena() };
    await asApplication((client) => client.query(transaction(ring.ground, openArena(ring, arena))));
    const [units = 0] = Object.values(arena.grant.lines);
    // A room and a clinician for everybody: they get in each other's way over the units alone.
    const tries = ring.rooms.map((roomId, index) =>
      asApplication(async (client) => {
        const startsAt = at(ring.ground, 3, 600);
        const wish = {
          caseId: arena.caseId,
          id: crypto.randomUUID(),
          startsAt,
          roomId,
          clinicianId: ring.clinicians[index] ?? '',
        };
        // Who collides with another tries again, as the API does.
        for (let again = 0; again < 40; again++) {
          try {
            await client.query(
              transaction(
                ring.ground,
                book(ring.ground, { ...wish, id: crypto.randomUUID() }, arena.keyId),
                isolation,
              ),
            );
            return 'booked';
          } catch (error) {
            const why = refusalOf(error);
            if (!['40001', '40P01', 'one_session_per_unit'].includes(why)) return why;
          }
        }
        return 'gave up';
      }),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => outcome === 'booked')).toHaveLength(units);
    expect(await look(owner, bench)).toBeNull();
  },
  60_000,
);

it('holds while many clients race, are cut off and killed', async () => {
  const { bench, owner } = ground;
  const options = { bench, owner, applicationUrl: db.applicationUrl, clients: 32 };
  const attempts = Number(process.env['STIPPLE_ATTEMPTS'] ?? 2500);
  const result = await race({ ...options, attempts });
  expect(result.violations).toEqual([]);
  // Otherwise nothing was proven: lawful bookings must come through, and unlawful ones must not.
  expect(result.cameThrough).toBeGreaterThan(attempts / 10);
  expect(result.refused).toBeGreaterThan(attempts / 10);
  expect(result.cutOff).toBeGreaterThan(0);
}, 180_000);
