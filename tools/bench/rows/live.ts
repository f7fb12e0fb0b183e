import { randomUUID } from 'node:crypto';
import { addDays } from '@stipple/domain';
import type { StaffKey } from '../../corpus/people';
import { drive } from '../load/drive';
import { type Ground } from './ground';
import { type Measured, bySize, timesOf, within } from './measured';

const watchers: readonly StaffKey[] = ['sam', 'hart', 'santos', 'dana', 'nair'];
/** Open pages of each of them. */
const tabs = 4;

/** From the moment somebody sends a change until everybody else's page has heard of it. */
export async function changeSeen(ground: Ground): Promise<Measured> {
  const headers = await ground.as('robin');
  const { rows } = await ground.owner.query<{ id: string; version: number }>(
    `SELECT id, seq AS version FROM stipple.treatment_case WHERE state = 'open' ORDER BY case_number DESC LIMIT 1`,
  );
  const [one] = rows;
  if (one === undefined) throw new Error('there is no open case');
  let sentAt = 0;
  const seen: number[] = [];
  const end = new AbortController();
  const heard = (text: string) => {
    if (text.includes(one.id)) seen.push(performance.now() - sentAt);
  };
  const pages = watchers.flatMap((who) => Array.from({ length: tabs }, () => who));
  await Promise.all(pages.map(async (who) => listen(ground, await ground.as(who), { heard, end })));
  const before = await ground.api.tell<'usage'>({ what: 'usage' });
  const began = performance.now();
  let { version } = one;
  const changes = Math.max(5, Math.round(ground.course.rounds * ground.course.seconds * 10));
  for (let change = 0; change < changes; change++) {
    const expected = seen.length + pages.length;
    sentAt = performance.now();
    const body = JSON.stringify({
      version: version++,
      nextTouchOn: addDays(Temporal.Now.plainDateISO().toString(), 20),
    });
    const touch = {
      path: `/api/cases/${one.id}/touches`,
      headers: { ...headers, 'idempotency-key': randomUUID() },
      body,
    };
    await drive({ url: ground.api.url, next: () => touch, atOnce: 1, seconds: 60, most: 1 });
    while (seen.length < expected && performance.now() - sentAt < 5000)
      await new Promise((resolve) => setTimeout(resolve, 2));
    if (seen.length < expected)
      throw new Error(`a change was not heard of by ${expected - seen.length} pages`);
  }
  const seconds = (performance.now() - began) / 1000;
  const after = await ground.api.tell<'usage'>({ what: 'usage' });
  end.abort();
  const times = timesOf({
    latencies: seen.sort((first, second) => first - second),
    perSecond: [changes / seconds],
    cpuMs: (after.cpuMs - before.cpuMs) / changes,
  });
  return {
    row: 'live',
    what: `change visible on ${pages.length} pages of others`,
    ...{ cases: ground.cases, atOnce: 1, ...times, floors: [], agrees: null },
    goals: [within('p95', times, bySize(ground.cases, [500, 500, 1000]))],
    note: 'No floor: bare SQL tells nobody anything. Each page is a sample; the time runs from before the request is sent.',
  };
}

interface Ear {
  readonly heard: (text: string) => void;
  readonly end: AbortController;
}

/** Opens a page's stream of events and waits until it stands. */
async function listen(
  { api }: Ground,
  headers: Readonly<Record<string, string>>,
  { heard, end }: Ear,
): Promise<void> {
  const response = await fetch(`${api.url}/api/events`, { headers, signal: end.signal });
  if (response.status !== 200) throw new Error(`a page could not listen: ${response.status}`);
  void (async () => {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? [])
        heard(decoder.decode(chunk as Uint8Array, { stream: true }));
    } catch (error) {
      if (!end.signal.aborted) throw error;
    }
  })();
}
