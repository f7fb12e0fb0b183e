import type { Page } from '@playwright/test';

const most = 150;

/** Tabs from the beginning of the page to its end, and says what is wrong with a stop. */
export async function focusFindings(page: Page, first?: string): Promise<readonly string[]> {
  const found: string[] = [];
  await page.evaluate(() => {
    scrollTo(0, 0);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    delete (globalThis as { lastStop?: Element }).lastStop;
  });
  for (let stops = 0; stops < most; stops++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(lookAtStop);
    if (stop === 'end') break;
    if (stops === 0 && first && stop.words !== first) found.push(`the first stop is “${stop.words}”`);
    found.push(...stop.wrong.map((wrong) => `${wrong}: ${stop.words}`));
  }
  return found;
}

/** Run in the page, at whatever has the focus. */
function lookAtStop(): 'end' | { readonly words: string; readonly wrong: readonly string[] } {
  const kept = globalThis as { lastStop?: Element };
  const stop = document.activeElement;
  if (!stop || stop === document.body) return 'end';
  const wrong: string[] = [];
  const label = stop.getAttribute('aria-label') ?? stop.textContent.trim().replaceAll(/\s+/g, ' ');
  const words = label.slice(0, 50) || `${stop.tagName.toLowerCase()}.${stop.className}#${stop.id}`;

  const before = kept.lastStop;
  kept.lastStop = stop;
  if (before?.isConnected && before.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING)
    wrong.push('comes after what stands behind it');

  // A file is chosen through its label, which is what one sees of it.
  const seen =
    stop instanceof HTMLInputElement && stop.type === 'file'
      ? (stop.closest('label') ?? stop.labels?.[0])
      : null;
  const box = (seen ?? stop).getBoundingClientRect();
  const [right, bottom] = [document.documentElement.clientWidth, innerHeight];
  const inside = {
    left: Math.max(box.left, 0),
    top: Math.max(box.top, 0),
    right: Math.min(box.right, right),
    bottom: Math.min(box.bottom, bottom),
  };
  const fits = box.height < bottom / 2 && box.width <= right;
  if (inside.right - inside.left < 2 || inside.bottom - inside.top < 2) wrong.push('is not in the window');
  else if (fits && (box.top < -1 || box.bottom > bottom + 1 || box.left < -1 || box.right > right + 1))
    wrong.push('is partly outside the window');
  else {
    const floats = (hit: Element) => {
      for (let one: Element | null = hit; one && !one.contains(stop); one = one.parentElement)
        if (/fixed|sticky/.test(getComputedStyle(one).position)) return one;
      return null;
    };
    const points = [
      [(inside.left + inside.right) / 2, (inside.top + inside.bottom) / 2],
      [inside.left + 3, inside.top + 3],
      [inside.right - 3, inside.top + 3],
      [inside.left + 3, inside.bottom - 3],
      [inside.right - 3, inside.bottom - 3],
    ] as const;
    const covers = points.map(([x, y]) => {
      const hit = document.elementFromPoint(x, y);
      return hit && !stop.contains(hit) && !hit.contains(stop) && !seen?.contains(hit) ? floats(hit) : null;
    });
    const cover = covers.find((one) => one !== null);
    if (cover && (fits || covers.every((one) => one !== null)))
      wrong.push(`is covered by ${cover.tagName.toLowerCase()}.${cover.className}`);
  }

  const marked = (element: Element, part?: string) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow.includes('inset');
  };
  // A row, a label or a field around it may wear the mark for it.
  let wearer: Element | null = stop;
  let mark = marked(stop) || marked(stop, '::before') || marked(stop, '::after');
  for (let steps = 0; !mark && wearer && steps < 5; steps++) {
    wearer = wearer.parentElement;
    mark = wearer !== null && marked(wearer);
  }
  // From part to part of a date the browser marks the part.
  if (!mark && before !== stop) wrong.push('has no mark of the focus');
  return { words, wrong };
}
