import { Routes } from '@angular/router';
import { forRoles } from '@stipple/staff-ui';

const team = forRoles('coordinator', 'physician', 'manager');
const everyone = forRoles('coordinator', 'physician', 'manager', 'administrator');
const importers = forRoles('coordinator', 'administrator');

export const casesRoutes: Routes = [
  {
    path: 'queue',
    data: { asks: '/api/cases?' },
    title: 'Queue · Stipple',
    canActivate: [team],
    loadComponent: () => import('./queue-page/queue-page').then((page) => page.QueuePage),
  },
  {
    path: 'waiting',
    data: { asks: '/api/waiting' },
    title: 'Needs me · Stipple',
    canActivate: [team],
    loadComponent: () => import('./waiting-page/waiting-page').then((page) => page.WaitingPage),
  },
  {
    path: 'drafts',
    title: 'Your drafts · Stipple',
    canActivate: [everyone],
    loadComponent: () => import('./drafts-page/drafts-page').then((page) => page.DraftsPage),
  },
  {
    path: 'cases/new',
    title: 'Open a case · Stipple',
    canActivate: [forRoles('coordinator')],
    loadComponent: () => import('./open-case-page/open-case-page').then((page) => page.OpenCasePage),
  },
  {
    path: 'cases/:caseId',
    data: { asks: '/api/cases/:caseId' },
    title: 'Case · Stipple',
    canActivate: [team],
    loadComponent: () => import('./case-page/case-page').then((page) => page.CasePage),
  },
  {
    path: 'cases/:caseId/sign/:kind/:subjectId',
    title: 'Read and sign · Stipple',
    canActivate: [team],
    loadComponent: () => import('./reading-page/reading-page').then((page) => page.ReadingPage),
  },
  {
    path: 'roster',
    title: 'Roster · Stipple',
    canActivate: [importers],
    loadComponent: () => import('./roster-page/roster-page').then((page) => page.RosterPage),
  },
  {
    path: 'roster/:importId',
    title: 'Import of a roster · Stipple',
    canActivate: [importers],
    loadComponent: () => import('./roster-page/import-page').then((page) => page.ImportPage),
  },
  {
    path: 'clinic',
    title: 'Clinic · Stipple',
    canActivate: [forRoles('coordinator', 'administrator')],
    loadComponent: () => import('./clinic-page/clinic-page').then((page) => page.ClinicPage),
  },
];
