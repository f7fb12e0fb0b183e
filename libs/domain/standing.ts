import type { Day } from './calendar';
import type { CaseFacts } from './case-facts';
import { questions } from './standing-questions';

export const stages = [
  'verifying',
  'screening',
  'preparing',
  'with_payer',
  'authorized',
  'adverse',
  'self_pay_open',
  'self_pay_ready',
  'in_treatment',
  'billing',
  'closed',
] as const;
/** Where a case stands. Never set by anyone: it follows from the case's records. */
export type Stage = (typeof stages)[number];

export const stageWords: Record<Stage, string> = {
  verifying: 'Verifying benefits',
  screening: 'Screening',
  preparing: 'Preparing request',
  with_payer: 'With payer',
  authorized: 'Authorized',
  adverse: 'Denied',
  self_pay_open: 'Self-pay offered',
  self_pay_ready: 'Self-pay signed',
  in_treatment: 'In treatment',
  billing: 'Billing',
  closed: 'Closed',
};

export const parties = ['coordinator', 'physician', 'manager', 'payer', 'patient', 'nobody'] as const;
export type Party = (typeof parties)[number];

export const partyWords: Record<Party, string> = {
  coordinator: 'Coordinator',
  physician: 'Physician',
  manager: 'Manager',
  payer: 'Payer',
  patient: 'Patient',
  nobody: 'Nobody',
};

/** The line on top of a case: state → who acts next → what, by when. */
export interface Standing {
  readonly stage: Stage;
  readonly actsNext: Party;
  readonly nextStep: string;
  readonly dueOn: Day | null;
}

/** Where the case stands, by the most advanced thing that is true of it. */
export function standingOf(facts: CaseFacts): Standing {
  for (const question of questions) {
    const standing = question(facts);
    if (standing?.stage === 'closed') return standing;
    // What has no deadline of its own is due when somebody promised to look again.
    if (standing !== null) return { ...standing, dueOn: standing.dueOn ?? facts.case.nextTouchOn };
  }
  throw new Error('the last question has an answer for every case');
}
