import { type TestDatabase, freshDatabase } from '@stipple/testing';
import { writeRows } from './in-a-process';

/** A tenth of a million here; `measure-exports.ts` takes the whole. */
const rows = 100_000;
const mostMegabytes = 256;

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

it.each(['csv', 'xlsx'])(
  'writes a hundred thousand rows as %s without keeping them',
  async (format) => {
    const written = await writeRows({ url: db.applicationUrl, rows, format });
    expect(written.rows).toBe(rows);
    expect(written.megabytes).toBeLessThan(mostMegabytes);
  },
  60_000,
);

it('prints twenty thousand rows without keeping them', async () => {
  const written = await writeRows({ url: db.applicationUrl, rows: 20_000, format: 'pdf' });
  expect([written.rows, written.megabytes < mostMegabytes]).toEqual([20_000, true]);
}, 60_000);

it.each(['csv', 'xlsx', 'pdf'])(
  'waits for a reader who is slow, and reads no further meanwhile: %s',
  async (format) => {
    const { readWhileWaiting } = await writeRows({
      url: db.applicationUrl,
      rows: 20_000,
      format,
      reader: 'slow',
    });
    expect(readWhileWaiting).toBeLessThan(5_000);
  },
  60_000,
);
