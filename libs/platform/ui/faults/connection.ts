import { Injectable, signal } from '@angular/core';

const probeEveryMs = 1000;
const probeTimeoutMs = 3000;

/**
 * Whether the clinic's server can be reached. One failed request proves nothing, so it is asked itself; once it is
 * known to be away it is asked every second, and whoever reads from it hears of its return and reads again.
 */
@Injectable({ providedIn: 'root' })
export class Connection {
  private readonly returns = new Set<() => void>();
  private lastHeard = new Date();
  private asking = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly away = signal<Date | null>(null);
  /** When the server was heard of last, while it is away; null while it can be reached. */
  readonly lostSince = this.away.asReadonly();

  constructor() {
    addEventListener('offline', () => this.lose());
    addEventListener('online', () => void this.ask());
  }

  /** Tells when the server is back, for as long as the page lives. */
  onReturn(listener: () => void): void {
    this.returns.add(listener);
  }

  /** Something arrived: an answer, or a line of the stream. */
  heard(): void {
    this.lastHeard = new Date();
  }

  /** Something failed that would have arrived from a server in good order. */
  suspect(): void {
    if (this.away() === null) void this.ask();
  }

  private lose(): void {
    if (this.away() === null) this.away.set(this.lastHeard);
    this.timer ??= setTimeout(() => {
      this.timer = null;
      void this.ask();
    }, probeEveryMs);
  }

  /** Asks the server itself, and says so to everybody when it is away. */
  async reached(): Promise<boolean> {
    const answers = await probe();
    if (!answers) this.lose();
    return answers;
  }

  private async ask(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    const answers = await probe();
    this.asking = false;
    if (!answers) return this.lose();
    this.heard();
    if (this.away() === null) return;
    this.away.set(null);
    for (const listener of this.returns) listener();
  }
}

function probe(): Promise<boolean> {
  return fetch('/health/ready', { cache: 'no-store', signal: AbortSignal.timeout(probeTimeoutMs) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
