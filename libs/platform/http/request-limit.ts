/** A browser's allowance: it fills up steadily, and every request takes one. */
interface Allowance {
  left: number;
  at: number;
}

/**
 * Keeps one browser that runs wild from taking the process away from everybody else. Every sign-in may make so many
 * requests a minute, all at once or spread over it; far more than a person needs, however quick. Each process counts
 * for itself: it is itself that it protects.
 */
export class RequestLimit {
  private readonly allowances = new Map<string, Allowance>();

  constructor(private readonly perMinute: number) {}

  /** Takes one request from the allowance. Returns the seconds to wait; 0 when it may go on. */
  take(key: string, now: number): number {
    const perMs = this.perMinute / 60_000;
    const before = this.allowances.get(key) ?? { left: this.perMinute, at: now };
    const left = Math.min(this.perMinute, before.left + (now - before.at) * perMs);
    this.allowances.delete(key);
    this.forgetOldest(now);
    // What comes too early costs nothing: whoever waits as long as they are told may go on.
    this.allowances.set(key, { left: left < 1 ? left : left - 1, at: now });
    return left < 1 ? Math.ceil((1 - left) / perMs / 1000) : 0;
  }

  /** Whoever was silent for a minute has their whole allowance again, so nothing need be remembered of them. */
  private forgetOldest(now: number): void {
    for (const [key, { at }] of this.allowances) {
      if (now - at < 60_000) return;
      this.allowances.delete(key);
    }
  }
}
