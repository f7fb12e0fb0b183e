import { Refusal, refusal } from '@stipple/domain';

/** A no that belongs to HTTP and not to the domain: not signed in, not your role, wrong form. */
export class HttpProblem extends Error {
  readonly refusals: readonly Refusal[];

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    refusals?: readonly Refusal[],
    /** Seconds after which trying again makes sense. */
    readonly retryAfter?: number,
  ) {
    super(detail);
    this.refusals = refusals ?? [refusal(code, detail)];
  }
}
