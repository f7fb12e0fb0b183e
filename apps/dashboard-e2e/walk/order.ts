/** Run in the page: where what is seen comes in another order than what is read, and what a page must have once. */
export function disordered(): string[] {
  const found: string[] = [];
  const shown = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.trim().slice(0, 40)}”`;
  const all = [...document.querySelectorAll('body *')].filter(shown);

  for (const element of all) {
    const style = getComputedStyle(element);
    const box = getComputedStyle(element.parentElement ?? element).display;
    if (/flex|grid/.test(box) && style.order !== '0') found.push(`has an order of its own: ${name(element)}`);
    if (
      /flex/.test(style.display) &&
      style.flexDirection.endsWith('reverse') &&
      element.childElementCount > 1
    )
      found.push(`runs backwards: ${name(element)}`);
    if (/grid/.test(style.display) && style.gridAutoFlow.includes('dense'))
      found.push(`is packed: ${name(element)}`);
    if (element instanceof HTMLElement && element.tabIndex > 0)
      found.push(`has its turn first: ${name(element)}`);
  }

  const loose = (element: Element) => {
    for (let one: Element | null = element; one; one = one.parentElement)
      if (/fixed|sticky|absolute/.test(getComputedStyle(one).position)) return true;
    return false;
  };
  const marks = all.filter(
    (element) =>
      element.matches('h1, h2, h3, h4, section, aside, form, table, nav, footer') && !loose(element),
  );
  for (const [at, first] of marks.entries())
    for (const second of marks.slice(at + 1)) {
      if (first.contains(second)) continue;
      const [a, b] = [first.getBoundingClientRect(), second.getBoundingClientRect()];
      if (a.width < 2 || b.width < 2) continue;
      const sameColumn = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2;
      const sameLine =
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) / 2;
      if (sameColumn && b.bottom <= a.top + 1)
        found.push(`read before, seen below: ${name(first)}, ${name(second)}`);
      if (sameLine && b.right <= a.left + 1)
        found.push(`read before, seen right: ${name(first)}, ${name(second)}`);
    }

  const many = (selector: string) => all.filter((element) => element.matches(selector)).length;
  if (many('h1') !== 1) found.push(`${many('h1')} first headings`);
  if (many('main') > 1) found.push(`${many('main')} main parts`);
  if (!/\S · Stipple$/.test(document.title)) found.push(`is called “${document.title}”`);
  return found;
}

/** Run in the page: what still moves for somebody who asked that nothing moves. */
export function moving(): string[] {
  const longest = (times: string) => Math.max(...times.split(',').map((time) => Number.parseFloat(time)));
  const slow = [...document.querySelectorAll('*')].filter((element) =>
    [undefined, '::before', '::after'].some((part) => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(element, part);
      return (
        (animationName !== 'none' && longest(animationDuration) > 0.01) || longest(transitionDuration) > 0.01
      );
    }),
  );
  const running = document
    .getAnimations()
    .filter((one) => Number(one.effect?.getComputedTiming().duration) > 10);
  return [
    ...slow.map((element) => `moves: ${element.tagName.toLowerCase()}.${element.className}`),
    ...running.map(() => 'an animation runs'),
  ];
}
