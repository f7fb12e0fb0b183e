import { Routes } from '@angular/router';

export const signInRoutes: Routes = [
  {
    path: 'sign-in',
    title: 'Sign in · Stipple',
    loadComponent: () => import('./sign-in-page/sign-in-page').then((page) => page.SignInPage),
  },
];
