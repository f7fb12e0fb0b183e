import { HttpErrorResponse, HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { Observable, defer, finalize, retry, tap, throwError, timer } from 'rxjs';
import { ApiProblem, stoppedReading } from '../api/api-problem';
import { Connection } from './connection';
import { Pending } from './pending';

/** A pause longer than this is worth a sentence and a button, not a page that seems to hang. */
const longestPause = 120;

/**
 * Watches every request: whether the server answers at all, how long it takes, and whether it asks for a pause. A read
 * that came too early is read again by itself after the pause; a change never is.
 */
export const faultInterceptor: HttpInterceptorFn = (request, next) => {
  const connection = inject(Connection);
  const pending = inject(Pending);
  const isRead = request.method === 'GET';
  // What the page does by itself keeps nobody waiting.
  const quiet = request.headers.has('stipple-passive');
  const once = defer(() => {
    const end = quiet ? () => undefined : pending.begin(isRead);
    return next(request).pipe(finalize(end));
  });
  const answer = once.pipe(
    tap({
      next: (event) => event instanceof HttpResponse && connection.heard(),
      error: (error: unknown) => {
        if (ApiProblem.from(error).passing) connection.suspect();
      },
    }),
    retry({
      count: 3,
      delay: (error: unknown) => {
        const { status, retryAfter = 0 } = ApiProblem.from(error);
        if (!isRead || status !== 429 || retryAfter < 1 || retryAfter > longestPause)
          return throwError(() => error);
        pending.pause(retryAfter);
        return timer(retryAfter * 1000 + Math.random() * 300);
      },
    }),
  );
  return isRead && !quiet ? stoppable(answer, pending.stopped) : answer;
};

/** Fails when somebody has had enough of waiting. */
function stoppable<T>(answer: Observable<T>, stopped: Observable<void>): Observable<T> {
  return new Observable((to) => {
    const stop = stopped.subscribe(() =>
      to.error(new HttpErrorResponse({ status: 0, error: stoppedReading })),
    );
    stop.add(answer.subscribe(to));
    return stop;
  });
}
