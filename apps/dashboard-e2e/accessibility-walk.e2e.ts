import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './stage';
import type { RunningStage } from './stage';
import { axeFindings, looks } from './walk/clean';
import { casePlaces, queuePlaces } from './walk/case-places';
import { unfitting } from './walk/fits';
import { focusFindings } from './walk/focus';
import { disordered, moving } from './walk/order';
import { otherPlaces, schedulePlaces } from './walk/other-places';
import { payerPlaces } from './walk/payer-places';
import { Place, Sees, goTo, settled } from './walk/place';
import { spokenLate } from './walk/spoken';
import { Story, tell } from './walk/story';
import { smallTargets } from './walk/targets';

// The groups are independent; each worker has a clinic of its own.
test.describe.configure({ mode: 'parallel' });

const onCasePage = ({ route }: Place) => route === 'cases/:caseId';
const ofCoordinators = ({ sees }: Place) => sees === 'coordinator';
/** About equally long, so that two workers end together and none comes near its time limit on a slow machine. */
const groups: Readonly<Record<string, readonly Place[]>> = {
  queue: queuePlaces,
  'case page': casePlaces.filter(onCasePage),
  'other pages of a case': casePlaces.filter((place) => !onCasePage(place)),
  schedule: schedulePlaces,
  payers: payerPlaces,
  'every other page of coordinators': otherPlaces.filter(ofCoordinators),
  'every other page': otherPlaces.filter((place) => !ofCoordinators(place)),
};
const manyParts = new Set([
  'queue',
  'cases/:caseId',
  'schedule',
  'denials',
  'reports/time-and-money',
  'design',
  'sign-in',
]);
const root = join(import.meta.dirname, '../..');
const desk = { width: 1440, height: 900 };

let told: Promise<Story> | undefined;
const storyOf = (stage: RunningStage) => (told ??= tell(stage));

/** One page for each role, and one for somebody who is not signed in. */
function pagesBy(
  open: (person: RunningStage['clinic']['coordinator']) => Promise<Page>,
  stage: RunningStage,
  fresh: () => Promise<Page>,
) {
  const pages = new Map<Sees, Promise<Page>>();
  return (sees: Sees): Promise<Page> => {
    const known = pages.get(sees) ?? (sees === 'nobody' ? fresh() : open(stage.clinic[sees]));
    pages.set(sees, known);
    return known;
  };
}

test('the walk comes past every route of the dashboard', () => {
  const files = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.routes.ts'))
      .map((file) => join(root, folder, file)),
  );
  const routes = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path ?? ''),
  );
  const walked = new Set(Object.values(groups).flatMap((places) => places.map(({ route }) => route)));
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.filter((route) => !walked.has(route))).toEqual([]);
  const titles = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\btitle: '([^']+)'/g)]);
  expect(new Set(titles.map(([, title]) => title)).size, 'a title for each page').toBe(routes.length - 1);
});

for (const [group, places] of Object.entries(groups)) {
  test(`${group}: clean to axe in every look, in order, large enough to press, and fits 320 pixels`, async ({
    browser,
    open,
    stage,
  }) => {
    test.setTimeout(600_000);
    const story = await storyOf(stage);
    const pageOf = pagesBy(open, stage, () => browser.newPage({ baseURL: stage.url, viewport: desk }));
    const found: string[] = [];
    for (const place of places) {
      const page = await pageOf(place.sees);
      const note = (at: string, findings: readonly string[]) =>
        found.push(...findings.map((finding) => `${place.name}, ${at}: ${finding}`));
      await page.setViewportSize(desk);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      try {
        await goTo(page, place, story);
      } catch (error) {
        note('on the way', [String(error).slice(0, 300)]);
        continue;
      }
      note('news', await page.evaluate(spokenLate));
      note('motion', await page.evaluate(moving));
      note('order', await page.evaluate(disordered));
      note('target', await page.evaluate(smallTargets));
      // Every page, in each of its states, is seen in light and dark. The other looks give the same parts other colours:
      // they are put on where most of the parts are.
      const first = places.find(({ route, state }) => route === place.route && !state) === place;
      note('axe', await axeFindings(page, first && manyParts.has(place.route) ? looks : looks.slice(0, 2)));
      // 1280 pixels at 200 % are 640 wide, at 400 % they are 320.
      const sizes = [[640, 450] as const, [320, 640] as const];
      for (const [width, height] of first ? sizes : sizes.slice(1)) {
        await page.setViewportSize({ width, height });
        await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 150)));
        note(`${width} px`, await page.evaluate(unfitting));
        note(`${width} px, order`, await page.evaluate(disordered));
        note(`${width} px, target`, await page.evaluate(smallTargets));
      }
    }
    expect(found).toEqual([]);
  });

  test(`${group}: the focus goes through the page in its order, in sight, marked and uncovered`, async ({
    browser,
    open,
    stage,
  }) => {
    test.setTimeout(600_000);
    const story = await storyOf(stage);
    const pageOf = pagesBy(open, stage, () => browser.newPage({ baseURL: stage.url, viewport: desk }));
    const found: string[] = [];
    for (const place of places.filter(({ state, route }) => !state && route !== '**')) {
      const page = await pageOf(place.sees);
      // Reduced motion makes every change a transition of one frame, and the focus is looked at within that frame.
      await page.emulateMedia({ reducedMotion: 'no-preference' });
      for (const size of [desk, { width: 360, height: 640 }]) {
        await page.setViewportSize(size);
        await page.goto(place.address(story));
        const findings = await settled(page).then(
          () => focusFindings(page, place.sees === 'nobody' ? undefined : 'Skip to the page'),
          (error: unknown) => [String(error).slice(0, 300)],
        );
        found.push(...findings.map((finding) => `${place.name}, ${size.width} px: ${finding}`));
      }
    }
    expect(found).toEqual([]);
  });
}
