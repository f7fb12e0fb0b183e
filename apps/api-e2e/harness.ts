import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestClinic, TestDatabase, TestPerson, freshDatabase, makeClinic } from '@stipple/testing';
import { Browser } from './browser';
import { TestApi, startTestApi } from './test-api';

export { type Answer, Browser, mustBe, pdf, pdfSaying } from './browser';

/** The real API on a real port, over a database of its own. */
export interface Stage {
  readonly db: TestDatabase;
  readonly clinic: TestClinic;
  readonly url: string;
  /** Every address that the API serves, such as `GET /api/cases/:id`. */
  readonly routes: readonly string[];
  /** Where uploaded files lie. */
  readonly files: string;
  as(person: TestPerson): Promise<Browser>;
  /** Ends the API under whoever works with it. */
  stopApi(): Promise<void>;
  /** Starts it again, where it was. */
  startApi(): Promise<void>;
  /** Starts another API process, as far as anybody can tell: over the same database, sharing nothing else. */
  another(): Promise<TestApi>;
  close(): Promise<void>;
}

export async function openStage(settings: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const db = await freshDatabase();
  const clinic = await makeClinic(db.owner);
  const files = mkdtempSync(join(tmpdir(), 'stipple-files-'));
  const start = (port = '0'): Promise<TestApi> =>
    startTestApi({
      DATABASE_URL: db.applicationUrl,
      PORT: port,
      FILES_FOLDER: files,
      SECURE_COOKIES: 'no',
      // Stories run faster than people.
      REQUESTS_PER_MINUTE: '1000000',
      SIGN_INS_PER_MINUTE: '100000',
      // What comes with the clock would come in the middle of somebody else's story.
      WATCHING: 'no',
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
      ...settings,
    });
  const apis = [await start()];
  const [api] = apis as [TestApi];
  return {
    db,
    clinic,
    url: api.url,
    routes: api.routes,
    files,
    as: (person) => Browser.signIn(api.url, person),
    stopApi: async () => {
      for (const one of apis.splice(0)) await one.close();
    },
    startApi: async () => void apis.push(await start(new URL(api.url).port)),
    another: async () => {
      const started = await start();
      apis.push(started);
      return started;
    },
    close: async () => {
      await Promise.all(apis.map((one) => one.close()));
      await db.close();
      rmSync(files, { recursive: true, force: true });
    },
  };
}
