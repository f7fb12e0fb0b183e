/** Run in the page: what is pressed and is too small, with the exceptions of WCAG 2.2, 2.5.8. */
export function smallTargets(): string[] {
  const least = 24;
  const targets = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=menuitem], [role=tab], [role=option], [role=switch]',
    ),
  ].filter((one) => {
    if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    for (let around: Element | null = one; around; around = around.parentElement)
      if (getComputedStyle(around).clipPath.startsWith('inset(50%')) return false;
    if (one.closest('[inert]') || (one instanceof HTMLInputElement && one.disabled)) return false;
    const { width, height } = one.getBoundingClientRect();
    return width > 1 && height > 1;
  });
  /** A label is part of its control's target, and so is a cell that the control's own box is stretched over. */
  const boxOf = (one: HTMLElement) => {
    const stretched = getComputedStyle(one, '::after');
    const over = stretched.content !== 'none' && stretched.position === 'absolute' ? one.offsetParent : null;
    const labels = one instanceof HTMLInputElement ? [...(one.labels ?? [])] : [];
    const boxes = [one, ...labels, ...(over ? [over] : [])].map((part) => part.getBoundingClientRect());
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    const right = Math.max(...boxes.map((box) => box.right));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  };
  /** What lies over the page does not crowd what happens to lie under it right now. */
  const layerOf = (one: Element) => {
    for (let around: Element | null = one; around; around = around.parentElement)
      if (/fixed|sticky/.test(getComputedStyle(around).position)) return around;
    return null;
  };
  const inSentence = (one: HTMLElement) =>
    getComputedStyle(one).display === 'inline' &&
    [...(one.parentElement?.childNodes ?? [])].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    );
  const small = targets.filter((one) => {
    const { width, height } = boxOf(one);
    return (width < least - 0.5 || height < least - 0.5) && !inSentence(one);
  });
  const middle = ({ left, top, width, height }: ReturnType<typeof boxOf>) => ({
    x: left + width / 2,
    y: top + height / 2,
  });
  const crowded = small.filter((one) => {
    const at = middle(boxOf(one));
    return targets.some((other) => {
      if (other === one || other.contains(one) || one.contains(other)) return false;
      if (layerOf(other) !== layerOf(one)) return false;
      const box = boxOf(other);
      if (small.includes(other)) return Math.hypot(at.x - middle(box).x, at.y - middle(box).y) < least;
      const x = Math.max(box.left - at.x, 0, at.x - box.right);
      const y = Math.max(box.top - at.y, 0, at.y - box.bottom);
      return Math.hypot(x, y) < least / 2;
    });
  });
  return crowded.map((one) => {
    const { width, height } = boxOf(one);
    const words = one.getAttribute('aria-label') ?? one.textContent.trim();
    return `${Math.round(width)} × ${Math.round(height)}: ${one.tagName.toLowerCase()}.${one.className} “${words.slice(0, 40)}”`;
  });
}
