import { randomUUID } from 'node:crypto';
import { type Wanted, drive } from '../load/drive';
import { inRounds } from '../load/rounds';
import { type Pairs } from '../servers/filled-in';
import { type Trip } from '../servers/trip';
import { inTurn } from './compare-reads';
import { type FreeSlot, freeSlots, minutes } from './free-slots';
import { type Ground, recorded } from './ground';
import { type Measured, atLeast, bySize, floorOf, timesOf, within } from './measured';
import { Stock, shares } from './stock';

const atOnce = 64;
/** A round books a unit of so many cases at most; a small clinic has fewer to book. */
const mostOfRound = 256;

/** Sixty-four book at once, each another case, all through the guards. What they booked is cancelled afterwards. */
export async function bookings(ground: Ground): Promise<Measured> {
  const headers = await ground.as('robin');
  const rounds = ground.course.rounds + 1;
  const [model, ...slots] = await freeSlots(ground, 1 + 3 * rounds * mostOfRound);
  if (model === undefined) throw new Error('nothing can be booked');
  const book = (one: FreeSlot, key: string): Wanted => ({
    path: `/api/cases/${one.caseId}/sessions`,
    headers: { ...headers, 'idempotency-key': key },
    body: JSON.stringify({
      ...{ procedureCode: '17999', minutes, startsAt: one.startsAt },
      ...{ roomId: one.roomId, clinicianId: one.clinicianId },
    }),
  });
  const key = randomUUID();
  const { body, trip } = await recorded(ground, book(model, key));
  const modelId = (body as { id: string }).id;
  const pairs = (one: FreeSlot): Pairs => [
    [modelId, 'new'],
    [key, randomUUID()],
    ...(Object.keys(model) as (keyof FreeSlot)[]).map((name) => [model[name], one[name]] as const),
  ];
  const [floor, bare] = [await ground.startFloor(), await ground.startFloor()];
  await floor.tell<'trips'>({ what: 'trips', trips: [trip], session: {} });
  await bare.tell<'trips'>({ what: 'trips', trips: [writesOf(trip)], session: {} });
  const [forApi = [], forFloor = [], forBare = []] = shares(slots, 3);
  const onFloor = (one: FreeSlot): Wanted => ({ path: '/0', body: JSON.stringify(pairs(one)) });
  try {
    const contenders = [
      { server: ground.api, next: used(forApi, (one) => book(one, randomUUID())) },
      { server: floor, next: used(forFloor, onFloor) },
      { server: bare, next: used(forBare, onFloor) },
    ];
    const most = Math.floor(forApi.length / rounds);
    const [api, same, writes] = await inRounds(contenders, { ...ground.course, atOnce, most });
    if (api === undefined || same === undefined || writes === undefined)
      throw new Error('three were measured');
    const [times, inAll] = [timesOf(api), floorOf('the same SQL', api, same)];
    return {
      ...{ row: 'booking', what: '64 bookings at once, through the guards', cases: ground.cases, atOnce },
      ...{ ...times, floors: [inAll, floorOf('bare inserts', api, writes)], agrees: null, note: null },
      goals: [
        within('p99', times, bySize(ground.cases, [80, 100, 150])),
        atLeast('throughput of the floor', inAll.ratio, 0.7),
      ],
    };
  } finally {
    await floor.stop();
    await bare.stop();
    await cancelAll(ground, headers);
  }
}

function used(slots: readonly FreeSlot[], wanted: (one: FreeSlot) => Wanted): () => Wanted | null {
  const stock = new Stock(slots);
  return () => {
    const one = stock.take();
    return one === null ? null : wanted(one);
  };
}

/** A booking without anybody who asks whether it may be: its rows in one transaction, sent together. */
const writesOf = (trip: Trip): Trip => [
  trip
    .flat()
    .filter(({ text }) => /^(START|COMMIT|INSERT)|'stipple.clinic'/.test(text) && !/idempotency/.test(text)),
];

/** Gives back what was booked at night, and with each of them the standing of its case is computed anew. */
async function cancelAll(ground: Ground, headers: Readonly<Record<string, string>>): Promise<void> {
  const { rows } = await ground.owner.query<{ id: string; version: number }>(
    `SELECT id, seq AS version FROM stipple.treatment_session
      WHERE state = 'scheduled' AND ends_at - starts_at = make_interval(mins => $1) AND (starts_at AT TIME ZONE clinic_time_zone)::time < '06:00'`,
    [minutes],
  );
  const cancel = inTurn(
    rows.map(({ id, version }) => ({
      path: `/api/sessions/${id}/cancellations`,
      body: JSON.stringify({ version, reason: 'Booked by the bench' }),
    })),
  );
  const next = () => {
    const one = cancel();
    return one && { ...one, headers: { ...headers, 'idempotency-key': randomUUID() } };
  };
  const all = { url: ground.api.url, next, atOnce: 8, seconds: Infinity, most: rows.length };
  await drive(all);
}
