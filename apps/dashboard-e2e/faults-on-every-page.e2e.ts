import { openCase } from '@stipple/api-e2e/story';
import { Page, Route } from '@playwright/test';
import { newPatient, overHttp } from './people/over-http';
import { expect, test } from './stage';

type Role = 'coordinator' | 'manager' | 'administrator';
/** Every page of app.routes.ts: who looks at it, and what it shows once its data is there. */
const pages: readonly (readonly [path: string, role: Role, shows: RegExp])[] = [
  ['/queue', 'coordinator', /Faultpages|cases?/],
  ['/waiting', 'coordinator', /Needs me/],
  ['/notices', 'coordinator', /Notices/],
  ['/schedule', 'coordinator', /Book a session/],
  ['/schedule/at-risk', 'coordinator', /Bookings at risk/],
  ['/denials', 'coordinator', /Denial/],
  ['/reports/time-and-money', 'coordinator', /Whose time it was|Nothing to count/],
  ['/submissions', 'coordinator', /without a receipt/],
  ['/roster', 'coordinator', /Imports so far/],
  ['/clinic', 'coordinator', /Treatment room|Room/],
  ['/cases/new', 'coordinator', /Patient/],
  ['/cases/:id', 'coordinator', /Faultpages/],
  ['/cases/:id/worksheet', 'coordinator', /Fill|Comparator code/],
  ['/cases/:id/packet', 'coordinator', /Nothing to pack yet/],
  ['/prices', 'manager', /Price list/],
  ['/people', 'administrator', /Robin|Coordinator|@/],
  ['/audit', 'administrator', /Audit/],
];

const answer = (status: number) => (route: Route) =>
  route.fulfill({
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: JSON.stringify({
      title: status === 503 ? 'Not available right now' : 'Our fault',
      code: status === 503 ? 'database_away' : 'internal',
      refusals: [{ code: 'x', sentence: 'This did not work; nothing was changed.' }],
    }),
  });
const faults: Readonly<Record<string, (route: Route) => Promise<void>>> = {
  'a 500': answer(500),
  'a 503': answer(503),
  'no answer': (route) => route.abort(),
};
/** What a page says of a list that is truly empty. It must never be said of one that was not read. */
const emptyWords =
  /No case fits|The queue fills|is empty|Nothing waits|Nothing is booked|Nobody is cleared|no columns|No denial|No entry|Nothing imported|No rooms|No prices|Nobody treats|Only you|No drafts|No notices|No booking is at risk|Nothing yet|Nothing to pack|Nothing was sent|Nothing sent|Nothing to count/;

async function withFault(page: Page, path: string, fault: (route: Route) => Promise<void>): Promise<void> {
  const reads = /\/api\/(?!me$|events|preferences)/;
  await page.route(reads, (route) => (route.request().method() === 'GET' ? fault(route) : route.continue()));
  await page.goto(path);
}

for (const [path, role, shows] of pages) {
  test(`${path} that cannot be read says so, never shows an empty list, and recovers`, async ({
    open,
    stage,
  }) => {
    const team = await overHttp(stage);
    const id = path.includes(':id')
      ? await openCase(team, { ...(await newPatient(stage, 'Faultpages')), bodySite: 'knee' })
      : '';
    const page = await open(stage.clinic[role]);
    for (const [name, fault] of Object.entries(faults)) {
      await withFault(page, path.replace(':id', id), fault);
      const problem = page.getByRole('alert').first();
      await expect(problem, name).toBeVisible();
      await expect(problem.getByRole('button', { name: 'Try again' }), name).toBeVisible();
      expect(await page.getByRole('main').textContent(), name).not.toMatch(emptyWords);
      await page.unrouteAll();
      // A page may ask in more than one place.
      const again = page.getByRole('button', { name: 'Try again' });
      await expect(async () => {
        if (await again.first().isVisible()) await again.first().click({ timeout: 3000 });
        await expect(again).toHaveCount(0, { timeout: 2_000 });
        // What was asked for again may yet fail to be there.
        await expect(page.getByRole('main'), name).toContainText(shows, { timeout: 2_000 });
        await expect(page.getByRole('alert'), name).toHaveCount(0, { timeout: 2_000 });
      }).toPass({ timeout: 45_000 });
      await expect(page.getByRole('main'), name).toContainText(shows);
    }
  });
}
