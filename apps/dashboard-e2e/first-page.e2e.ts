import { unused } from './people/keyboard-coordinator';
import { ownClinic, overHttp } from './people/over-http';
import { casesOf, rowsOf } from './people/queue';
import { expect, test } from './stage';

test('a page comes in one go: its files and its first question are announced and used', async ({
  open,
  stage,
}) => {
  // A clinic of its own: where others work, their changes are asked for as well.
  const { clinic } = await ownClinic(stage);
  const page = await open(clinic.coordinator);
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  const asked: string[] = [];
  page.on('request', (request) => {
    // What the page reads again by itself, because something was heard to move, is no part of its coming.
    if (request.headers()['stipple-passive'] !== '1') asked.push(new URL(request.url()).pathname);
  });
  const answer = await page.goto('/queue');
  await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible();
  const links = [...((await answer?.headerValue('link')) ?? '').matchAll(/<([^>]+)>/g)].map(
    ([, url = '']) => url,
  );
  expect(links.filter((url) => url.endsWith('.js')).length).toBeGreaterThan(1);
  for (const url of links) expect((await page.request.get(url)).status()).toBe(200);
  // Asked once: what was announced is what the page would have asked for.
  await page.waitForLoadState('networkidle').catch(() => undefined);
  expect(asked.filter((path) => path === '/api/cases')).toHaveLength(1);
  expect(asked.filter((path) => path === '/api/me')).toHaveLength(1);
  // Neither refused by the page's own rules nor fetched for nothing.
  expect(said.filter((text) => /Content Security Policy|preloaded using link preload/.test(text))).toEqual(
    [],
  );
});

test('what nobody looks at is not asked for: no list of notices before the bell is opened, no question twice', async ({
  open,
  stage,
}) => {
  const { clinic } = await ownClinic(stage);
  const page = await open(clinic.coordinator);
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    // What the page before still asks is not meant.
    if (request.isNavigationRequest()) asked.length = 0;
    if (pathname.startsWith('/api/')) asked.push(`${pathname}${search}`);
  });
  await page.goto('/queue');
  const bell = page.getByRole('banner').getByRole('button', { name: 'Notices, none unread' });
  await expect(bell).toBeVisible();
  const many = (path: string) => asked.filter((one) => one.split('?')[0] === path).length;
  expect(asked.filter((one) => one.startsWith('/api/notices'))).toEqual(['/api/notices?most=1']);
  for (const path of [
    '/api/preferences',
    '/api/start',
    '/api/queue/counts',
    '/api/saved-views',
    '/api/directory',
  ])
    expect({ path, many: many(path) }).toEqual({ path, many: 1 });
  await bell.click();
  await expect(page.getByRole('dialog', { name: 'Notices' }).getByText('No notices')).toBeVisible();
  expect(asked).toContain('/api/notices?most=50');
});

test('rows are there before the browser makes the first format of its own, which costs more than they do', async ({
  open,
  stage,
}) => {
  await casesOf(stage, await overHttp(stage), unused('Unformatted'), 1);
  const page = await open(stage.clinic.coordinator);
  await page.addInitScript(() => {
    const made: string[] = [];
    Object.assign(globalThis, { made });
    const told = (name: string): ProxyHandler<never> => ({
      construct: (format, words) => (made.push(name), Reflect.construct(format, words) as object),
      apply: (format, self, words) => (made.push(name), Reflect.apply(format, self, words) as unknown),
    });
    Object.assign(Intl, {
      DateTimeFormat: new Proxy(Intl.DateTimeFormat as never, told('DateTimeFormat')),
      NumberFormat: new Proxy(Intl.NumberFormat as never, told('NumberFormat')),
    });
  });
  await page.goto('/queue');
  await expect(rowsOf(page).first()).toBeVisible();
  expect(await page.evaluate(() => (globalThis as { made?: string[] }).made)).toEqual([]);
});

test('the first files are run one after the other, and what a page shows first needs none of them twice', async ({
  open,
  stage,
}) => {
  const page = await open(stage.clinic.coordinator);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto('/queue');
  await expect(page.getByRole('heading', { name: 'Queue', exact: true })).toBeVisible();
  const first = await page
    .locator('head link[rel=modulepreload]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(first.length).toBeGreaterThan(2);
  for (const file of first) expect(fetched.filter((path) => path === file)).toEqual([file]);
});

test('theme, density and contrast stand before the app has come', async ({ open, stage }) => {
  const page = await open(stage.clinic.coordinator);
  await page.evaluate(() =>
    localStorage.setItem(
      'stipple-preferences',
      JSON.stringify({ theme: 'dark', density: 'compact', contrast: 'more' }),
    ),
  );
  await page.route('**/*.js', (route) => route.abort());
  await page.goto('/queue');
  const look = await page.evaluate(() => ({ ...document.documentElement.dataset }));
  expect(look).toMatchObject({ theme: 'dark', density: 'compact', contrast: 'more' });
});
