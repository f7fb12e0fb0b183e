import { AsyncLocalStorage } from 'node:async_hooks';
import { Server } from 'node:http';
import pg from 'pg';
import type { Asked, Trip } from './trip';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/**
 * Writes down what a request sends to PostgreSQL, so that the floor can send the very same. It hangs itself into `pg` and
 * takes itself out again: while anything is measured, nothing of it is there.
 */
export class Recorder {
  private readonly requests = new AsyncLocalStorage<true>();
  private readonly waiting = new WeakMap<pg.Client, number>();
  private readonly groups: Asked[][] = [];
  private last: pg.Client | null = null;

  begin(): () => Trip {
    const { emit } = Server.prototype;
    const query = pg.Client.prototype.query as unknown as Query;
    const { requests } = this;
    Server.prototype.emit = function (this: Server, event: string, ...args: unknown[]) {
      const pass = () => emit.call(this, event, ...args);
      return event === 'request' ? requests.run(true, pass) : pass();
    } as typeof emit;
    const note = this.note.bind(this);
    (pg.Client.prototype as unknown as { query: Query }).query = function (...args) {
      return requests.getStore() ? note(this, query, args) : query.apply(this, args);
    };
    return () => {
      Server.prototype.emit = emit;
      (pg.Client.prototype as unknown as { query: Query }).query = query;
      return this.groups;
    };
  }

  private note(client: pg.Client, query: Query, args: unknown[]): unknown {
    const asked = askedIn(args);
    const ahead = this.waiting.get(client) ?? 0;
    if (ahead > 0 && this.last === client) this.groups.at(-1)?.push(asked);
    else this.groups.push([asked]);
    this.last = client;
    this.waiting.set(client, ahead + 1);
    const done = () => void this.waiting.set(client, (this.waiting.get(client) ?? 1) - 1);
    const callback = args.at(-1);
    if (typeof callback === 'function')
      args[args.length - 1] = (...answer: unknown[]) => {
        done();
        (callback as (...answer: unknown[]) => void)(...answer);
      };
    const answer = query.apply(client, args);
    if (answer instanceof Promise) void answer.then(done, done);
    return answer;
  }
}

/** The ways in which `pg` is asked: a text, a text with values, or both in an object. */
function askedIn([first, second]: readonly unknown[]): Asked {
  const values = Array.isArray(second) ? { values: second as unknown[] } : {};
  return typeof first === 'string' ? { text: first, ...values } : plain(first as Asked, values);
}

const plain = ({ name, text, values }: Asked, more: Pick<Asked, 'values'>): Asked => ({
  text,
  ...(name === undefined ? {} : { name }),
  ...(values === undefined ? more : { values: [...values] }),
});
