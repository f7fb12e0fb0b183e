import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeRoster } from './make-roster';

/* Rewrites the roster beside this file: `npm run describe` does it with all that is generated. */
export function writeRoster(root: string): void {
  for (const [name, content] of Object.entries(makeRoster()))
    writeFileSync(join(root, 'tools/corpus/roster', name), content);
}
