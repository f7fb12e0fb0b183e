import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { ClinicDatabase } from '@stipple/database';
import { TestDatabase, freshDatabase } from '@stipple/testing';
import { addJob } from './add-job';
import { Jobs, Work } from './jobs';

let db: TestDatabase;
const running: Jobs[] = [];
// The faults of these specs are meant.
Logger.overrideLogger(false);
beforeEach(async () => {
  db = await freshDatabase();
});
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.onApplicationShutdown();
  await db.close();
});

async function worker(work: Partial<Work>, line?: string): Promise<Jobs> {
  const jobs = new Jobs({ pool: db.application } as unknown as ClinicDatabase);
  jobs.register('count', { run: async () => 'done', giveUp: async () => undefined, ...work });
  if (line !== undefined) jobs.schedule(line);
  await jobs.onApplicationBootstrap();
  running.push(jobs);
  return jobs;
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await condition()) return;
    await pause(50);
  }
  throw new Error('it never came to be');
}

const left = async () =>
  (await db.owner.query<{ n: number }>('SELECT count(*)::int AS n FROM graphile_worker._private_jobs'))
    .rows[0]?.n;

it('does a job that was committed, and not one that was taken back', async () => {
  const seen: string[] = [];
  await worker({
    run: async ({ id }) => {
      seen.push(id ?? '');
      return 'done';
    },
  });
  const tx = await db.application.connect();
  await tx.query('BEGIN');
  await addJob(tx, { name: 'count', payload: { id: 'taken back' } });
  await tx.query('ROLLBACK');
  await tx.query('BEGIN');
  await addJob(tx, { name: 'count', payload: { id: 'committed' } });
  await pause(300);
  expect(seen).toEqual([]);
  await tx.query('COMMIT');
  tx.release();
  await until(() => seen.length > 0);
  await until(async () => (await left()) === 0);
  expect(seen).toEqual(['committed']);
});

it('goes on where more is left to do, as a job of its own', async () => {
  let parts = 0;
  await worker({ run: async () => (++parts < 3 ? 'more' : 'done') });
  await addJob(db.application, { name: 'count', payload: {} });
  await until(async () => parts === 3 && (await left()) === 0);
});

it('frees the job of a worker that died, without waiting for hours', async () => {
  await addJob(db.application, { name: 'count', payload: {} });
  await db.owner.query(
    `UPDATE graphile_worker._private_jobs SET locked_by = 'pool-dead', locked_at = now() - interval '1 minute', attempts = 1`,
  );
  let runs = 0;
  await worker({
    run: async () => {
      runs++;
      return 'done';
    },
  });
  await until(async () => runs === 1 && (await left()) === 0);
});

it('leaves a job alone whose worker lives', async () => {
  let runs = 0;
  let release = () => undefined as void;
  const work = {
    run: async () => {
      runs++;
      await new Promise<void>((resolve) => (release = resolve));
      return 'done' as const;
    },
  };
  await worker(work);
  await addJob(db.application, { name: 'count', payload: {} });
  await until(() => runs === 1);
  await db.owner.query(`UPDATE graphile_worker._private_jobs SET locked_at = now() - interval '1 minute'`);
  await worker(work);
  await pause(500);
  expect(runs).toBe(1);
  release();
  await until(async () => (await left()) === 0);
});

it('gives up after three faults, and keeps no value of the fault', async () => {
  let givenUp = false;
  await worker({
    run: async () => {
      throw Object.assign(new Error('duplicate key: (Alpha Testpatient)'), {
        code: '23505',
        constraint: 'some_key',
      });
    },
    giveUp: async () => void (givenUp = true),
  });
  await addJob(db.application, { name: 'count', payload: {} });
  await until(async () => {
    const { rows } = await db.owner.query<{ last_error: string | null }>(
      'UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL RETURNING last_error',
    );
    if (rows[0]?.last_error) expect(rows[0].last_error).toBe('Error 23505 (some_key)');
    return givenUp;
  });
  await until(async () => (await left()) === 0);
});

it('puts in what comes with the clock once, whichever process does it, and makes up for a downtime', async () => {
  // Known since ten minutes, and nobody was there to do it.
  await db.owner.query(
    `INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since) VALUES ('count', now() - interval '10 minutes')`,
  );
  const times: unknown[] = [];
  const run: Work['run'] = async (payload) => {
    times.push((payload as unknown as { _cron: { ts: string } })._cron.ts);
    return 'done';
  };
  await Promise.all([1, 2, 3].map(() => worker({ run }, '* * * * * count ?fill=5m')));
  await until(async () => times.length >= 5 && (await left()) === 0);
  expect(new Set(times).size).toBe(times.length);
  expect(times.length).toBeLessThanOrEqual(6);
});

it('keeps of several jobs with one key the last that waits', async () => {
  for (const id of ['first', 'last'])
    await addJob(db.application, { name: 'count', payload: { id }, key: 'one' });
  const seen: unknown[] = [];
  await worker({
    run: async ({ id }) => {
      seen.push(id);
      return 'done';
    },
  });
  await until(async () => seen.length > 0 && (await left()) === 0);
  expect(seen).toEqual(['last']);
});

it('lets the application role work on jobs and change nothing else', async () => {
  await expect(db.application.query('CREATE TABLE graphile_worker.mine (id int)')).rejects.toThrow(
    /permission denied/,
  );
  await expect(db.application.query('DROP TABLE graphile_worker._private_jobs')).rejects.toThrow(
    /must be owner/,
  );
  await expect(db.application.query('DELETE FROM graphile_worker.migrations')).rejects.toThrow(
    /permission denied/,
  );
});
