import pg from 'pg';
import { type StaffKey, demoPassword, staff } from '../../corpus/people';
import type { BenchData } from '../data/bench-data';
import type { Course } from '../load/rounds';
import { type Wanted, send } from '../load/drive';
import { Child, bundled } from '../servers/child';

/** Both servers have as many connections to PostgreSQL as the API has where nobody says otherwise. */
const poolSize = '8';

/** A clinic of some size, an API that serves it, and what every row needs to measure it. */
export interface Ground {
  readonly cases: number;
  readonly api: Child;
  /** A superuser, to choose what is asked for. */
  readonly owner: pg.Pool;
  readonly clinicId: string;
  readonly course: Omit<Course, 'atOnce'>;
  /** Headers of somebody who is signed in. */
  as(who: StaffKey): Promise<Readonly<Record<string, string>>>;
  idOf(who: StaffKey): Promise<string>;
  /** Another API beside the one that has answered everything so far. A sign-in is good for both. */
  startApi(): Promise<Child>;
  startFloor(): Promise<Child>;
  close(): Promise<void>;
}

export async function openGround(
  data: BenchData,
  cases: number,
  course: Omit<Course, 'atOnce'>,
): Promise<Ground> {
  const [apiProgram, floorProgram] = [await bundled('api-under-test.ts'), await bundled('floor.ts')];
  const startApi = () =>
    Child.start(apiProgram, {
      ...{ DATABASE_URL: data.applicationUrl, FILES_FOLDER: data.files, PORT: '0', POOL_SIZE: poolSize },
      ...{ NODE_ENV: 'production', LOG_LEVEL: 'warn', SECURE_COOKIES: 'no', IDLE_MINUTES: '120' },
      // One sign-in asks as often as a whole clinic does, and nothing else is to happen meanwhile.
      ...{ REQUESTS_PER_MINUTE: '100000000', WATCHING: 'no' },
    });
  const api = await startApi();
  const owner = new pg.Pool({ connectionString: data.ownerUrl, max: 2 });
  owner.on('error', () => undefined);
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM stipple.clinic');
  const cookies = new Map<StaffKey, Promise<string>>();
  return {
    ...{ cases, api, owner, course, clinicId: rows[0]?.id ?? '' },
    as: async (who) => {
      if (!cookies.has(who)) cookies.set(who, signIn(api.url, staff[who].email));
      return { cookie: (await cookies.get(who)) ?? '' };
    },
    idOf: async (who) => {
      const found = await owner.query<{ id: string }>('SELECT id FROM stipple.staff WHERE email = $1', [
        staff[who].email,
      ]);
      return found.rows[0]?.id ?? '';
    },
    startApi,
    startFloor: () =>
      Child.start(floorProgram, {
        ...{ DATABASE_URL: data.applicationUrl, POOL_SIZE: poolSize, NODE_ENV: 'production' },
      }),
    close: async () => {
      await api.stop();
      await owner.end();
    },
  };
}

async function signIn(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: demoPassword }),
  });
  if (response.status !== 204) throw new Error(`${email} could not sign in: ${await response.text()}`);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** Asks the API once and returns what it answers. */
export async function ask<T>({ api }: Pick<Ground, 'api'>, wanted: Wanted): Promise<T> {
  const { status, text } = await send(api.url, wanted);
  if (status >= 400) throw new Error(`${wanted.path} was answered with ${status}: ${text.slice(0, 500)}`);
  return (text === '' ? null : JSON.parse(text)) as T;
}

/** Asks once, and hears which statements that took. */
export async function recorded(ground: Pick<Ground, 'api'>, wanted: Wanted) {
  await ground.api.tell<'record'>({ what: 'record' });
  const body = await ask<unknown>(ground, wanted);
  return { body, trip: await ground.api.tell<'recorded'>({ what: 'recorded' }) };
}
