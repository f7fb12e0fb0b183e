import { Routes } from '@angular/router';
import { forRoles } from '@stipple/staff-ui';

export const scheduleRoutes: Routes = [
  {
    path: 'schedule',
    data: { asks: '/api/schedule' },
    title: 'Schedule · Stipple',
    canActivate: [forRoles('coordinator', 'physician', 'manager')],
    loadComponent: () => import('./schedule-page/schedule-page').then((page) => page.SchedulePage),
  },
  {
    path: 'schedule/at-risk',
    data: { asks: '/api/schedule/at-risk' },
    title: 'Bookings at risk · Stipple',
    canActivate: [forRoles('coordinator', 'physician', 'manager')],
    loadComponent: () => import('./at-risk-page/at-risk-page').then((page) => page.AtRiskPage),
  },
];
