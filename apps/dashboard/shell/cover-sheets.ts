/**
 * Sheets and menus lie outside the page, so locking the page alone would leave them open to the eye and the keyboard.
 * An open sheet also hides everything else from screen readers, the lock screen among it. Returns what uncovers them.
 */
export function coverSheets(document: Document): () => void {
  const sheets = document.querySelector<HTMLElement>('.cdk-overlay-container');
  const root = document.querySelector('st-root');
  const focused = document.activeElement;
  const unspoken = root?.getAttribute('aria-hidden') ?? null;
  sheets?.setAttribute('inert', '');
  sheets?.style.setProperty('visibility', 'hidden');
  root?.removeAttribute('aria-hidden');
  return () => {
    sheets?.removeAttribute('inert');
    sheets?.style.removeProperty('visibility');
    if (unspoken !== null) root?.setAttribute('aria-hidden', unspoken);
    // Back to the very field that was being typed into.
    if (focused instanceof HTMLElement) focused.focus();
  };
}
