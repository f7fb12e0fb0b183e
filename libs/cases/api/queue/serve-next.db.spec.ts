import { randomUUID } from 'node:crypto';
import type { QueueQuery, ServeNext, Served } from '@stipple/contracts';
import type { ClinicDatabase, Principal } from '@stipple/database';
import { queueViews, stages } from '@stipple/domain';
import { TestClinic, TestDatabase, freshDatabase, hire, makeClinic, makeManyCases } from '@stipple/testing';
import { Machinery, callBy, openMachinery, principal } from '@stipple/testing/machinery';
import fc from 'fast-check';
import { readQueue } from './queue-page.queries';
import { serveNext } from './serve-next';

const cases = Number(process.env['STIPPLE_LEASE_CASES'] ?? 10_000);
const workers = Number(process.env['STIPPLE_LEASE_WORKERS'] ?? 50);
const processes = 5;

let database: TestDatabase;
let clinic: TestClinic;
let machines: readonly Machinery[];
beforeAll(async () => {
  database = await freshDatabase();
  clinic = await makeClinic(database.owner);
  machines = await Promise.all(Array.from({ length: processes }, () => openMachinery(database)));
});
afterAll(async () => {
  await Promise.all(machines.map((machine) => machine.close()));
  await database.close();
});

const coordinator = (id: string): Principal =>
  principal(clinic, { ...clinic.coordinator, id }, 'coordinator');
const next = (db: ClinicDatabase, who: Principal, filters: ServeNext): Promise<Served> =>
  db.command(callBy(who), (command) => serveNext(command, filters));
const machine = (number: number): ClinicDatabase => {
  const one = machines[number % processes];
  if (one === undefined) throw new Error('no machine');
  return one.db;
};

/** Taken care of: the case has an owner and leaves the view. */
async function take(db: ClinicDatabase, who: Principal, caseId: string): Promise<void> {
  await db.read(who, {
    name: 'taken',
    text: 'UPDATE stipple.treatment_case SET owner_id = $3 WHERE clinic_id = $1 AND id = $2',
    values: [who.clinicId, caseId, who.staffId],
  });
}

describe(`${workers} workers over ${cases.toLocaleString('en-US')} cases`, () => {
  /** Every serve: who got what. A worker who crashes neither does the case nor says so; somebody new sits down. */
  const served: { caseId: string; staffId: string; crashed: boolean }[] = [];
  const crashEvery = 97;
  let newcomers: readonly string[];

  async function work(number: number, crashes: boolean): Promise<void> {
    const db = machine(number);
    let who = coordinator(newcomers[number] ?? '');
    for (let turn = 1; ; turn++) {
      const { caseId } = await next(db, who, { view: 'unassigned' });
      if (caseId === null) return;
      const crashed = crashes && (turn + number) % crashEvery === 0;
      served.push({ caseId, staffId: who.staffId, crashed });
      if (!crashed) await take(db, who, caseId);
      else
        [who] = (await hire(database.owner, clinic, { role: 'coordinator', count: 1 })).map(coordinator) as [
          Principal,
        ];
    }
  }
  const all = (crashes: boolean) =>
    Promise.all(Array.from({ length: workers }, (_, number) => work(number, crashes)));

  beforeAll(async () => {
    await makeManyCases(database.owner, clinic, { count: cases, ownerless: 1 });
    newcomers = await hire(database.owner, clinic, { role: 'coordinator', count: workers });
  }, 60_000);

  it('serve no case twice, and the leases of crashed workers come back', async () => {
    const began = performance.now();
    await all(true);
    const seconds = (performance.now() - began) / 1000;
    const crashed = served.filter((one) => one.crashed).map((one) => one.caseId);
    expect(new Set(served.map((one) => one.caseId)).size).toBe(served.length);
    expect(served).toHaveLength(cases);
    expect(crashed.length).toBeGreaterThan(0);

    // Two minutes pass.
    await database.owner.query(`UPDATE stipple.case_lease SET until = until - interval '2 minutes'`);
    const before = served.length;
    await all(false);
    const again = served.slice(before).map((one) => one.caseId);
    expect([...again].sort()).toEqual([...crashed].sort());
    const { rows } = await database.owner.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM stipple.treatment_case WHERE owner_id IS NULL',
    );
    expect(rows[0]?.n).toBe(0);
    process.stdout.write(
      `${workers} workers took ${cases} cases in ${seconds.toFixed(1)} s (${Math.round(cases / seconds)} a second); ` +
        `0 were served twice; ${crashed.length} leases of crashed workers came back\n`,
    );
  }, 180_000);
});

describe('when nobody else works', () => {
  const count = 70;
  let alone: TestClinic;
  let who: Principal;
  beforeAll(async () => {
    alone = await makeClinic(database.owner, 'Quiet');
    await makeManyCases(database.owner, alone, { count });
    who = principal(alone, alone.coordinator, 'coordinator', 'physician');
  });

  const filters = fc.record(
    {
      view: fc.constantFrom(...queueViews),
      stage: fc.subarray([...stages], { minLength: 4 }),
      owner: fc.constantFrom('me' as const, 'none' as const),
    },
    { requiredKeys: [] },
  );

  it('serves in the order of the view, each once', async () => {
    await fc.assert(
      fc.asyncProperty(filters, async (chosen) => {
        await database.owner.query('DELETE FROM stipple.case_lease');
        const inOrder: string[] = [];
        for (let after: string | null | undefined; after !== null;) {
          const query: QueueQuery = { ...chosen, sort: 'press', direction: 'up', after };
          const page = await readQueue(machine(0), who, query, '');
          inOrder.push(...page.rows.map((row) => row.id));
          after = page.next;
        }
        const handed: string[] = [];
        for (;;) {
          const { caseId } = await next(machine(handed.length), who, chosen);
          if (caseId === null) break;
          handed.push(caseId);
        }
        expect(handed).toEqual(inOrder);
      }),
      { numRuns: Number(process.env['STIPPLE_RUNS'] ?? 12) },
    );
  }, 60_000);

  it('answers a repeated request with the same case', async () => {
    await database.owner.query('DELETE FROM stipple.case_lease');
    const call = callBy(who, { idempotencyKey: randomUUID() });
    const ask = () => machine(0).command(call, (command) => serveNext(command, {}));
    const first = await ask();
    expect(await ask()).toEqual(first);
    expect(await next(machine(1), who, {})).not.toEqual(first);
  });
});
