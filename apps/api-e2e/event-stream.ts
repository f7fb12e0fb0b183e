import { setTimeout as pause } from 'node:timers/promises';
import { PresenceNews } from '@stipple/contracts';
import type { Browser, Stage } from './harness';

export interface Heard {
  readonly id: string;
  readonly event: string;
  readonly data: { caseId?: string; subject?: string; subjectId?: string; move?: string };
}

/** A browser's stream of server-sent events, kept as it comes. */
export class EventStream {
  readonly heard: Heard[] = [];
  /** What was told of who is where; it comes and goes beside the events of the outbox. */
  readonly presence: PresenceNews[] = [];
  /** The last id that was sent, also by a line without an event: what the browser would say on its return. */
  lastId = '';
  private readonly end = new AbortController();
  private text = '';

  private constructor(readonly status: number) {}

  static async open(
    stage: Pick<Stage, 'url'>,
    browser: Browser,
    lastEventId?: string,
    tab?: string,
  ): Promise<EventStream> {
    const end = new AbortController();
    const headers = { cookie: browser.cookie, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) };
    const response = await fetch(`${stage.url}/api/events${tab ? `?tab=${tab}` : ''}`, {
      headers,
      signal: end.signal,
    });
    const stream = new EventStream(response.status);
    stream.end.signal.addEventListener('abort', () => end.abort());
    void stream.read(response);
    return stream;
  }

  /** Waits until something heard fits; gives up after a second, which is what is promised. */
  async until(fits: (heard: Heard) => boolean): Promise<Heard> {
    for (let waited = 0; waited <= 1000; waited += 10) {
      const found = this.heard.find(fits);
      if (found) return found;
      await pause(10);
    }
    throw new Error(`not heard within a second; heard ${JSON.stringify(this.heard)}`);
  }

  close(): void {
    this.end.abort();
  }

  private async read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? [])
        this.take(decoder.decode(chunk as Uint8Array, { stream: true }));
    } catch (error) {
      if (!this.end.signal.aborted) throw error;
    }
  }

  private take(text: string): void {
    const blocks = (this.text + text).split('\n\n');
    this.text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = Object.fromEntries(
        block
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      ) as { id?: string; event?: string; data?: string };
      if (fields.id) this.lastId = fields.id;
      if (fields.event === 'presence' && fields.data)
        this.presence.push(PresenceNews.parse(JSON.parse(fields.data)));
      else if (fields.data)
        this.heard.push({ id: fields.id ?? '', event: fields.event ?? '', data: JSON.parse(fields.data) });
    }
  }
}
