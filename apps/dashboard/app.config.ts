import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import {
  ApplicationConfig,
  ErrorHandler,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withPreloading,
} from '@angular/router';
import { CurrentPerson, signInInterceptor } from '@stipple/staff-ui';
import { Faults, KNOWN_COMMANDS, MOVE_FORMS, faultInterceptor } from '@stipple/ui';
import { routes } from './app.routes';
import { PreloadLater } from './first-page';
import { moveForms } from './move-forms';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withPreloading(PreloadLater),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
    ),
    provideHttpClient(withFetch(), withInterceptors([signInInterceptor, faultInterceptor])),
    provideAppInitializer(() => inject(CurrentPerson).recall()),
    { provide: ErrorHandler, useExisting: Faults },
    { provide: MOVE_FORMS, useValue: moveForms },
    {
      provide: KNOWN_COMMANDS,
      useValue: () => import('./known-commands').then(({ knownCommands }) => knownCommands),
    },
  ],
};
