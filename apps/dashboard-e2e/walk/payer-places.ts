import { expect } from '@playwright/test';
import type { Place } from './place';

const ofPayer = { sees: 'coordinator' } as const;

/** The directory of payers, and their policies. */
export const payerPlaces: readonly Place[] = [
  { ...ofPayer, route: 'payers', name: 'payers', address: () => '/payers' },
  {
    ...ofPayer,
    route: 'payers/:payerId',
    name: 'payer',
    address: ({ payerId }) => `/payers/${payerId}`,
  },
  {
    ...ofPayer,
    route: 'payers/:payerId',
    name: 'no such payer',
    address: () => `/payers/${'0'.repeat(8)}-0000-7000-8000-000000000000`,
  },
  {
    ...ofPayer,
    route: 'payers/:payerId/profile',
    name: 'what is known of a payer',
    address: ({ payerId }) => `/payers/${payerId}/profile`,
  },
  {
    ...ofPayer,
    route: 'payers/:payerId/new-policy',
    name: 'new version of a policy',
    address: ({ payerId }) => `/payers/${payerId}/new-policy`,
  },
  {
    ...ofPayer,
    route: 'policies/:policyId',
    name: 'policy, tried on past cases',
    address: ({ policy }) => `/policies/${policy}`,
    state: async (page) => {
      const start = page.getByRole('button', { name: /^Try (on past cases|again)/ });
      await start.click();
      await expect(page.getByText(/past cases? changes? (its|their) outcome/)).toBeVisible();
    },
  },
  {
    ...ofPayer,
    route: 'policies/:policyId',
    name: 'policy, compared',
    address: ({ policy }) => `/policies/${policy}`,
    state: async (page) => {
      await page.getByLabel('Version to compare with').selectOption({ index: 1 });
      await expect(page.getByText(/criteria are the same in both/)).toBeVisible();
    },
  },
  {
    ...ofPayer,
    route: 'policies/:policyId/edit',
    name: 'policy, being edited',
    address: ({ policy }) => `/policies/${policy}/edit`,
  },
];
