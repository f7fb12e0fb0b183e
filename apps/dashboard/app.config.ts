import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import {
  ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  PreloadAllModules,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withPreloading,
} from '@angular/router';
import { CurrentPerson, signInInterceptor } from '@stipple/staff-ui';
import { MOVE_FORMS } from '@stipple/ui';
import { routes } from './app.routes';
import { moveForms } from './move-forms';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withPreloading(PreloadAllModules),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled' }),
    ),
    provideHttpClient(withFetch(), withInterceptors([signInInterceptor])),
    provideAppInitializer(() => inject(CurrentPerson).recall()),
    { provide: MOVE_FORMS, useValue: moveForms },
  ],
};
