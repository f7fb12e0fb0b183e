import { Injectable, inject, signal } from '@angular/core';
import { Toasts } from '@stipple/ui';
import { Asked, readOf } from './queue-state';

const lineFeed = 10;

/**
 * The whole view as a CSV file. Read as a stream, so that a long one shows how far it is and can be stopped, and so
 * that the search text travels in a header.
 */
@Injectable()
export class QueueExport {
  private readonly toasts = inject(Toasts);
  private stopper: AbortController | null = null;
  /** Lines written so far; null while none is under way. */
  readonly lines = signal<number | null>(null);

  async save(asked: Asked, fileName: string): Promise<void> {
    if (this.stopper) return;
    this.stopper = new AbortController();
    this.lines.set(0);
    try {
      const { url, headers } = readOf('/api/cases/export', {
        ...asked,
        state: { ...asked.state, after: undefined },
      });
      const answer = await fetch(url, { headers: { ...headers }, signal: this.stopper.signal });
      if (!answer.ok || !answer.body) throw new Error(`answered with ${answer.status}`);
      download(await this.collect(answer.body), fileName);
    } catch {
      if (!this.stopper.signal.aborted)
        this.toasts.say(
          'The file could not be written to its end. Nothing was saved; try again in a moment.',
          {
            tone: 'bad',
            icon: 'warning',
          },
        );
    } finally {
      this.stopper = null;
      this.lines.set(null);
    }
  }

  stop(): void {
    this.stopper?.abort();
  }

  private async collect(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value);
      const lines = part.value.reduce((sum, byte) => sum + (byte === lineFeed ? 1 : 0), 0);
      this.lines.update((before) => (before ?? 0) + lines);
    }
    return new Blob(parts, { type: 'text/csv' });
  }
}

function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
