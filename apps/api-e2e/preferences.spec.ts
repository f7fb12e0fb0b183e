import { Preferences } from '@stipple/contracts';
import { plainPreferences } from '@stipple/domain';
import { Browser, Stage, mustBe, openStage } from './harness';
import { addStaff } from './staff-story';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.close());

const of = async (browser: Browser) => Preferences.parse(mustBe(200, await browser.get('/api/preferences')));

/** A coordinator of their own, in two browsers. */
async function twoBrowsers(): Promise<{ here: Browser; there: Browser; staffId: string }> {
  const person = await addStaff(stage, 'coordinator');
  const [here, there] = [await stage.as(person), await stage.as(person)];
  return { here, there, staffId: person.id };
}

it('gives the plain ones to whoever never chose any', async () => {
  const { here } = await twoBrowsers();
  expect(await of(here)).toEqual(plainPreferences);
});

it('keeps them per person: two browsers of one person agree, nobody else is touched', async () => {
  const { here, there } = await twoBrowsers();
  const { here: other } = await twoBrowsers();
  await here.move('/api/preferences', { theme: 'dark', keys: { 'queue.next': ['Shift+n'] } });
  expect(await of(there)).toEqual({
    ...plainPreferences,
    theme: 'dark',
    keys: { 'queue.next': ['Shift+n'] },
  });
  expect(await of(other)).toEqual(plainPreferences);
});

it('changes only what is named: two browsers at once lose nothing of each other', async () => {
  const { here, there } = await twoBrowsers();
  await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      (index % 2 ? here : there).move('/api/preferences', {
        keys: { [`some.command-${'abcdefghijkl'[index]}`]: ['x'] },
      }),
    ),
  );
  expect(Object.keys((await of(here)).keys)).toHaveLength(12);
});

it('remembers what was put away, also for another computer; two at once lose nothing; it all comes back', async () => {
  const { here, there } = await twoBrowsers();
  await Promise.all([
    here.move('/api/preferences', { putAway: { 'first steps': true } }),
    there.move('/api/preferences', { putAway: { 'the lock': true } }),
  ]);
  for (const browser of [here, there])
    expect([...(await of(browser)).putAway].sort()).toEqual(['first steps', 'the lock']);
  await there.move('/api/preferences', { putAway: { 'first steps': false, 'the lock': false } });
  expect(await of(here)).toEqual(plainPreferences);
});

it('gives a command its own keys back', async () => {
  const { here } = await twoBrowsers();
  await here.move('/api/preferences', { keys: { undo: ['u'], 'queue.next': [] } });
  await here.move('/api/preferences', { keys: { undo: null } });
  expect((await of(here)).keys).toEqual({ 'queue.next': [] });
});

it.each([
  ['a theme that does not exist', { theme: 'neon' }, 'theme'],
  ['a digest that is neither on nor off', { digest: 'weekly' }, 'digest'],
  ['a command’s name that is none', { keys: { 'Not a command': ['x'] } }, 'keys.Not a command'],
  ['keys that are none', { keys: { undo: ['a b c'] } }, 'keys.undo.0'],
  ['a hint’s name that is none', { putAway: { 'Ada <b>': true } }, 'putAway.Ada <b>'],
  ['five keys for one command', { keys: { undo: ['a', 'b', 'c', 'd', 'e'] } }, 'keys.undo'],
])('refuses %s, and keeps nothing of it', async (_, body, field) => {
  const { here } = await twoBrowsers();
  const answer = await here.post('/api/preferences', { letters: false, ...body });
  expect([answer.status, answer.problem.refusals[0]?.field]).toEqual([400, field]);
  expect(await of(here)).toEqual(plainPreferences);
});

it('ignores junk that somebody has stored, and can be changed all the same', async () => {
  const { here, staffId } = await twoBrowsers();
  await here.move('/api/preferences', { density: 'compact' });
  await stage.db.owner.query(`UPDATE stipple.staff_preference SET chosen = $2 WHERE staff_id = $1`, [
    staffId,
    JSON.stringify({ theme: ['<script>'], density: 'compact', keys: { __proto__: 1, undo: 5 }, extra: 1 }),
  ]);
  expect(await of(here)).toEqual({ ...plainPreferences, density: 'compact' });
  await here.move('/api/preferences', { letters: false });
  expect(await of(here)).toEqual({ ...plainPreferences, density: 'compact', letters: false });
});

it('is for strangers neither to read nor to write', async () => {
  const stranger = Browser.stranger(stage.url);
  expect((await stranger.get('/api/preferences')).status).toBe(401);
  expect((await stranger.post('/api/preferences', {})).status).toBe(401);
});
