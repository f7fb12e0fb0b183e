import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import {
  ApplicationConfig,
  ErrorHandler,
  Injector,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  withComponentInputBinding,
  withDisabledInitialNavigation,
  withInMemoryScrolling,
  withPreloading,
} from '@angular/router';
import { CurrentPerson, signInInterceptor } from '@stipple/staff-ui';
import { Faults, KNOWN_COMMANDS, MOVE_FORMS, faultInterceptor, nextTask } from '@stipple/ui';
import { routes } from './app.routes';
import { PreloadLater } from './first-page';
import { moveForms } from './move-forms';

/** Between what was made before and what is drawn after it the browser has its turn. */
async function whoIsHere(): Promise<void> {
  const injector = inject(Injector);
  await nextTask();
  await injector.get(CurrentPerson).recall();
  await nextTask();
}

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      // `main.ts` goes there itself, in a task of its own.
      withDisabledInitialNavigation(),
      withPreloading(PreloadLater),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
    ),
    provideHttpClient(withFetch(), withInterceptors([signInInterceptor, faultInterceptor])),
    provideAppInitializer(whoIsHere),
    { provide: ErrorHandler, useExisting: Faults },
    { provide: MOVE_FORMS, useValue: moveForms },
    {
      provide: KNOWN_COMMANDS,
      useValue: () => import('./known-commands').then(({ knownCommands }) => knownCommands),
    },
  ],
};
