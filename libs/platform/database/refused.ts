import { Refusal } from '@stipple/domain';
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
}

/** No such thing in this clinic. Also the answer for another clinic's ids. */
export class Missing extends Error {
  constructor(readonly what: string) {
    super(`${what} not found`);
  }
}

/** Throws unless the list of refusals is empty. */
export function refuseIfAny(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new Refused(refusals);
}
