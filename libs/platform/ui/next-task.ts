/**
 * Lets the browser paint, and hear a key, before what follows: to be awaited between two pieces of work that together
 * would keep it from both. Where the browser can, what follows goes before whatever else has queued up meanwhile.
 */
export function nextTask(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
