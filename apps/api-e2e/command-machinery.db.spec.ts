import { setTimeout as pause } from 'node:timers/promises';
import { Command, Missing, Refused } from '@stipple/database';
import { refusal } from '@stipple/domain';
import { TestClinic, TestDatabase, freshDatabase, makeClinic } from '@stipple/testing';
import { Machinery, callBy, openMachinery, principal } from '@stipple/testing/machinery';

let db: TestDatabase;
let clinic: TestClinic;
let machinery: Machinery;
beforeAll(async () => {
  db = await freshDatabase();
  clinic = await makeClinic(db.owner);
  machinery = await openMachinery(db);
});
afterAll(async () => {
  await machinery.close();
  await db.close();
});

const who = () => principal(clinic, clinic.coordinator, 'coordinator');
const note = { action: 'test', subject: 'test', subjectId: null, caseId: null };
const addRoom = (name: string) => async (command: Command) => {
  await command.tx.query('INSERT INTO stipple.room (clinic_id, name) VALUES ($1, $2)', [clinic.id, name]);
  command.audit(note);
  return { name };
};
const rooms = async (name: string) =>
  (await db.owner.query('SELECT 1 FROM stipple.room WHERE name = $1', [name])).rowCount;
const audited = async (action: string) =>
  Number(
    (await db.owner.query('SELECT count(*) FROM stipple.audit_entry WHERE action = $1', [action])).rows[0]
      .count,
  );

it('streams an export without holding the clinic’s audit chain, and enters it in the trail first', async () => {
  const statement = { name: 'numbers', text: 'SELECT generate_series(1, 5000) AS n', values: [] };
  const rows = machinery.db.inSnapshot(who(), { ...note, action: 'test.export' }, (snapshot) =>
    snapshot.rows<{ n: number }>(statement),
  );
  expect((await rows.next()).value).toEqual({ n: 1 });
  expect(await audited('test.export')).toBe(1);
  // Would fail at once if the download held the lock that every other entry needs.
  await db.owner.query('SELECT 1 FROM stipple.audit_head WHERE clinic_id = $1 FOR UPDATE NOWAIT', [
    clinic.id,
  ]);
  let last = 1;
  for await (const row of rows) last = row.n;
  expect(last).toBe(5000);
});

it('closes the connection of an export that nobody reads to its end', async () => {
  const statement = { name: 'numbers', text: 'SELECT generate_series(1, 5000) AS n', values: [] };
  for await (const _ of machinery.db.inSnapshot(who(), note, (snapshot) => snapshot.rows(statement))) break;
  const openSql = `SELECT count(*)::int AS open FROM pg_stat_activity
    WHERE datname = current_database() AND query LIKE '%generate_series%' AND pid <> pg_backend_pid()`;
  const open = async () => (await db.owner.query<{ open: number }>(openSql)).rows[0]?.open;
  // The server hears of a closed connection a moment later; one that stays open would outlast this.
  for (let tries = 0; (await open()) !== 0 && tries < 100; tries++) await pause(50);
  expect(await open()).toBe(0);
});

it('does a command once and answers its repeat from memory', async () => {
  const call = callBy(who());
  expect(await machinery.db.command(call, addRoom('Once'))).toEqual({ name: 'Once' });
  expect(await machinery.db.command(call, addRoom('Never'))).toEqual({ name: 'Once' });
  expect([await rooms('Once'), await rooms('Never')]).toEqual([1, 0]);
});

it('takes back what a refused command wrote, remembers the refusal, and leaves an entry of it', async () => {
  const call = callBy(who());
  const before = await audited('refused');
  const refuse = async (command: Command) => {
    await addRoom('Refused')(command);
    throw new Refused([refusal('no', 'No.')]);
  };
  await expect(machinery.db.command(call, refuse)).rejects.toMatchObject({ refusals: [{ code: 'no' }] });
  await expect(machinery.db.command(call, addRoom('Refused'))).rejects.toMatchObject({
    refusals: [{ code: 'no' }],
  });
  expect([await rooms('Refused'), (await audited('refused')) - before]).toEqual([0, 1]);
});

it('keeps what a refusal says must last, such as the count of a wrong password', async () => {
  const lasting = {
    name: 'lasting',
    text: `SELECT stipple.append_audit(NULL, 'lasting', 'test', NULL, NULL, NULL, '{}')`,
    values: [],
  };
  const work = async () => Promise.reject(new Refused([refusal('no', 'No.')], lasting));
  await expect(machinery.db.command(callBy(who()), work)).rejects.toBeInstanceOf(Refused);
  expect(await audited('lasting')).toBe(1);
});

it('forgets a command that failed for another reason, so that its repeat may succeed', async () => {
  const call = callBy(who());
  const fail = async (command: Command) => {
    await addRoom('Second try')(command);
    throw new Missing('thing');
  };
  await expect(machinery.db.command(call, fail)).rejects.toBeInstanceOf(Missing);
  expect(await rooms('Second try')).toBe(0);
  expect(await machinery.db.command(call, addRoom('Second try'))).toEqual({ name: 'Second try' });
});

it('refuses in words what a constraint refuses, also one that speaks only at commit', async () => {
  await machinery.db.command(callBy(who()), addRoom('Twin'));
  await expect(machinery.db.command(callBy(who()), addRoom('Twin'))).rejects.toBeInstanceOf(Refused);
});

it('lets no command pass without an entry in the audit trail', async () => {
  await expect(machinery.db.command(callBy(who()), async () => 'silent')).rejects.toThrow(
    'must leave an audit note',
  );
});

it('tries again when two commands get in each other’s way', async () => {
  const [one, other] = ['Deadlock A', 'Deadlock B'];
  const touch = (first: string, second: string) => async (command: Command) => {
    for (const key of [first, second]) {
      await command.tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [key]);
      await new Promise((done) => setTimeout(done, 50));
    }
    command.audit(note);
    return 'done';
  };
  const both = [
    machinery.db.command(callBy(who()), touch(one, other)),
    machinery.db.command(callBy(who()), touch(other, one)),
  ];
  expect(await Promise.all(both)).toEqual(['done', 'done']);
});

it('sees nothing of another clinic, whatever it asks', async () => {
  const other = await makeClinic(db.owner, 'Elsewhere');
  const [row] = await machinery.db.read<{ count: string }>(
    principal(other, other.coordinator, 'coordinator'),
    {
      name: 'rooms_everywhere',
      text: 'SELECT count(*) FROM stipple.room',
      values: [],
    },
  );
  expect(Number(row?.count)).toBe(2);
});
