import { Routes } from '@angular/router';
import { forRoles } from '@stipple/staff-ui';

const everyone = forRoles('coordinator', 'physician', 'manager', 'administrator');
const writers = forRoles('coordinator', 'administrator');

export const payersRoutes: Routes = [
  {
    path: 'payers',
    title: 'Payers · Stipple',
    canActivate: [everyone],
    loadComponent: () => import('./payers-page/payers-page').then((page) => page.PayersPage),
  },
  {
    path: 'payers/:payerId',
    title: 'Payer · Stipple',
    canActivate: [everyone],
    loadComponent: () => import('./payer-page/payer-page').then((page) => page.PayerPage),
  },
  {
    path: 'payers/:payerId/profile',
    title: 'What we know of a payer · Stipple',
    canActivate: [writers],
    loadComponent: () => import('./profile-page/profile-page').then((page) => page.ProfilePage),
  },
  {
    path: 'payers/:payerId/new-policy',
    title: 'New policy version · Stipple',
    canActivate: [writers],
    loadComponent: () => import('./rule-editor/rule-editor-page').then((page) => page.RuleEditorPage),
  },
  {
    path: 'policies/:policyId',
    title: 'Policy · Stipple',
    canActivate: [everyone],
    loadComponent: () => import('./policy-page/policy-page').then((page) => page.PolicyPage),
  },
  {
    path: 'policies/:policyId/edit',
    title: 'Edit a policy · Stipple',
    canActivate: [writers],
    loadComponent: () => import('./rule-editor/rule-editor-page').then((page) => page.RuleEditorPage),
  },
];
