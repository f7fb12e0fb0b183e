import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';

/** By its package and not by this file, which lies elsewhere once it is bundled. */
const [clone = '.'] = createRequire(import.meta.url)
  .resolve('@sparticuz/chromium')
  .split('node_modules');
const folder = join(clone, 'node_modules/.cache/stipple-chromium');

/**
 * The browser that npm brought, unpacked into this clone. Its package would unpack it into the system's temporary
 * folder for whoever comes first, and nobody else could start it there.
 */
export async function ownChromium(): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
