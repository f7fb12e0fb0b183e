import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Config, RunningApi, startApi } from '@stipple/api';
import { TestClinic, TestDatabase, TestPerson, freshDatabase, makeClinic } from '@stipple/testing';
import { Browser } from './browser';

export { type Answer, Browser, mustBe, pdf } from './browser';

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
  close(): Promise<void>;
}

export async function openStage(settings: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const db = await freshDatabase();
  const clinic = await makeClinic(db.owner);
  const files = mkdtempSync(join(tmpdir(), 'stipple-files-'));
  const api: RunningApi = await startApi(
    Config.from({
      DATABASE_URL: db.applicationUrl,
      PORT: '0',
      FILES_FOLDER: files,
      SECURE_COOKIES: 'no',
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
      ...settings,
    }),
  );
  return {
    db,
    clinic,
    url: api.url,
    routes: api.routes,
    files,
    as: (person) => Browser.signIn(api.url, person),
    close: async () => {
      await api.close();
      await db.close();
      rmSync(files, { recursive: true, force: true });
    },
  };
}
