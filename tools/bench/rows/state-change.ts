import { randomUUID } from 'node:crypto';
import { addDays } from '@stipple/domain';
import type { Wanted } from '../load/drive';
import { inRounds } from '../load/rounds';
import { type Pairs } from '../servers/filled-in';
import { type Ground, ask, recorded } from './ground';
import { type Measured, bySize, floorOf, timesOf, within } from './measured';
import { Stock, shares } from './stock';

interface Case {
  readonly id: string;
  readonly version: number;
}

const atOnce = 8;

/** A move of an open case, its next touch, with the event and the audit entry that belong to it. */
export async function stateChange(ground: Ground): Promise<Measured> {
  const headers = await ground.as('robin');
  const nextTouchOn = addDays(Temporal.Now.plainDateISO().toString(), 30);
  const { rows } = await ground.owner.query<Case>(
    `SELECT id, seq AS version FROM stipple.treatment_case WHERE state = 'open' ORDER BY case_number LIMIT 4000`,
  );
  const touch = ({ id, version }: Case, key: string): Wanted => ({
    path: `/api/cases/${id}/touches`,
    headers: { ...headers, 'idempotency-key': key },
    body: JSON.stringify({ version, nextTouchOn }),
  });
  const [first = [], second = []] = shares(rows.slice(1), 2);
  const model = await agedBy(ground, rows[0], touch);
  const key = randomUUID();
  const { trip } = await recorded(ground, touch(model, key));
  const floor = await ground.startFloor();
  await floor.tell<'trips'>({ what: 'trips', trips: [trip], session: {} });
  const pairs = (one: Case): Pairs => [
    [model.id, one.id],
    [`${model.version}`, `${one.version}`],
    [`${model.version + 1}`, `${one.version + 1}`],
    [key, randomUUID()],
  ];
  const [forApi, forFloor] = [new Stock(first), new Stock(second)];
  try {
    const [api, bare] = await inRounds(
      [
        { server: ground.api, next: borrowed(forApi, (one) => touch(one, randomUUID())) },
        {
          server: floor,
          next: borrowed(forFloor, (one) => ({ path: '/0', body: JSON.stringify(pairs(one)) })),
        },
      ],
      { ...ground.course, atOnce },
    );
    if (api === undefined || bare === undefined) throw new Error('two were measured');
    // The floor knows no rule: what it wrote of one case’s standing beside another is put right by a move of each.
    for (let one = forFloor.take(); one !== null; one = forFloor.take())
      if (one.version !== second.find(({ id }) => id === one?.id)?.version)
        await ask(ground, touch(one, randomUUID()));
    const times = timesOf(api);
    return {
      ...{ row: 'change', what: 'state change with its event and audit entry', cases: ground.cases, atOnce },
      ...{ ...times, floors: [floorOf('the same SQL', api, bare)], agrees: null, note: null },
      goals: [within('p95', times, bySize(ground.cases, [40, 50, 80]))],
    };
  } finally {
    await floor.stop();
  }
}

function borrowed(stock: Stock<Case>, wanted: (one: Case) => Wanted): () => Wanted | null {
  return () => {
    const one = stock.take();
    if (one === null) return null;
    const ended = () => stock.giveBack({ ...one, version: one.version + 1 });
    return { ...wanted(one), ended };
  };
}

/** A case whose version is no other number in its statements: what is exchanged for it must be nothing else. */
async function agedBy(
  ground: Ground,
  found: Case | undefined,
  touch: (one: Case, key: string) => Wanted,
): Promise<Case> {
  if (found === undefined) throw new Error('there is no open case');
  let one = found;
  while (one.version < 61) {
    await ask(ground, touch(one, randomUUID()));
    one = { ...one, version: one.version + 1 };
  }
  return one;
}
