import { expect } from '@playwright/test';
import { within } from '../people/form';
import { activeRow, rowsOf } from '../people/queue';
import type { Place } from './place';

const queue = {
  route: 'queue',
  sees: 'coordinator',
  address: () => '/queue',
} as const;
const evidence = { route: 'cases/:caseId/evidence', sees: 'physician' } as const;
const packet = { route: 'cases/:caseId/packet', sees: 'coordinator' } as const;
const ofCase = { route: 'cases/:caseId', sees: 'coordinator' } as const;

/** The queue and what opens over it. */
export const queuePlaces: readonly Place[] = [
  { ...queue, name: 'queue' },
  {
    ...queue,
    name: 'queue, filters open',
    state: async (page) => {
      await page.getByRole('button', { name: /^Filters/ }).click();
      await expect(page.getByRole('button', { name: /^Filters/ })).toHaveAttribute('aria-expanded', 'true');
    },
  },
  {
    ...queue,
    name: 'queue, rows chosen',
    state: async (page) => {
      await page
        .getByRole('checkbox', { name: /^Select case/ })
        .first()
        .check();
      await expect(page.getByText('1 case selected')).toBeVisible();
    },
  },
  {
    ...queue,
    name: 'queue, menu of a row',
    state: async (page) => {
      await page
        .getByRole('button', { name: /^Actions for case/ })
        .first()
        .click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  ...(['assign', 'snooze'] as const).map((name): Place => ({
    ...queue,
    name: `queue, ${name} window`,
    state: async (page) => {
      await expect(rowsOf(page).first()).toBeVisible();
      await page.keyboard.press('j');
      await expect(activeRow(page)).toHaveCount(1);
      await page.keyboard.press(name === 'assign' ? 'a' : 'h');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  })),
  { ...queue, name: 'queue, nothing fits', address: () => '/queue?stage=billing' },
  {
    ...queue,
    name: 'queue that cannot be read',
    state: async (page) => {
      await page.route(/\/api\/cases(\?|$)/, (route) => route.abort());
      await page.reload();
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
      await page.unroute(/\/api\/cases(\?|$)/);
    },
  },
  {
    ...queue,
    name: 'queue, connection lost',
    state: async (page) => {
      await page.route('**/health/ready', (route) => route.abort());
      await page.evaluate(() => dispatchEvent(new Event('offline')));
      await expect(page.getByRole('region', { name: 'State of the connection' })).toContainText(
        'No connection',
      );
      await page.unroute('**/health/ready');
    },
  },
];

/** A case in each of its parts, and what is done there. */
export const casePlaces: readonly Place[] = [
  ...(['now', 'preparation', 'payer', 'self_pay', 'sessions', 'notes'] as const).map((tab): Place => ({
    ...ofCase,
    name: `case, ${tab}`,
    address: ({ withPayer, booked }) => `/cases/${tab === 'sessions' ? booked : withPayer}?tab=${tab}`,
  })),
  {
    ...ofCase,
    name: 'case, menu of all moves',
    address: ({ withPayer }) => `/cases/${withPayer}`,
    state: async (page) => {
      await page.getByRole('button', { name: 'All moves', exact: true }).click();
      await expect(page.getByRole('combobox', { name: 'Find a move' })).toBeVisible();
    },
  },
  {
    ...ofCase,
    name: 'case, sheet of a move',
    address: ({ withPayer }) => `/cases/${withPayer}`,
    state: async (page) => {
      await page.getByRole('button', { name: 'Record approval', exact: true }).first().click();
      await expect(within(page).getByLabel('Authorization number')).toBeVisible();
    },
  },
  {
    ...ofCase,
    name: 'case, sheet of a note',
    address: ({ withPayer }) => `/cases/${withPayer}?tab=notes`,
    state: async (page) => {
      await page.getByRole('button', { name: /^Write billing note/ }).click();
      await expect(within(page).getByLabel('Note')).toBeVisible();
    },
  },
  { ...evidence, name: 'evidence', address: ({ withPayer }) => `/cases/${withPayer}/evidence` },
  { ...evidence, name: 'evidence, nothing yet', address: ({ booked }) => `/cases/${booked}/evidence` },
  {
    ...evidence,
    name: 'evidence, a part of the body picked',
    address: ({ withPayer }) => `/cases/${withPayer}/evidence`,
    state: async (page) => {
      await page.getByRole('button', { name: 'Front', exact: true }).click();
      await page.getByRole('radio', { name: 'Left elbow' }).click();
      await expect(page.getByRole('button', { name: 'Measure Elbow' })).toBeVisible();
    },
  },
  ...(['Measure motion', 'Rate PHQ-9'] as const).map((name): Place => ({
    ...evidence,
    name: `evidence, sheet of “${name}”`,
    address: ({ withPayer }) => `/cases/${withPayer}/evidence`,
    state: async (page) => {
      await page.getByRole('button', { name, exact: true }).click();
      await expect(within(page).getByRole('button', { name: 'Save' })).toBeVisible();
    },
  })),
  {
    route: 'cases/:caseId/photos',
    name: 'photographs',
    sees: 'physician',
    address: ({ withPayer }) => `/cases/${withPayer}/photos`,
  },
  {
    route: 'cases/:caseId/letter',
    name: 'letter',
    sees: 'physician',
    address: ({ toSign }) => `/cases/${toSign.caseId}/letter`,
  },
  {
    route: 'cases/:caseId/worksheet',
    name: 'worksheet, to fill in',
    sees: 'physician',
    address: ({ toSign }) => `/cases/${toSign.caseId}/worksheet`,
  },
  {
    route: 'cases/:caseId/worksheet',
    name: 'worksheet, complete, with what it said before',
    sees: 'coordinator',
    address: ({ withPayer }) => `/cases/${withPayer}/worksheet`,
    state: async (page) => {
      await page.getByText('What it said before').click();
      await expect(page.getByRole('heading', { name: /^Worksheet begun/ })).toBeVisible();
    },
  },
  {
    route: 'cases/:caseId/worksheet',
    name: 'worksheet, for reading',
    sees: 'manager',
    address: ({ withPayer }) => `/cases/${withPayer}/worksheet`,
  },
  {
    route: 'cases/:caseId/calls/:challengeId',
    name: 'brief for a call',
    sees: 'physician',
    address: ({ denied }) => `/cases/${denied.caseId}/calls/${denied.callId}`,
  },
  {
    route: 'cases/:caseId/appeals/:challengeId',
    name: 'appeal, with what is missing',
    sees: 'coordinator',
    address: ({ denied }) => `/cases/${denied.caseId}/appeals/${denied.appealId}`,
  },
  {
    route: 'cases/:caseId/ledger/:agreementId',
    name: 'ledger, with a plan and a payment',
    sees: 'coordinator',
    address: ({ paying }) => `/cases/${paying.caseId}/ledger/${paying.agreementId}`,
  },
  {
    route: 'cases/:caseId/screening',
    name: 'screening by policy',
    sees: 'coordinator',
    address: ({ toSign }) => `/cases/${toSign.caseId}/screening`,
  },
  { ...packet, name: 'packet, sealed', address: ({ withPayer }) => `/cases/${withPayer}/packet` },
  { ...packet, name: 'packet, nothing yet', address: ({ toSign }) => `/cases/${toSign.caseId}/packet` },
  { ...packet, name: 'packet, reasons asked', address: ({ toPack }) => `/cases/${toPack}/packet` },
  { ...ofCase, name: 'no such case', address: () => `/cases/${'0'.repeat(8)}-0000-7000-8000-000000000000` },
  { route: 'cases/new', name: 'open a case', sees: 'coordinator', address: () => '/cases/new' },
  ...(['letter', 'screening'] as const).map((kind): Place => ({
    route: 'cases/:caseId/sign/:kind/:subjectId',
    name: `read and sign, ${kind}`,
    sees: 'physician',
    address: ({ toSign }) =>
      `/cases/${toSign.caseId}/sign/${kind}/${kind === 'letter' ? toSign.letterId : toSign.screeningId}`,
  })),
];
