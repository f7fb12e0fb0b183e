import { setTimeout as pause } from 'node:timers/promises';
import type { Wanted } from '../load/drive';
import { type Run, inRounds } from '../load/rounds';
import type { Child } from '../servers/child';
import { send } from '../load/drive';
import { type Trip, keepsPlans, questionsOf } from '../servers/trip';
import { type Ground, recorded } from './ground';
import { type Floor, floorOf } from './measured';

export interface Reads {
  readonly atOnce: number;
  /** Different questions of one kind; they are asked in turn. */
  readonly asks: readonly Wanted[];
  readonly staffId: string;
  /** What an answer of the API lists, and what the floor’s rows for the same question do: they must be the same. */
  readonly listed: (answer: never) => readonly unknown[];
  readonly listedByFloor: (rows: never) => readonly unknown[];
}

export interface Compared {
  readonly api: Run;
  readonly floors: readonly Floor[];
  readonly agrees: number;
}

/**
 * Measures the API against two floors. The first sends all that the API sends: who asks, the clinic’s scope, the question,
 * the entry in the audit trail. The second sends the question alone, over connections that know their clinic already.
 */
export async function compareReads(ground: Ground, reads: Reads): Promise<Compared> {
  const { asks, atOnce, listed } = reads;
  const answers: (readonly unknown[])[] = [];
  const trips: Trip[] = [];
  for (const wanted of asks) {
    const { body, trip } = await recorded(ground, wanted);
    answers.push(listed(body as never));
    trips.push(trip);
  }
  const floors = [await ground.startFloor(), await ground.startFloor()] as const;
  try {
    await floors[0].tell<'trips'>({ what: 'trips', trips, session: {} });
    const session = {
      ...{ 'stipple.clinic': ground.clinicId, 'stipple.staff': reads.staffId },
      ...(trips.some(keepsPlans) ? { plan_cache_mode: 'force_generic_plan' } : {}),
    };
    await floors[1].tell<'trips'>({ what: 'trips', trips: trips.map(questionsOf), session });
    for (const floor of floors) await mustAgree(floor, answers, reads);
    const contenders = [
      { server: ground.api, next: inTurn(asks) },
      ...floors.map((server) => ({ server, next: inTurn(asks.map((_, at) => ({ path: `/${at}` }))) })),
    ];
    const [api, whole, bare] = await inRounds(contenders, { ...ground.course, atOnce });
    if (api === undefined || whole === undefined || bare === undefined)
      throw new Error('three were measured');
    return {
      api,
      floors: [floorOf('the same SQL', api, whole), floorOf('the question alone', api, bare)],
      agrees: answers.flat().length,
    };
  } finally {
    for (const floor of floors) await floor.stop();
    // PostgreSQL takes a moment to see that nobody is there any more.
    await pause(100);
  }
}

/** One after the other, and from the first again. */
export function inTurn(asks: readonly Wanted[]): () => Wanted | null {
  let at = 0;
  return () => asks[at++ % asks.length] ?? null;
}

/** A floor that answers something else is no floor. */
async function mustAgree(
  floor: Child,
  answers: readonly (readonly unknown[])[],
  { asks, listedByFloor }: Reads,
): Promise<void> {
  for (const [at, answer] of answers.entries()) {
    const { status, text } = await send(floor.url, { path: `/${at}` });
    if (status !== 200) throw new Error(`The floor could not answer ${asks[at]?.path}: ${text}`);
    const [ours, bare] = [answer, listedByFloor(JSON.parse(text) as never)].map((one) => JSON.stringify(one));
    if (ours !== bare)
      throw new Error(`${asks[at]?.path} is answered otherwise by the floor:\n  ${ours}\n  ${bare}`);
  }
}
