import { Agent, request } from 'node:http';

/** One request, and who wants to hear how it ended. */
export interface Wanted {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes it a POST. */
  readonly body?: string;
  readonly ended?: (status: number) => void;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
}

export interface Drive {
  readonly url: string;
  /** The next request; null when there are no more. */
  readonly next: () => Wanted | null;
  /** So many are under way at every moment. */
  readonly atOnce: number;
  readonly seconds: number;
  readonly most?: number;
}

export interface Driven {
  /** How long each request took, in milliseconds, to the last byte of its answer. */
  readonly latencies: readonly number[];
  readonly seconds: number;
}

/**
 * Sends requests one after the other over so many connections until the time is over, or there are no more.
 *
 * @throws Error where one of them fails: what did not work has no speed
 */
export async function drive({ url, next, atOnce, seconds, most = Infinity }: Drive): Promise<Driven> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const latencies: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  let sent = 0;
  const work = async () => {
    while (performance.now() < end && sent < most) {
      const wanted = next();
      if (wanted === null) return;
      sent += 1;
      const at = performance.now();
      const { status, text } = await send(url, wanted, agent);
      latencies.push(performance.now() - at);
      wanted.ended?.(status);
      if (status >= 400) throw new Error(`${wanted.path} was answered with ${status}: ${text.slice(0, 500)}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
    return { latencies, seconds: (performance.now() - began) / 1000 };
  } finally {
    agent.destroy();
  }
}

export function send(url: string, { path, headers, body }: Wanted, agent?: Agent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const asked = request(`${url}${path}`, { method, agent, headers: { ...type, ...headers } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
      answer.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
