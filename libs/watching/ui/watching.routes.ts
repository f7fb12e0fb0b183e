import { Routes } from '@angular/router';
import { forRoles } from '@stipple/staff-ui';

export const watchingRoutes: Routes = [
  {
    path: 'notices',
    data: { asks: '/api/notices?most=50' },
    title: 'Notices · Stipple',
    canActivate: [forRoles('coordinator', 'physician', 'manager')],
    loadComponent: () => import('./notices-page/notices-page').then((page) => page.NoticesPage),
  },
];
