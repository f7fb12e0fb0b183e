import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import { Role, roles } from '@stipple/domain';
import { CurrentPerson } from './current-person';

/** Signed in, and in one of these roles; else to the sign-in page, or to the person's own first page. */
export function forRoles(...roles: readonly Role[]): CanActivateFn {
  return (_route, state) => {
    const person = inject(CurrentPerson);
    const router = inject(Router);
    if (person.me() === null)
      return person.locked() || person.problem()
        ? true
        : router.createUrlTree(['/sign-in'], { queryParams: { then: state.url } });
    return person.holds(...roles) || router.parseUrl(person.home());
  };
}

/** Signed in, whatever the role. */
export const signedIn: CanActivateFn = forRoles(...roles);

/** The bare address leads to where the day begins. */
export const toHome: CanActivateFn = () => {
  const person = inject(CurrentPerson);
  return inject(Router).parseUrl(person.me() === null ? '/sign-in' : person.home());
};
