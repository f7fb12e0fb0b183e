import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * By which a kept day is known to be of this program: a hash of the file that this stands in, which is the whole program
 * once it is bundled, and so of every rule. Another release judges anew, whether or not somebody thought that it had
 * changed a rule, and whatever starts it.
 */
export const judgedBy: string = createHash('sha256')
  .update(readFileSync(new URL(import.meta.url)))
  .digest('hex')
  .slice(0, 24);
