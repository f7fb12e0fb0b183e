import { HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { tap } from 'rxjs';
import { CurrentPerson } from './current-person';

/** Notices when the server no longer knows us, or has locked the screen, whatever request it was. */
export const signInInterceptor: HttpInterceptorFn = (request, next) => {
  const router = inject(Router);
  const person = inject(CurrentPerson);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (!(error instanceof HttpErrorResponse) || request.url.endsWith('/api/me')) return;
        if (error.status === 423) person.locked.set(true);
        const entering = request.url.endsWith('/api/sign-in') || request.url.endsWith('/api/unlock');
        if (error.status === 401 && !entering)
          void router.navigate(['/sign-in'], { queryParams: { then: router.url } });
      },
    }),
  );
};
