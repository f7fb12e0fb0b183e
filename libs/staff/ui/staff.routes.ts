import { Routes } from '@angular/router';
import { forRoles, signedIn } from './guards';

export const signInRoutes: Routes = [
  {
    path: 'sign-in',
    title: 'Sign in · Stipple',
    loadComponent: () => import('./sign-in-page/sign-in-page').then((page) => page.SignInPage),
  },
];

export const staffRoutes: Routes = [
  {
    path: 'settings',
    title: 'Settings · Stipple',
    canActivate: [signedIn],
    loadComponent: () => import('./settings-page/settings-page').then((page) => page.SettingsPage),
  },
  {
    path: 'people',
    title: 'People · Stipple',
    canActivate: [forRoles('administrator')],
    loadComponent: () => import('./people-page/people-page').then((page) => page.PeoplePage),
  },
  {
    path: 'audit',
    title: 'Audit · Stipple',
    canActivate: [forRoles('administrator', 'manager')],
    loadComponent: () => import('./audit-page/audit-page').then((page) => page.AuditPage),
  },
];
