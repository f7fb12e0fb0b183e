import { Routes } from '@angular/router';
import { forRoles } from '@stipple/staff-ui';

export const selfPayRoutes: Routes = [
  {
    path: 'cases/:caseId/ledger/:agreementId',
    data: { asks: '/api/self-pay-agreements/:agreementId/ledger' },
    title: 'Ledger · Stipple',
    canActivate: [forRoles('coordinator', 'manager')],
    loadComponent: () => import('./ledger-page/ledger-page').then((page) => page.LedgerPage),
  },
  {
    path: 'prices',
    data: { asks: '/api/prices' },
    title: 'Prices · Stipple',
    canActivate: [forRoles('manager')],
    loadComponent: () => import('./prices-page/prices-page').then((page) => page.PricesPage),
  },
];
