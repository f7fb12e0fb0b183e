import { HttpErrorResponse, HttpHandlerFn, HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { ApiProblem } from '@stipple/ui';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { CurrentPerson } from './current-person';

/** Requests that open, close or ask about the sign-in itself: their answer is for whoever sent them. */
const ofTheSignIn = /\/api\/(me|sign-in|sign-out|lock|unlock)$/;

/**
 * Notices when the server no longer knows us, or has locked the screen, whatever request it was. The request waits until
 * the same person is back and is then sent again as it was, under its Idempotency-Key: nothing is lost, and nothing is
 * done twice.
 */
export const signInInterceptor: HttpInterceptorFn = (request, next) => {
  const router = inject(Router);
  const person = inject(CurrentPerson);
  if (ofTheSignIn.test(request.url)) return next(request);
  const send = (asked: HttpRequest<unknown>, on: HttpHandlerFn): ReturnType<HttpHandlerFn> =>
    on(asked).pipe(
      catchError((error: unknown) => {
        if (!(error instanceof HttpErrorResponse)) return throwError(() => error);
        const { status, code } = ApiProblem.from(error);
        if (status === 423) person.locked.set(true);
        else if (status !== 401 || code !== 'signed_out') return throwError(() => error);
        else if (person.me() !== null) person.signInEnded();
        else {
          void router.navigate(['/sign-in'], { queryParams: { then: router.url } });
          return throwError(() => error);
        }
        return from(person.back()).pipe(switchMap(() => send(asked, on)));
      }),
    );
  return send(request, next);
};
