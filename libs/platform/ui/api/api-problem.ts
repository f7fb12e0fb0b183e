import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@stipple/contracts';
import type { Refusal } from '@stipple/domain';

/** What the API said no to, or that it could not be reached at all. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly refusals: readonly Refusal[],
    readonly current: Readonly<Record<string, unknown>> | undefined,
    /** Seconds after which trying again makes sense. */
    readonly retryAfter?: number,
  ) {
    super(refusals.map((refusal) => refusal.sentence).join(' '));
  }

  /** Whether trying the same again may work: no network, no server, no database. */
  get passing(): boolean {
    if (this.code === 'stopped' || this.code === 'unexpected') return false;
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  static from(error: unknown): ApiProblem {
    if (error instanceof ApiProblem) return error;
    if (!(error instanceof HttpErrorResponse))
      return local('unexpected', 'Something unexpected happened', 'Reload the page and try again.');
    const body = problemIn(error.error);
    if (body) {
      const after = Number(error.headers.get('retry-after'));
      const { code, title, refusals, current } = body;
      return new ApiProblem(error.status, code, title, refusals, current, after > 0 ? after : undefined);
    }
    if (error.status === 0)
      return local(
        'offline',
        'No connection',
        'The clinic’s server cannot be reached. Nothing you typed is lost; try again in a moment.',
      );
    return new ApiProblem(
      error.status,
      'unknown',
      'Not possible',
      [{ code: 'unknown', sentence: `The server answered with ${error.status}. Try again in a moment.` }],
      undefined,
    );
  }
}

/** Stands in for an answer that somebody no longer wanted to wait for. */
export const stoppedReading = {
  code: 'stopped',
  title: 'Stopped',
  refusals: [{ code: 'stopped', sentence: 'You stopped waiting for this. Try again when you like.' }],
};

function local(code: string, title: string, sentence: string): ApiProblem {
  return new ApiProblem(0, code, title, [{ code, sentence }], undefined);
}

/** Angular hands an error's body over as text when the request expected text. */
function problemIn(body: unknown): Problem | null {
  const value: unknown = typeof body === 'string' ? parsed(body) : body;
  return typeof value === 'object' && value !== null && 'refusals' in value ? (value as Problem) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
