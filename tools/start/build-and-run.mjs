import { pathToFileURL } from 'node:url';
import { buildDashboard } from '../build.mjs';
import { bundle, root } from '../bundle.mjs';

/* Builds what has changed and runs it in this process. */
try {
  await buildDashboard();
  const { start } = await import(pathToFileURL(await bundle('tools/start/start.ts', 'start')).href);
  await start(root);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
