import { expect } from '@playwright/test';
import { within } from '../people/form';
import type { Place } from './place';
import { family } from './story';

const schedule = {
  route: 'schedule',
  sees: 'coordinator',
  address: ({ wednesday }: { wednesday: string }) => `/schedule?week=${wednesday}`,
} as const;
const queue = { route: 'queue', sees: 'coordinator', address: () => '/queue' } as const;

export const schedulePlaces: readonly Place[] = [
  { ...schedule, name: 'schedule, week' },
  { ...schedule, name: 'schedule, day', address: ({ wednesday }) => `/schedule?day=${wednesday}` },
  {
    ...schedule,
    name: 'schedule, a session',
    state: async (page) => {
      const day = page.locator('details.day').filter({ hasText: 'one session' });
      if (await day.isVisible()) await day.locator('summary').click();
      await page
        .getByRole('button', { name: new RegExp(`${family}.*Scheduled`) })
        .first()
        .click();
      await expect(page.getByRole('button', { name: 'Cancel session', exact: true })).toBeVisible();
    },
  },
  {
    ...schedule,
    name: 'schedule, placing with the marker',
    state: async (page) => {
      await page
        .getByRole('button', { name: new RegExp(`^Book ${family}`) })
        .first()
        .click();
      await expect(page.getByLabel('Begins', { exact: true })).toBeVisible();
    },
  },
  {
    ...schedule,
    name: 'schedule, sheet that confirms',
    state: async (page, { wednesday }) => {
      await page
        .getByRole('button', { name: new RegExp(`^Book ${family}`) })
        .first()
        .click();
      await page.getByLabel('Day', { exact: true }).fill(wednesday);
      await page.getByLabel('Begins', { exact: true }).fill('15:00');
      await page.getByLabel('Begins', { exact: true }).blur();
      await page.getByRole('button', { name: 'Book', exact: true }).click();
      await expect(within(page)).toBeVisible();
    },
  },
];

const atRisk = { route: 'schedule/at-risk', sees: 'manager', address: () => '/schedule/at-risk' } as const;

export const otherPlaces: readonly Place[] = [
  { route: 'sign-in', name: 'sign-in', sees: 'nobody', address: () => '/sign-in' },
  {
    route: 'your-case',
    name: 'patient’s page of their case, before it opens',
    sees: 'nobody',
    address: () => `/your-case#${'a'.repeat(43)}`,
  },
  {
    route: 'your-estimate',
    name: 'patient’s page, before it opens',
    sees: 'nobody',
    address: () => `/your-estimate#${'a'.repeat(43)}`,
  },
  { ...atRisk, name: 'bookings at risk' },
  { route: 'waiting', name: 'needs me', sees: 'physician', address: () => '/waiting' },
  { route: 'notices', name: 'notices', sees: 'coordinator', address: () => '/notices' },
  { route: 'submissions', name: 'submissions', sees: 'coordinator', address: () => '/submissions' },
  { route: 'denials', name: 'denials', sees: 'manager', address: () => '/denials' },
  {
    route: 'reports/standing',
    name: 'where things stand',
    sees: 'manager',
    address: () => '/reports/standing',
  },
  {
    route: 'reports/standing',
    name: 'where things stand, the cases of an owner',
    sees: 'manager',
    address: () => '/reports/standing?list=open_cases',
  },
  { route: 'denials/clocks', name: 'late decisions', sees: 'manager', address: () => '/denials/clocks' },
  {
    route: 'reports/time-and-money',
    name: 'time and money',
    sees: 'manager',
    address: () => '/reports/time-and-money',
  },
  {
    route: 'denials',
    name: 'denials, complete requests compared',
    sees: 'manager',
    address: () => '/denials?compare=complete',
    state: (page) =>
      expect(page.getByRole('heading', { name: 'Sent complete or not, and denied' })).toBeVisible(),
  },
  {
    route: 'reports/scheduled',
    name: 'scheduled reports',
    sees: 'manager',
    address: () => '/reports/scheduled',
  },
  {
    route: 'reports/scheduled/:id',
    name: 'run of a scheduled report',
    sees: 'coordinator',
    address: ({ reportRun }) => `/reports/scheduled/${reportRun}`,
  },
  { route: 'roster', name: 'roster', sees: 'coordinator', address: () => '/roster' },
  {
    route: 'roster/:importId',
    name: 'import of a roster',
    sees: 'coordinator',
    address: ({ importId }) => `/roster/${importId}`,
  },
  {
    route: 'roster/:importId',
    name: 'import of a roster, dry run',
    sees: 'coordinator',
    address: ({ importId }) => `/roster/${importId}`,
    state: async (page) => {
      const start = page.getByRole('button', { name: 'Start the dry run' });
      if (await start.isVisible()) await start.click();
      await expect(page.getByRole('heading', { name: 'What would be imported' })).toBeVisible();
    },
  },
  { route: 'clinic', name: 'clinic', sees: 'administrator', address: () => '/clinic' },
  { route: 'prices', name: 'prices', sees: 'manager', address: () => '/prices' },
  { route: 'people', name: 'people', sees: 'administrator', address: () => '/people' },
  { route: 'audit', name: 'audit', sees: 'manager', address: () => '/audit' },
  { route: 'drafts', name: 'drafts', sees: 'coordinator', address: () => '/drafts' },
  { route: 'settings', name: 'settings', sees: 'coordinator', address: () => '/settings' },
  { route: 'design', name: 'design', sees: 'administrator', address: () => '/design' },
  {
    ...queue,
    name: 'palette',
    state: async (page) => {
      await page.keyboard.press('Control+k');
      await expect(page.getByRole('dialog', { name: 'Search or do' })).toBeVisible();
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    ...queue,
    name: 'help',
    state: async (page) => {
      await page.getByRole('button', { name: /^Help/ }).click();
      await expect(page.getByRole('dialog', { name: 'Keys on this page' })).toBeVisible();
    },
  },
  {
    ...queue,
    name: 'account menu',
    state: async (page) => {
      await page.getByRole('button', { name: /^Account of/ }).click();
      await expect(page.getByRole('menuitem', { name: 'Settings' })).toBeVisible();
    },
  },
  {
    route: '**',
    name: 'no such page',
    sees: 'coordinator',
    address: () => '/no-such-page',
  },
  {
    ...queue,
    name: 'locked',
    state: async (page) => {
      await page.getByRole('button', { name: /^Account of/ }).click();
      await page.getByRole('menuitem', { name: 'Lock the screen' }).click();
      await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    },
  },
];
