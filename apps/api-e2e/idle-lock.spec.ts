import { Browser, Stage, openStage } from './harness';
import { EventStream } from './event-stream';

let stage: Stage;
let browser: Browser;
beforeAll(async () => void (stage = await openStage({ IDLE_MINUTES: '10' })));
beforeEach(async () => void (browser = await stage.as(stage.clinic.coordinator)));
afterAll(() => stage.close());

/** Lets minutes pass without activity, as far as the sign-ins can tell. */
const idle = (minutes: number) =>
  stage.db.owner.query('UPDATE stipple.sign_in SET last_seen_at = last_seen_at - make_interval(mins => $1)', [
    minutes,
  ]);
const status = async (path = '/api/me', headers = {}) => (await browser.get(path, headers)).status;
const unlock = (password: string) => browser.post('/api/unlock', { password });

it('locks after the minutes that are set, and not before', async () => {
  await idle(9);
  expect(await status()).toBe(200);
  await idle(11);
  const answer = await browser.get('/api/me');
  expect([answer.status, answer.problem.code]).toEqual([423, 'locked']);
});

it('stays locked for everything but unlocking and signing out', async () => {
  await idle(11);
  for (const path of ['/api/me', '/api/cases', '/api/directory', '/api/waiting'])
    expect(await status(path)).toBe(423);
  expect((await browser.post('/api/cases', {})).status).toBe(423);
  expect((await browser.post('/api/sign-out', {})).status).toBe(204);
  expect(await status()).toBe(401);
});

it('opens again with the password of the same person', async () => {
  await idle(11);
  expect(await status()).toBe(423);
  expect((await unlock('wrong')).status).toBe(401);
  expect(await status()).toBe(423);
  expect((await unlock(stage.clinic.coordinator.password)).status).toBe(204);
  expect(await status()).toBe(200);
});

it('locks at once when asked to', async () => {
  expect((await browser.post('/api/lock', {})).status).toBe(204);
  expect(await status()).toBe(423);
});

it('is not kept awake by what the page does by itself', async () => {
  const passive = { 'stipple-passive': '1' };
  await idle(6);
  expect(await status('/api/me', passive)).toBe(200);
  await idle(6);
  expect(await status('/api/me', passive)).toBe(423);
});

it('is not kept awake by the stream of events, which connects anew by itself', async () => {
  await idle(6);
  (await EventStream.open(stage, browser)).close();
  await idle(6);
  expect(await status()).toBe(423);
});

it('is kept awake by somebody who works', async () => {
  for (let times = 0; times < 3; times++) {
    await idle(6);
    expect(await status()).toBe(200);
  }
});

it('counts wrong passwords towards the lock-out, and forgets them when the right one comes', async () => {
  const { password, email } = stage.clinic.coordinator;
  for (let round = 0; round < 2; round++) {
    for (let tries = 0; tries < 4; tries++) expect((await unlock('wrong')).status).toBe(401);
    expect((await unlock(password)).status).toBe(204);
  }
  for (let tries = 0; tries < 5; tries++) await unlock('wrong');
  expect((await unlock(password)).status).toBe(429);
  await stage.db.owner.query('UPDATE stipple.staff SET locked_until = NULL WHERE email = $1', [email]);
});

it('locks each sign-in by itself', async () => {
  const other = await stage.as(stage.clinic.coordinator);
  await browser.post('/api/lock', {});
  expect([(await other.get('/api/me')).status, await status()]).toEqual([200, 423]);
});
