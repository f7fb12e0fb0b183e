interface Watched {
  spokenLate?: string[];
}

/**
 * Run in the page, from when it stands still: notes every place for news that comes together with its first words. A
 * screen reader speaks what changes in a place it knows. An alert is spoken as it comes, and what opens in a sheet is
 * read from its beginning.
 */
export function watchSpoken(): void {
  const late: string[] = [];
  (globalThis as Watched).spokenLate = late;
  const places = '[role=status], [role=log], [aria-live=polite], [aria-live=assertive]';
  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof Element) || node.closest('dialog, [role=dialog], [role=alert]')) continue;
      // Within a place that was there before, it is that place which speaks.
      if (node.parentElement?.closest(places)) continue;
      const all = [...(node.matches(places) ? [node] : []), ...node.querySelectorAll(places)];
      for (const one of all)
        if (one.textContent.trim() && !one.closest('dialog, [role=dialog]'))
          late.push(
            `comes with its words: ${one.tagName.toLowerCase()}.${one.className} “${one.textContent.trim().slice(0, 40)}”`,
          );
    }
  }).observe(document.body, { subtree: true, childList: true });
}

export function spokenLate(): readonly string[] {
  return (globalThis as Watched).spokenLate ?? [];
}
