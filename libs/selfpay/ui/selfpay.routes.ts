import { Routes } from '@angular/router';
import { forRoles } from '@stipple/staff-ui';

export const selfPayRoutes: Routes = [
  {
    path: 'prices',
    data: { asks: '/api/prices' },
    title: 'Prices · Stipple',
    canActivate: [forRoles('manager')],
    loadComponent: () => import('./prices-page/prices-page').then((page) => page.PricesPage),
  },
];
