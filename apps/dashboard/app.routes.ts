import { Routes } from '@angular/router';
import { casesRoutes } from '@stipple/cases-ui';
import { decisionsRoutes } from '@stipple/decisions-ui';
import { evidenceRoutes } from '@stipple/evidence-ui';
import { yourCaseRoutes } from '@stipple/patient-ui';
import { payersRoutes } from '@stipple/payers-ui';
import { packetsRoutes } from '@stipple/packets-ui';
import { reportsRoutes } from '@stipple/reports-ui';
import { scheduleRoutes } from '@stipple/schedule-ui';
import { screeningRoutes } from '@stipple/screening-ui';
import { patientRoutes, selfPayRoutes } from '@stipple/selfpay-ui';
import { forRoles, signInRoutes, staffRoutes, toHome } from '@stipple/staff-ui';
import { watchingRoutes } from '@stipple/watching-ui';
import { Shell } from './shell/shell';

/** Every page of the dashboard, each loaded when first needed. The paths hold ids and filters, never a patient's data. */
export const routes: Routes = [
  ...signInRoutes,
  ...patientRoutes,
  ...yourCaseRoutes,
  {
    path: '',
    component: Shell,
    children: [
      { path: '', pathMatch: 'full', canActivate: [toHome], children: [] },
      ...casesRoutes,
      ...evidenceRoutes,
      ...payersRoutes,
      ...packetsRoutes,
      ...screeningRoutes,
      ...decisionsRoutes,
      ...scheduleRoutes,
      ...selfPayRoutes,
      ...watchingRoutes,
      ...reportsRoutes,
      ...staffRoutes,
      {
        path: 'design',
        title: 'Design · Stipple',
        canActivate: [forRoles('administrator')],
        loadComponent: () => import('./design-page/design-page').then((page) => page.DesignPage),
      },
    ],
  },
  { path: '**', redirectTo: '' },
];
