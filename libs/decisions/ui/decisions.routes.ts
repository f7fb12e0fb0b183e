import { Routes } from '@angular/router';
import { forRoles } from '@stipple/staff-ui';

export const decisionsRoutes: Routes = [
  {
    path: 'cases/:caseId/appeals/:challengeId',
    data: { asks: '/api/challenges/:challengeId/outline' },
    title: 'Appeal · Stipple',
    canActivate: [forRoles('coordinator', 'physician')],
    loadComponent: () => import('./appeal-page/appeal-page').then((page) => page.AppealPage),
  },
  {
    path: 'cases/:caseId/calls/:challengeId',
    data: { asks: '/api/challenges/:challengeId/brief' },
    title: 'Brief for the call · Stipple',
    canActivate: [forRoles('coordinator', 'physician')],
    loadComponent: () => import('./brief-page/brief-page').then((page) => page.BriefPage),
  },
];
