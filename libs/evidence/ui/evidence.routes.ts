import { Routes } from '@angular/router';
import { forRoles } from '@stipple/staff-ui';

export const evidenceRoutes: Routes = [
  {
    path: 'cases/:caseId/evidence',
    data: { asks: '/api/cases/:caseId/evidence' },
    title: 'Evidence · Stipple',
    canActivate: [forRoles('coordinator', 'physician')],
    loadComponent: () => import('./evidence-page/evidence-page').then((page) => page.EvidencePage),
  },
];
