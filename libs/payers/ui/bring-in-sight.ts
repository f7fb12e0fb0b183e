/** A browser scrolls to the line one writes in; of a field of several lines the rest may stay below the navigation. */
export function bringInSight({ target }: FocusEvent): void {
  if (target instanceof HTMLTextAreaElement) target.scrollIntoView({ block: 'nearest' });
}
