import { Me, Person, Problem } from '@stipple/contracts';
import type { TestPerson } from '@stipple/testing';
import { Browser, Stage, mustBe, openStage } from './harness';
import { addStaff, makeStaff } from './staff-story';
import { letterText, openCase, signInTeam } from './story';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterAll(() => stage.close());

const knock = async (email: string, password: string) => {
  const response = await fetch(`${stage.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  const text = await response.text();
  return {
    status: response.status,
    problem: text ? Problem.parse(JSON.parse(text)) : null,
    headers: response.headers,
  };
};
const wrong = async (person: Pick<TestPerson, 'email'>, times: number) => {
  for (let tries = 0; tries < times; tries++) await knock(person.email, 'not the password');
};
const actions = async (person: TestPerson) => {
  const { rows } = await stage.db.owner.query<{ action: string }>(
    'SELECT action FROM stipple.audit_entry WHERE actor_id = $1 ORDER BY seq',
    [person.id],
  );
  return rows.map((row) => row.action);
};
/** Lets the lock-out run out, as a quarter of an hour would. */
const waitOut = (email: string) =>
  stage.db.owner.query(
    `WITH known AS (UPDATE stipple.staff SET locked_until = now() - interval '1 second' WHERE email = $1)
     UPDATE stipple.unknown_address_try SET locked_until = now() - interval '1 second' WHERE address_hash = sha256(convert_to(lower($1), 'UTF8'))`,
    [email],
  );

it('opens with address and password, whatever the case of the address, and says who is there', async () => {
  const { coordinator } = stage.clinic;
  const browser = await stage.as({ ...coordinator, email: coordinator.email.toUpperCase() });
  const me = Me.parse(mustBe(200, await browser.get('/api/me')));
  expect(me).toMatchObject({
    id: coordinator.id,
    roles: ['coordinator'],
    clinic: { name: 'Scar Clinic', timeZone: stage.clinic.timeZone },
  });
  expect(await actions(coordinator)).toEqual(['staff.sign_in']);
});

it('hands out a cookie that scripts cannot read and other sites cannot send; only its hash is stored', async () => {
  const { headers } = await knock(stage.clinic.manager.email, stage.clinic.manager.password);
  const [cookie = ''] = headers.getSetCookie();
  expect(cookie).toMatch(/^stipple_sign_in=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
  const token = /=([\w-]+);/.exec(cookie)?.[1] ?? '';
  const { rows } = await stage.db.owner.query(
    `SELECT count(*) FILTER (WHERE token_hash = sha256(convert_to($1, 'UTF8')))::int AS hashed,
            count(*) FILTER (WHERE s::text LIKE '%' || $1 || '%')::int AS plain FROM stipple.sign_in s`,
    [token],
  );
  expect(rows).toEqual([{ hashed: 1, plain: 0 }]);
});

it('marks the cookie as secure wherever the clinic is served over TLS', async () => {
  const secure = await openStage({ SECURE_COOKIES: 'yes' });
  try {
    const { email, password } = secure.clinic.manager;
    const response = await fetch(`${secure.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    expect(response.headers.getSetCookie()[0]).toMatch(/; Secure/);
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  } finally {
    await secure.close();
  }
});

it('answers a wrong password, an unknown address and a closed account in the same words', async () => {
  const gone = await addStaff(stage, 'manager');
  const administrator = await stage.as(stage.clinic.administrator);
  await administrator.move(`/api/people/${gone.id}/access`, { active: false });
  const answers = [
    await knock(stage.clinic.physician.email, 'wrong'),
    await knock('nobody@clinic.test', 'wrong'),
    await knock(gone.email, gone.password),
  ];
  const [first] = answers;
  for (const { status, problem, headers } of answers) {
    expect(status).toBe(401);
    expect({ ...problem, requestId: '' }).toEqual({ ...first?.problem, requestId: '' });
    expect(headers.getSetCookie()).toEqual([]);
  }
});

describe('five wrong passwords', () => {
  it('lock the address out for a while, also for the right password', async () => {
    const person = await addStaff(stage, 'physician');
    await wrong(person, 4);
    await stage.as(person);
    await wrong(person, 5);
    const locked = await knock(person.email, person.password);
    expect([locked.status, locked.problem?.code]).toEqual([429, 'locked_out']);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(await actions(person)).toEqual([
      ...Array(4).fill('staff.sign_in_failed'),
      'staff.sign_in',
      ...Array(5).fill('staff.sign_in_failed'),
    ]);
    const people = await (await stage.as(stage.clinic.administrator)).get<Person[]>('/api/people');
    expect(people.body.find((one) => one.id === person.id)?.lockedUntil).toMatch(/^\d{4}-/);
    await waitOut(person.email);
    await stage.as(person);
  });

  it('lock out an address that nobody has just the same, so that nobody learns who is here', async () => {
    const known = await addStaff(stage, 'physician');
    const unknown = { email: 'not.here@clinic.test' };
    const walk = async ({ email }: { email: string }) => {
      const answers = [];
      for (let tries = 0; tries < 7; tries++) {
        const { status, problem } = await knock(email, 'wrong');
        answers.push([status, problem?.code, problem?.detail]);
      }
      await waitOut(email);
      answers.push([(await knock(email, 'wrong')).status]);
      return answers;
    };
    expect(await walk(unknown)).toEqual(await walk(known));
  });

  it('are lifted by an administrator at once', async () => {
    const person = await addStaff(stage, 'coordinator');
    await wrong(person, 5);
    await (
      await stage.as(stage.clinic.administrator)
    ).move(`/api/people/${person.id}/access`, { active: true });
    await stage.as(person);
  });

  it('are counted at signatures too, where the rest of the command is taken back', async () => {
    const team = await signInTeam(stage);
    const caseId = await openCase(team);
    const letterId = await team.coordinator.make(`/api/cases/${caseId}/letters`, letterText);
    await team.coordinator.move(`/api/letters/${letterId}/signature-requests`, { version: 1 });
    const sign = (password: string) =>
      team.physician.post(`/api/letters/${letterId}/signatures`, { version: 2, password });
    for (let tries = 0; tries < 5; tries++)
      expect((await sign('guess')).problem.refusals[0]?.code).toBe('password_wrong');
    expect((await sign(stage.clinic.physician.password)).status).toBe(429);
    expect((await knock(stage.clinic.physician.email, stage.clinic.physician.password)).status).toBe(429);
    await waitOut(stage.clinic.physician.email);
    expect((await sign(stage.clinic.physician.password)).status).toBe(204);
  });
});

it('takes as much work for an address that nobody has: the same hash with the same cost', async () => {
  await addStaff(stage, 'manager');
  const { rows } = await stage.db.owner.query<{ cost: string }>(
    `SELECT DISTINCT split_part(password_hash, '$', 4) AS cost FROM stipple.staff WHERE email LIKE '%-%@clinic.test'`,
  );
  const { nobodysHash } = await import('../../libs/staff/api/password');
  expect([(await nobodysHash).split('$')[3]]).toEqual(rows.map((row) => row.cost));
});

it('ends everywhere at sign-out of one browser only, and everywhere when the person is deactivated', async () => {
  const person = await addStaff(stage, 'coordinator', 'physician');
  const [one, other] = [await stage.as(person), await stage.as(person)];
  const out = await one.post('/api/sign-out', {});
  expect(out.headers.getSetCookie()[0]).toMatch(/^stipple_sign_in=; Max-Age=0;/);
  expect([(await one.get('/api/me')).status, (await other.get('/api/me')).status]).toEqual([401, 200]);
  await (
    await stage.as(stage.clinic.administrator)
  ).move(`/api/people/${person.id}/access`, { active: false });
  expect((await other.get('/api/me')).problem).toMatchObject({ status: 401, code: 'signed_out' });
});

it('lets no administrator close their own account', async () => {
  const { administrator } = stage.clinic;
  const browser = await stage.as(administrator);
  expect(await browser.refused(`/api/people/${administrator.id}/access`, { active: false })).toEqual([
    'own_account',
  ]);
});

it('accepts no password that is short, and no address twice', async () => {
  const browser = await stage.as(stage.clinic.administrator);
  const person = { name: 'New', email: 'new@clinic.test', password: 'short', roles: ['manager'] };
  const short = await browser.post('/api/people', person);
  expect([short.status, short.problem.refusals[0]?.field]).toEqual([400, 'password']);
  await browser.make('/api/people', { ...person, password: 'long enough for us' });
  expect(
    await browser.refused('/api/people', {
      ...person,
      email: 'NEW@clinic.test',
      password: 'long enough for us',
    }),
  ).toEqual(['email_taken']);
});

it('ends after its hours, used or not', async () => {
  const browser = await makeStaff(stage, 'manager');
  expect((await browser.get('/api/me')).status).toBe(200);
  await stage.db.owner.query(`UPDATE stipple.sign_in SET expires_at = now() WHERE expires_at > now()`);
  expect((await browser.get('/api/me')).status).toBe(401);
});

it('takes no change that another site caused', async () => {
  const browser = await stage.as(stage.clinic.coordinator);
  for (const site of ['cross-site', 'same-site']) {
    const answer = await browser.send('POST', '/api/sign-out', undefined, { 'sec-fetch-site': site });
    expect([answer.status, answer.problem.code]).toEqual([403, 'foreign_site']);
  }
  expect(
    (await browser.send('POST', '/api/sign-out', undefined, { 'sec-fetch-site': 'same-origin' })).status,
  ).toBe(204);
});

it.each([
  '',
  'stipple_sign_in=',
  'stipple_sign_in=guess',
  `stipple_sign_in=${'a'.repeat(300)}`,
  'stipple_sign_in=%00',
])('knows nobody by the cookie %j', async (cookie) => {
  const answer = await Browser.stranger(stage.url).get('/api/me', { cookie });
  expect(answer.status).toBe(401);
});
