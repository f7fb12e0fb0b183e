import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * By which a kept day is known to be of this program: a hash of the file that runs, and so of every rule in it. Another
 * release judges anew, whether or not somebody thought that it had changed a rule.
 */
export const judgedBy: string = createHash('sha256')
  .update(readFileSync(process.argv[1] ?? process.execPath))
  .digest('hex')
  .slice(0, 24);
