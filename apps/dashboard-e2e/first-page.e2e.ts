import { ownClinic } from './people/over-http';
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
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
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
