import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '@stipple/postgres';
import pg from 'pg';
import { attacks } from './attacks';
import { planTrials, tryAndTakeBack } from './guards/remove-each';
import { attackOneByOne } from './one-by-one';
import { ProvingGround, openProvingGround } from './proving-ground';
import { race } from './race/race';

/*
 * `npm run prove [-- --attempts N --clients M]`: attacks the law on a PostgreSQL of its own, then removes each guard
 * in turn and must notice. Ends with 0 only when nothing came through and every guard was missed.
 */
const usage = 'npm run prove [-- --attempts N --clients M]   (at least 1 attempt; 1 to 180 clients)';

let stopped = false;
process.on('SIGINT', () => (stopped = true));
process.on('SIGTERM', () => (stopped = true));

const options = readOptions();
const folder = mkdtempSync(join(tmpdir(), 'stipple-prove-'));
const server = await startEmbeddedPostgres({
  folder,
  keep: 'throwaway',
  settings: { max_connections: String(options.clients + 20), deadlock_timeout: '100ms' },
});
let code = 1;
try {
  const ground = await openProvingGround(server.url, 'proof');
  code = await prove(ground);
  await ground.close();
} catch (error) {
  console.error(error);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(code);

async function prove(ground: ProvingGround): Promise<number> {
  const clock = performance.now();
  const since = () => `${Math.round((performance.now() - clock) / 1000)} s`;
  const { owner, bench, applicationUrl } = ground;
  console.log(`Each of ${attacks.length} attacks alone, while all guards stand`);
  const application = new pg.Client({ connectionString: applicationUrl });
  await application.connect();
  const surprises = await attackOneByOne(application, owner, bench);
  await application.end();
  for (const { attack, says } of surprises) console.log(`  “${attack}” ${says}`);

  const client = new pg.Client({ connectionString: server.url.replace(/[^/]*$/, 'proof') });
  await client.connect();
  const { trials, unaccounted } = await planTrials(client);
  console.log(`Each of ${trials.length} guards removed in turn (after ${since()})`);
  for (const name of unaccounted) console.log(`  UNACCOUNTED: ${name}`);
  let noticed = 0;
  for (const trial of stopped ? [] : trials) {
    const finding = await tryAndTakeBack(client, bench, trial);
    if (finding.noticed) noticed += 1;
    else console.log(`  NOT NOTICED: ${finding.guard}: ${finding.says}`);
  }
  await client.end();

  console.log(
    `${format(options.attempts)} attempts by ${options.clients} clients at once (after ${since()})`,
  );
  const result = await race({ bench, owner, applicationUrl, ...options, stopped: () => stopped, onProgress });
  endLine();
  console.log(
    `  ${format(result.cameThrough)} lawful ones came through, ${format(result.refused)} were refused, ${format(result.cutOff)} were cut off ` +
      `(${format(result.killed)} killed by the server); the oracle looked ${result.looks} times`,
  );
  for (const violation of result.violations) console.log(`  VIOLATION: ${violation}`);

  const violations = result.violations.length + surprises.filter(({ isViolation }) => isViolation).length;
  const attempts = result.attempts + attacks.length;
  console.log(
    `\nprove: ${attempts} attempts, ${violations} violations, ${trials.length} guards removed, ${noticed} noticed`,
  );
  const isProven = violations === 0 && noticed === trials.length && unaccounted.length === 0;
  return isProven && surprises.length === 0 && !stopped ? 0 : 1;
}

function format(number: number): string {
  return number.toLocaleString('en-US');
}

function onProgress(done: number): void {
  if (process.stdout.isTTY) process.stdout.write(`\r  ${Math.round((100 * done) / options.attempts)}%`);
}

function endLine(): void {
  if (process.stdout.isTTY) process.stdout.write('\r');
}

function readOptions(): { readonly attempts: number; readonly clients: number } {
  try {
    const { values } = parseArgs({
      options: {
        attempts: { type: 'string', default: '100000' },
        clients: { type: 'string', default: '64' },
      },
    });
    const [attempts, clients] = [Number(values.attempts), Number(values.clients)];
    const isCount = (number: number, most: number) =>
      Number.isInteger(number) && number >= 1 && number <= most;
    if (!isCount(attempts, 1_000_000_000)) throw new Error(`--attempts is “${values.attempts}”, no number.`);
    if (!isCount(clients, 180)) throw new Error(`--clients is “${values.clients}”, no number from 1 to 180.`);
    return { attempts, clients };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
}
