import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestServer } from '@stipple/testing/server';
import { format, resolveConfig } from 'prettier';
import { writeRoster } from './corpus/roster/write-roster';
import { describeClocks } from './describe/describe-clocks';
import { describeLifecycles } from './describe/describe-lifecycles';
import { describeMetrics } from './describe/describe-metrics';
import { describeRules } from './describe/describe-rules';
import { describeSchema } from './describe/describe-schema';

/* `npm run describe`: rewrites what is generated from the code: life cycles, rules, the tables of clocks, the definitions of figures, the schema’s snapshot, the roster. */
const root = process.cwd();

async function writeMarkdown(path: string, text: string): Promise<void> {
  const config = await resolveConfig(join(root, path));
  writeFileSync(join(root, path), await format(text, { ...config, parser: 'markdown' }));
  console.log(path);
}

await writeMarkdown('docs/lifecycle.md', describeLifecycles());
await writeMarkdown('docs/rules.md', describeRules(root));
await writeMarkdown('docs/clocks.md', describeClocks(readFileSync(join(root, 'docs/clocks.md'), 'utf8')));
await writeMarkdown('docs/metrics.md', describeMetrics(readFileSync(join(root, 'docs/metrics.md'), 'utf8')));
writeRoster(root);
const server = await startTestServer();
try {
  const url = server.url.replace(/postgres$/, 'stipple_template');
  writeFileSync(join(root, 'migrations/schema.sql'), await describeSchema(url));
  console.log('migrations/schema.sql');
} finally {
  await server.stop();
}
