import { Routes } from '@angular/router';
import { forRoles } from '@stipple/staff-ui';

export const reportsRoutes: Routes = [
  {
    path: 'denials',
    data: {
      asks: [
        '/api/reports/metrics?mode=event',
        '/api/reports/metrics/denial_rate/groups?mode=event&by=month',
        '/api/reports/metrics/denial_rate/groups?mode=event&by=payer',
      ],
    },
    title: 'Denials · Stipple',
    canActivate: [forRoles('manager', 'coordinator')],
    loadComponent: () => import('./denials-page/denials-page').then((page) => page.DenialsPage),
  },
  {
    path: 'denials/clocks',
    data: { asks: ['/api/reports/clock-breaches'] },
    title: 'Late decisions · Stipple',
    canActivate: [forRoles('manager', 'coordinator')],
    loadComponent: () =>
      import('./clock-breaches-page/clock-breaches-page').then((page) => page.ClockBreachesPage),
  },
  {
    path: 'reports/time-and-money',
    data: {
      asks: [
        '/api/reports/metrics?mode=case&metrics=open_time,payer_time,clinic_time,money_asked,money_granted,money_denied,money_recovered,self_pay_agreed,self_pay_paid',
        '/api/reports/metrics?mode=event&metrics=payer_days,days_to_appeal,denial_rate',
      ],
    },
    title: 'Time and money · Stipple',
    canActivate: [forRoles('manager', 'coordinator')],
    loadComponent: () =>
      import('./time-and-money-page/time-and-money-page').then((page) => page.TimeAndMoneyPage),
  },
  {
    path: 'reports/standing',
    data: {
      asks: [
        '/api/reports/standing/aging',
        '/api/reports/standing/authorizations?within=30',
        '/api/reports/standing/workload',
      ],
    },
    title: 'Where things stand · Stipple',
    canActivate: [forRoles('manager', 'coordinator')],
    loadComponent: () => import('./standing/page/standing-page').then((page) => page.StandingPage),
  },
  {
    path: 'reports/scheduled',
    data: { asks: ['/api/scheduled-reports'] },
    title: 'Scheduled reports · Stipple',
    canActivate: [forRoles('manager', 'coordinator')],
    loadComponent: () =>
      import('./scheduled-reports/scheduled-reports-page').then((page) => page.ScheduledReportsPage),
  },
  {
    path: 'reports/scheduled/:id',
    title: 'Scheduled report · Stipple',
    canActivate: [forRoles('manager', 'coordinator')],
    loadComponent: () => import('./scheduled-reports/report-run-page').then((page) => page.ReportRunPage),
  },
];
