import { Routes } from '@angular/router';
import { forRoles } from '@stipple/staff-ui';

const team = forRoles('coordinator', 'physician', 'manager');

export const casesRoutes: Routes = [
  {
    path: 'queue',
    title: 'Queue · Stipple',
    canActivate: [team],
    loadComponent: () => import('./queue-page/queue-page').then((page) => page.QueuePage),
  },
  {
    path: 'waiting',
    title: 'Needs me · Stipple',
    canActivate: [team],
    loadComponent: () => import('./waiting-page/waiting-page').then((page) => page.WaitingPage),
  },
  {
    path: 'cases/new',
    title: 'Open a case · Stipple',
    canActivate: [forRoles('coordinator')],
    loadComponent: () => import('./open-case-page/open-case-page').then((page) => page.OpenCasePage),
  },
  {
    path: 'cases/:caseId',
    title: 'Case · Stipple',
    canActivate: [team],
    loadComponent: () => import('./case-page/case-page').then((page) => page.CasePage),
  },
];
