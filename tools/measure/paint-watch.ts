import type { CDPSession, Page } from '@playwright/test';

/** Runs in the page. `paint` holds what was measured frame by frame, `events` the browser's own Event Timing. */
const watch = `
  let paint = [];
  let events = new Map();
  const heard = (event) => {
    const began = event.timeStamp;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => void paint.push(performance.now() - began);
      channel.port2.postMessage(null);
    });
  };
  for (const name of ['keydown', 'pointerup', 'input']) addEventListener(name, heard, { capture: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId) events.set(interactionId, Math.max(events.get(interactionId) ?? 0, duration));
  }).observe({ type: 'event', durationThreshold: 16 });
  globalThis.stippleWatch = () => {
    const taken = { paint, events: [...events.values()] };
    paint = [];
    events = new Map();
    return taken;
  };
`;

/** Watches every input of a page, from its own time stamp to the paint that follows it. */
export async function watchPaints(page: Page): Promise<void> {
  await page.addInitScript({ content: watch });
}

/** What was watched since the last time, in ms. */
function take(page: Page): Promise<{ paint: number[]; events: number[] }> {
  return page.evaluate('stippleWatch()');
}

/** Runs one interaction and returns how long its slowest input waited for its paint. */
export async function timed(page: Page, act: () => Promise<unknown>): Promise<number> {
  await take(page);
  await act();
  // Event Timing entries arrive after the frame they speak of.
  await page.waitForTimeout(250);
  const { paint, events } = await take(page);
  return Math.max(0, ...paint, ...events);
}

/** Makes the processor appear this many times slower, as on a modest laptop or phone. */
export async function slowDown(session: CDPSession, times: number): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
}
