import { Problem } from '@stipple/contracts';
import { Browser, Stage, openStage } from './harness';
import { Patient, newToken } from './patient-story';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ REQUESTS_PER_MINUTE: '60', SIGN_INS_PER_MINUTE: '8' });
});
afterAll(() => stage.close());
beforeEach(() => stage.db.owner.query('DELETE FROM stipple.sign_in_try'));

const knock = (url: string, email: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email, password: 'not the password' }),
  });

it('tells a browser that runs wild how long to wait, and lets it go on after that', async () => {
  const browser = await stage.as(stage.clinic.coordinator);
  const answers = await Promise.all(Array.from({ length: 70 }, () => browser.get('/api/directory')));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(5);
  const [first] = refused;
  expect(Problem.parse(first?.body)).toMatchObject({ code: 'too_many_requests', title: 'Too many tries' });
  expect(Number(first?.headers.get('retry-after'))).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect((await browser.get('/api/directory')).status).toBe(200);
});

it('lets everybody else work on meanwhile', async () => {
  const wild = await stage.as(stage.clinic.manager);
  await Promise.all(Array.from({ length: 80 }, () => wild.get('/api/directory')));
  const other = await stage.as(stage.clinic.physician);
  expect((await other.get('/api/directory')).status).toBe(200);
  expect((await Browser.stranger(stage.url).get('/health/ready')).status).toBe(200);
});

it('counts tries to sign in by where they come from, whoever they claim to be, at all processes together', async () => {
  const other = await stage.another();
  const tries = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      knock(index % 2 ? stage.url : other.url, `nobody-${index}@clinic.test`),
    ),
  );
  const statuses = tries.map(({ status }) => status).sort();
  // A minute that ends in between begins a new count.
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(1);
  expect(new Set(statuses)).toEqual(new Set([401, 429]));
  const late = tries.find(({ status }) => status === 429);
  expect(Problem.parse(await late?.json()).code).toBe('too_many_sign_ins');
  const seconds = Number(late?.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
});

it('believes nobody who merely claims another address', async () => {
  const tries = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      knock(stage.url, `claimed-${index}@clinic.test`, { 'x-forwarded-for': `10.0.0.${index}` }),
    ),
  );
  expect(tries.some(({ status }) => status === 429)).toBe(true);
});

it('counts tries to open a patient’s link by where they come from, whichever link it is', async () => {
  const tries = await Promise.all(
    Array.from({ length: 12 }, () => new Patient(stage).opens(newToken(), '1980-01-01')),
  );
  expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([410, 429]));
  const late = tries.find(({ status }) => status === 429);
  expect(late?.problem.code).toBe('too_many_tries');
  expect(Number(late?.headers.get('retry-after'))).toBeGreaterThan(0);
});
