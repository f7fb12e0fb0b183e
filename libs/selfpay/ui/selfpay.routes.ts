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

/** Outside the dashboard's frame: whoever comes here has no account. The token of a link stands behind its #. */
export const patientRoutes: Routes = [
  {
    path: 'your-estimate',
    title: 'Your estimate · Stipple',
    loadComponent: () => import('./patient-page/patient-page').then((page) => page.PatientPage),
  },
];
