import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { Answers, Order } from './orders';

/** A server in a process of its own, which also answers orders. */
export class Child {
  private number = 0;
  private readonly waiting = new Map<number, (value: unknown) => void>();

  private constructor(
    private readonly process: ChildProcess,
    readonly url: string,
  ) {
    process.on('message', ({ number, value }: { number: number; value: unknown }) => {
      this.waiting.get(number)?.(value);
      this.waiting.delete(number);
    });
  }

  /** @param program its bundle */
  static async start(program: string, settings: Readonly<Record<string, string>>): Promise<Child> {
    const child = fork(program, {
      env: { ...process.env, NODE_OPTIONS: '', ...settings },
      execArgv: [],
      // Values of statements are bytes and days as well.
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const ended = once(child, 'exit').then(() => [{}]);
    const [{ url }] = (await Promise.race([once(child, 'message'), ended])) as [{ url?: string }];
    if (url === undefined) throw new Error(`${program} ended before it began.`);
    return new Child(child, url);
  }

  tell<What extends Order['what']>(order: Extract<Order, { what: What }>): Promise<Answers[What]> {
    return new Promise((resolve, reject) => {
      const number = (this.number += 1);
      this.waiting.set(number, (value) => resolve(value as Answers[What]));
      this.process.send({ number, order }, (error) => error && reject(error));
    });
  }

  async stop(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }
}

/** Bundles a program of this bench; the bundler's threads stay out of the process that is measured. */
export async function bundled(source: string): Promise<string> {
  const name = `bench-${source.replace(/^.*\//, '').replace('.ts', '')}`;
  const said = `import { bundle } from './tools/bundle.mjs'; console.log(await bundle('tools/bench/servers/${source}', '${name}'));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', said], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return stdout.trim();
}
