import { HttpProblem } from '@stipple/http';

/** Pictures take a processor for a second each; more than two at once would only make everybody wait. */
const mostAtOnce = 2;
const mostWaiting = 40;

let busy = 0;
const waiting: (() => void)[] = [];

/** Does heavy work on a file when it is its turn. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= mostAtOnce) {
    if (waiting.length >= mostWaiting)
      throw new HttpProblem(503, 'busy', 'Too many files are being read right now; try again in a minute.');
    await new Promise<void>((go) => waiting.push(go));
  } else busy++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy--;
  }
}
