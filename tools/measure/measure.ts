import { parseArgs } from 'node:util';
import { ownChromium } from '@stipple/testing/chromium';
import { Page, chromium } from '@playwright/test';
import { Figure, holds, print } from './figures';
import { measureInteractions } from './interactions';
import { runLighthouse } from './lighthouse';
import { watchPaints } from './paint-watch';
import { RunningDemo, startDemo } from './running-demo';
import { weigh } from './weight';

/*
 * `npm run measure`: what the dashboard weighs and how quickly it answers, on the demo clinic. Ends with 0 only when
 * every figure holds. Times are of this machine and of this moment: measure on a quiet one.
 */
const usage = `npm run measure [-- --cases N --rounds N --only weight,keys,lighthouse --url http://… --email … --password …]`;
const root = process.cwd();
const options = readOptions();
const wants = (part: string) => options.only === undefined || options.only.split(',').includes(part);
const every: Figure[] = [];
const report = (title: string, figures: readonly Figure[]) => {
  print(title, figures);
  every.push(...figures);
};

const demo: RunningDemo = options.url
  ? { url: options.url, close: async () => undefined }
  : await startDemo(root, options.cases);
const chrome = process.env['STIPPLE_CHROME'] ?? (await ownChromium());
const browser = await chromium.launch({ executablePath: chrome, args: ['--no-sandbox', '--disable-gpu'] });
try {
  if (wants('weight')) report('Weight', weigh(root));
  const page = await signIn();
  if (wants('keys')) {
    report(
      'From key to paint, as the machine is',
      await measureInteractions(page, { throttle: 1, rounds: options.rounds }),
    );
    report(
      'From key to paint, processor 4 times slower',
      await measureInteractions(page, { throttle: 4, rounds: options.rounds }),
    );
  }
  if (wants('lighthouse')) await lighthouseOfEachPage(page);
} finally {
  await browser.close();
  await demo.close();
}
const missed = every.filter((figure) => !holds(figure));
console.log(
  `\n${every.length} figures, ${missed.length} missed${missed.map(({ what }) => `\n  ${what}`).join('')}`,
);
process.exit(missed.length === 0 ? 0 : 1);

async function signIn(): Promise<Page> {
  const context = await browser.newContext({ baseURL: demo.url, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await watchPaints(page);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(options.email);
  await page.getByLabel('Password').fill(options.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  return page;
}

async function lighthouseOfEachPage(page: Page): Promise<void> {
  await page.goto('/queue');
  const casePath = await page.locator('tbody a[href^="/cases/"]').first().getAttribute('href');
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  for (const path of ['/queue', casePath?.split('?')[0] ?? '/queue', '/waiting', '/schedule', '/denials']) {
    const name = path.split('/')[1] ?? path;
    const visit = { url: `${demo.url}${path}`, cookie, chrome, rounds: options.rounds };
    report(`Lighthouse: ${name}`, runLighthouse(name, visit));
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        cases: { type: 'string', default: '10000' },
        rounds: { type: 'string', default: '5' },
        only: { type: 'string' },
        url: { type: 'string' },
        email: { type: 'string', default: 'robin.avery@demo.stipple.test' },
        password: { type: 'string', default: 'stipple-demo-2026' },
      },
    });
    const [cases, rounds] = [Number(values.cases), Number(values.rounds)];
    if (!Number.isInteger(cases) || !Number.isInteger(rounds) || cases < 1 || rounds < 1)
      throw new Error('numbers');
    return { ...values, cases, rounds };
  } catch {
    console.error(usage);
    process.exit(2);
  }
}
