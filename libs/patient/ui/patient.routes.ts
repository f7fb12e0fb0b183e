import { Routes } from '@angular/router';

/** Outside the dashboard's frame: whoever comes here has no account. The token of a link stands behind its #. */
export const yourCaseRoutes: Routes = [
  {
    path: 'your-case',
    title: 'Your case · Stipple',
    loadComponent: () => import('./your-case/your-case-page').then((page) => page.YourCasePage),
  },
];
