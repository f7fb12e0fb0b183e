import type { FilingDay } from '../case-clocks/filing-days';
import type {
  WatchedClearance,
  WatchedFacts,
  WatchedRequest,
  WatchedSession,
  WatchedTask,
} from '../watching/watch';

// Builders for what the watching looks at: each makes the plainest one, about which there is nothing to say.

export const aWatchedCase = (more: Partial<WatchedFacts> = {}): WatchedFacts => ({
  case: { id: 'case-1', state: 'open', plannedSessions: 3 },
  requests: [],
  filings: [],
  clearances: [],
  sessions: [],
  estimates: [],
  plans: [],
  cards: { held: [], paid: [] },
  photosSince: null,
  tasks: [],
  ...more,
});

export const aWatchedRequest = (more: Partial<WatchedRequest> = {}): WatchedRequest => ({
  id: 'request-1',
  state: 'received',
  channel: 'portal',
  sinceOn: '2026-11-23',
  respondByOn: null,
  decisionDueOn: null,
  decisionRule: null,
  ...more,
});

/** The first appeal against a denial, which nobody has decided to file. */
export const aFilingDay = (more: Partial<FilingDay> = {}): FilingDay => ({
  requestId: 'request-1',
  clock: 'appeal_1_filing',
  onDay: '2027-05-22',
  rule: { key: 'C16', source: '29 CFR 2560.503-1(h)(3)(i)' },
  denied: true,
  preparing: null,
  ...more,
});

export const aWatchedClearance = (more: Partial<WatchedClearance> = {}): WatchedClearance => ({
  id: 'clearance-1',
  authorizationId: 'authorization-1',
  closesOn: '2027-02-21',
  active: true,
  units: 3,
  held: 0,
  used: 0,
  ...more,
});

export const aWatchedSession = (more: Partial<WatchedSession> = {}): WatchedSession => ({
  id: 'session-1',
  state: 'scheduled',
  day: '2026-11-30',
  clearanceId: 'clearance-1',
  coverageEndsOn: null,
  clinicianPractices: true,
  roomInUse: true,
  ...more,
});

export const aWatchedTask = (more: Partial<WatchedTask> = {}): WatchedTask => ({
  id: 'task-1',
  state: 'open',
  seq: 1,
  kind: 'answer_payer',
  about: 'The payer asks for one item.',
  dueOn: '2026-12-01',
  watchKey: null,
  finishedOn: null,
  finishedByPerson: false,
  ...more,
});
