import type { Page } from '@playwright/test';
import { Figure, spread } from './figures';
import { slowDown, timed } from './paint-watch';

interface Interaction {
  readonly what: string;
  /** Brings the page to where the interaction can be made; not measured. */
  before?(page: Page): Promise<unknown>;
  act(page: Page): Promise<unknown>;
}

const queue = (page: Page) => page.locator('tbody tr').nth(20).waitFor();
const toQueue = async (page: Page) => {
  await page.goto('/queue');
  await queue(page);
};
const closeOverlay = (page: Page) => page.keyboard.press('Escape');

/** What a coordinator does all day. Each is measured again and again; `before` puts things back. */
const interactions: readonly Interaction[] = [
  { what: 'queue: next row (j)', act: (page) => page.keyboard.press('j') },
  { what: 'queue: previous row (k)', act: (page) => page.keyboard.press('k') },
  { what: 'queue: select (x)', act: (page) => page.keyboard.press('x') },
  { what: 'queue: snooze opens (h)', act: (page) => page.keyboard.press('h') },
  { what: 'queue: closed again (Esc)', act: closeOverlay },
  { what: 'palette opens', act: (page) => page.keyboard.press('Control+k') },
  { what: 'palette: a letter', act: (page) => page.keyboard.press('m') },
  { what: 'palette closes', act: closeOverlay },
  {
    what: 'search: a letter',
    before: (page) => page.getByRole('searchbox').first().focus(),
    act: (page) => page.keyboard.press('a'),
  },
  {
    what: 'queue: opens a case (Enter)',
    before: async (page) => {
      await toQueue(page);
      await page.keyboard.press('j');
    },
    act: (page) => page.keyboard.press('Enter'),
  },
  {
    what: 'case: another tab (2)',
    before: (page) => page.getByRole('heading', { level: 1 }).waitFor(),
    act: (page) => page.keyboard.press('2'),
  },
  { what: 'case: all moves (t)', act: (page) => page.keyboard.press('t') },
  { what: 'case: closed again (Esc)', act: closeOverlay },
  { what: 'case: next case (])', act: (page) => page.keyboard.press(']') },
];

/**
 * From the key to its paint, on the demo's queue and case pages.
 *
 * @param throttle how many times slower the processor is made to appear; 1 for as it is
 */
export async function measureInteractions(
  page: Page,
  { throttle, rounds }: { readonly throttle: number; readonly rounds: number },
): Promise<readonly Figure[]> {
  const session = await page.context().newCDPSession(page);
  const taken = new Map<string, number[]>(interactions.map(({ what }) => [what, []]));
  for (let round = 0; round <= rounds; round++) {
    await slowDown(session, 1);
    await toQueue(page);
    for (const { what, before, act } of interactions) {
      await before?.(page);
      await page.waitForTimeout(150);
      await slowDown(session, throttle);
      const ms = await timed(page, () => act(page));
      await slowDown(session, 1);
      // The first round fetches what is loaded on demand; a person meets that once.
      if (round > 0) taken.get(what)?.push(ms);
    }
  }
  await session.detach();
  const most = throttle === 1 ? 50 : 100;
  const all = [...taken].map(([what, values]) => {
    const { median, worst } = spread(values);
    return {
      what,
      value: median,
      unit: 'ms' as const,
      of: `median of ${values.length}, worst ${Math.round(worst)}`,
      most,
    };
  });
  return all;
}
