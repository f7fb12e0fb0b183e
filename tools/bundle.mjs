import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Bundles one TypeScript program of the server side into `dist/<name>.mjs`; packages of npm stay outside.
 * Takes tenths of a second, so whatever needs TypeScript at run time simply bundles first.
 *
 * @returns the path of the bundle
 */
export async function bundle(source, name) {
  const file = join(root, 'dist', `${name}.mjs`);
  await build({
    input: join(root, source),
    platform: 'node',
    // Our own libraries and the compiler's decorator helpers are taken in.
    external: /^(?!@stipple\/|@oxc-project\/)[^./\0]/,
    tsconfig: join(root, 'tsconfig.server.json'),
    output: { file, format: 'esm', sourcemap: true },
    logLevel: 'warn',
  });
  return file;
}
