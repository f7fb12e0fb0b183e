import { Refusal, refusal } from '@stipple/domain';
import { Statement } from './statement';

/** The rules say no. Carries every reason; nothing was written. */
export class Refused extends Error {
  constructor(
    readonly refusals: readonly Refusal[],
    /** What is written although everything else is taken back, such as the count of wrong passwords. */
    readonly lasting?: Statement,
  ) {
    super(refusals.map((refusal) => refusal.code).join(', '));
  }
}

/** Somebody else moved first. Carries what stands there now and who put it there. */
export class Stale extends Error {
  constructor(readonly current: Readonly<Record<string, unknown>>) {
    super('stale version');
  }

  get refusal(): Refusal {
    const who = typeof this.current['changedBy'] === 'string' ? this.current['changedBy'] : 'Somebody';
    return refusal('stale', `${who} changed this in the meantime. Look at it again before you go on.`);
  }
}

/** No such thing in this clinic. Also the answer for another clinic's ids. */
export class Missing extends Error {
  constructor(readonly what: string) {
    super(`${what} not found`);
  }

  get refusal(): Refusal {
    return refusal('not_found', `There is no such ${this.what} in this clinic.`);
  }
}

/** Throws unless the list of refusals is empty. */
export function refuseIfAny(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new Refused(refusals);
}

/** What an error says to whoever asked, where it is a no of the rules and not a fault; null for a fault. */
export function refusalsIn(error: unknown): readonly Refusal[] | null {
  if (error instanceof Refused) return error.refusals;
  return error instanceof Stale || error instanceof Missing ? [error.refusal] : null;
}
