import { Routes } from '@angular/router';
import { forRoles } from '@stipple/staff-ui';

export const reportsRoutes: Routes = [
  {
    path: 'denials',
    title: 'Denials · Stipple',
    canActivate: [forRoles('manager', 'coordinator')],
    loadComponent: () => import('./denials-page/denials-page').then((page) => page.DenialsPage),
  },
];
