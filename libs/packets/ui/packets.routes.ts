import { Routes } from '@angular/router';
import { forRoles } from '@stipple/staff-ui';

export const packetsRoutes: Routes = [
  {
    path: 'cases/:caseId/photos',
    data: { asks: '/api/cases/:caseId/photos' },
    title: 'Photographs · Stipple',
    canActivate: [forRoles('coordinator', 'physician')],
    loadComponent: () => import('./photos-page/photos-page').then((page) => page.PhotosPage),
  },
  {
    path: 'cases/:caseId/letter',
    data: { asks: '/api/cases/:caseId/letter-desk' },
    title: 'Letter of medical necessity · Stipple',
    canActivate: [forRoles('coordinator', 'physician')],
    loadComponent: () => import('./letter-page/letter-page').then((page) => page.LetterPage),
  },
  {
    path: 'cases/:caseId/worksheet',
    data: { asks: '/api/cases/:caseId/worksheets' },
    title: 'Worksheet · Stipple',
    canActivate: [forRoles('coordinator', 'physician', 'manager')],
    loadComponent: () => import('./worksheet-page/worksheet-page').then((page) => page.WorksheetPage),
  },
  {
    path: 'cases/:caseId/packet',
    data: { asks: '/api/cases/:caseId/packet' },
    title: 'Packet · Stipple',
    canActivate: [forRoles('coordinator', 'physician')],
    loadComponent: () => import('./packet-page/packet-page').then((page) => page.PacketPage),
  },
  {
    path: 'submissions',
    data: { asks: '/api/submissions?' },
    title: 'Submissions · Stipple',
    canActivate: [forRoles('coordinator', 'manager')],
    loadComponent: () => import('./submissions-page/submissions-page').then((page) => page.SubmissionsPage),
  },
];
