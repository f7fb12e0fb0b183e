/**
 * Run in the page: what a narrow window cuts off, or prints over something else. A calendar or a table may be wider
 * than the window inside a region of its own, which has a name and can be reached by keys.
 */
export function unfitting(): string[] {
  const found: string[] = [];
  const width = document.documentElement.clientWidth;
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;
  const above = (element: Element, is: (style: CSSStyleDeclaration, one: Element) => boolean) => {
    for (let one: Element | null = element; one; one = one.parentElement)
      if (is(getComputedStyle(one), one)) return one;
    return null;
  };
  if (document.documentElement.scrollWidth > width)
    found.push(`the page is ${document.documentElement.scrollWidth} wide, the window ${width}`);

  const dialog = [...document.querySelectorAll('dialog[open], [role=dialog]')].at(-1);
  const walker = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT);
  const pieces: {
    readonly of: Element;
    readonly box: DOMRect;
    readonly layer: Element | null;
    readonly end: number;
  }[] = [];
  while (walker.nextNode()) {
    const of = walker.currentNode.parentElement;
    if (!of || !walker.currentNode.textContent?.trim()) continue;
    if (!of.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    // What only a screen reader is told.
    if (above(of, (style) => style.clipPath.startsWith('inset(50%'))) continue;
    const layer = above(of, ({ position }) => position === 'fixed' || position === 'sticky');
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    // Below the last of so many lines, or beyond the edge of what scrolls by itself.
    const clip = above(of, ({ overflowY }) => overflowY !== 'visible')?.getBoundingClientRect();
    for (const box of range.getClientRects())
      if (box.width > 1 && (!clip || (box.bottom <= clip.bottom + 2 && box.top >= clip.top - 2)))
        pieces.push({ of, box, layer, end: Math.min(box.right, clip?.right ?? box.right) });
  }

  const scrolls = (style: CSSStyleDeclaration, one: Element) =>
    /auto|scroll/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
  const seen = new Set<Element>();
  for (const { of, box } of pieces) {
    if (seen.has(of)) continue;
    const scroller = above(of, scrolls);
    if (scroller) {
      const landmark = scroller.closest('[aria-label], [aria-labelledby]');
      const reached =
        scroller.matches('[tabindex="0"]') || scroller.querySelector('a, button, [tabindex="0"]');
      if (!landmark || !reached) found.push(`scrolls sideways without a name or a key: ${name(scroller)}`);
      seen.add(of);
      continue;
    }
    // Cut off without the three dots that say so.
    const cutter = above(of, ({ overflowX, overflowY }, one) => {
      if (overflowX === 'visible' && overflowY === 'visible') return false;
      const edge = one.getBoundingClientRect();
      return /hidden|clip/.test(overflowX) && (box.right > edge.right + 2 || box.left < edge.left - 2);
    });
    const dots =
      cutter && above(of, (style) => style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none');
    if (dots) continue;
    if (box.right > width + 1 || box.left < -1) {
      found.push(`outside the window: ${name(of)}`);
      seen.add(of);
      continue;
    }
    if (cutter) {
      found.push(`cut off: ${name(of)} by ${name(cutter)}`);
      seen.add(of);
    }
  }

  for (const [at, one] of pieces.entries())
    for (const other of pieces.slice(at + 1)) {
      if (one.layer !== other.layer || one.of.contains(other.of) || other.of.contains(one.of)) continue;
      if (seen.has(one.of) || seen.has(other.of)) continue;
      const [a, b] = [one.box, other.box];
      const wide = Math.min(one.end, other.end) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 3 && high > 5) {
        const hidden = (piece: typeof one) => {
          const hit = document.elementFromPoint(
            piece.box.left + piece.box.width / 2,
            piece.box.top + piece.box.height / 2,
          );
          return hit !== null && !hit.contains(piece.of) && !piece.of.contains(hit);
        };
        if (hidden(one) || hidden(other)) continue;
        found.push(`printed over each other: ${name(one.of)} and ${name(other.of)}`);
        seen.add(one.of);
      }
    }
  return found;
}
