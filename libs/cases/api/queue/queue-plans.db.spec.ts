import type { QueueQuery } from '@stipple/contracts';
import { type QueueSort, queueViews } from '@stipple/domain';
import { TestClinic, TestDatabase, freshDatabase, makeClinic, makeManyCases } from '@stipple/testing';
import { principal } from '@stipple/testing/machinery';
import { clockSql } from './queue-row';
import { QueueStatement } from './queue-statement';

const count = Number(process.env['STIPPLE_PLAN_CASES'] ?? 20_000);
const pageSize = 51;

let database: TestDatabase;
let clinic: TestClinic;
beforeAll(async () => {
  database = await freshDatabase();
  clinic = await makeClinic(database.owner);
  await makeManyCases(database.owner, clinic, { count });
  await database.owner.query('VACUUM ANALYZE stipple.treatment_case');
}, 600_000);
afterAll(() => database.close());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}
const nodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** How PostgreSQL finds a page, as the application role within its clinic. */
async function planOf(query: Partial<QueueQuery>, place?: readonly unknown[]): Promise<readonly Plan[]> {
  const who = principal(clinic, clinic.coordinator, 'coordinator');
  const asked = new QueueStatement(who, { sort: 'press', direction: 'up', ...query });
  const after = place ? `AND ${asked.order.beyond(asked.order.placeOf(encoded(place), asked.value))}` : '';
  const { text, values } = asked.named(
    `EXPLAIN (ANALYZE, FORMAT JSON) SELECT one.* FROM ${clockSql} CROSS JOIN LATERAL (SELECT c.id ${asked.from} ${after} ORDER BY ${asked.order.by()} LIMIT ${pageSize}) one`,
  );
  const client = await database.application.connect();
  try {
    await client.query(`SELECT set_config('stipple.clinic', $1, false)`, [clinic.id]);
    const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>(text, [...values]);
    const [explained] = rows[0]?.['QUERY PLAN'] ?? [];
    if (explained === undefined) throw new Error('no plan');
    return nodes(explained.Plan);
  } finally {
    client.release(true);
  }
}
const encoded = (place: readonly unknown[]) => Buffer.from(JSON.stringify(place)).toString('base64url');

/** Neither sorts the whole set nor reads it: it walks an index and stops. */
function expectWalk(plan: readonly Plan[]): void {
  const cases = plan.filter((node) => node['Relation Name'] === 'treatment_case');
  expect(plan.map((node) => node['Node Type'])).not.toContain('Sort');
  expect(cases.map((node) => node['Node Type'])).not.toContain('Seq Scan');
  const touched = cases.reduce(
    (sum, node) => sum + (node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0),
    0,
  );
  expect(touched).toBeLessThan(pageSize * 12);
}

it.each(queueViews)('the first page of “%s” is a walk along an index', async (view) => {
  expectWalk(await planOf({ view }));
});

it.each(['press', 'due', 'touch', 'money', 'number'] satisfies QueueSort[])(
  'all open cases sorted by %s are a walk along an index, both ways',
  async (sort) => {
    for (const direction of ['up', 'down'] as const) expectWalk(await planOf({ sort, direction }));
  },
);

it.each(queueViews)('a page of “%s” far down costs what the first one costs', async (view) => {
  const { rows } = await database.owner.query<{ place: unknown[] }>(
    `SELECT json_build_array(press_day, press_rank, press_money, id) AS place
       FROM stipple.treatment_case WHERE clinic_id = $1
      ORDER BY press_day, press_rank, press_money, id OFFSET $2 LIMIT 1`,
    [clinic.id, Math.floor(count * 0.9)],
  );
  expectWalk(await planOf({ view }, rows[0]?.place));
});
