import { Routes } from '@angular/router';
import { forRoles } from '@stipple/staff-ui';

export const screeningRoutes: Routes = [
  {
    path: 'cases/:caseId/screening',
    data: { asks: '/api/cases/:caseId/screening' },
    title: 'Screening · Stipple',
    canActivate: [forRoles('coordinator', 'physician')],
    loadComponent: () => import('./screening-page/screening-page').then((page) => page.ScreeningPage),
  },
];
