export { CurrentPerson } from './current-person';
export { forRoles, toHome } from './guards';
export { FirstSteps } from './first-use/first-steps';
export { Hint } from './first-use/hint';
export { PutAway } from './first-use/put-away';
export { IdleLock } from './idle-lock';
export { LockScreen } from './lock-screen/lock-screen';
export { signInInterceptor } from './sign-in-interceptor';
export { signInRoutes, staffRoutes } from './staff.routes';
