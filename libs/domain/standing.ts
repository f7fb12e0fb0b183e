import type { Day } from './calendar';
import type { CaseFacts } from './case-facts';
import { deadlinesOf } from './press';
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

/** What the due day is: of a legal deadline, a session, an estimate's end, a task, or only of the promise to look again. */
export const dueFors = ['deadline', 'session', 'estimate', 'task', 'touch'] as const;
export type DueFor = (typeof dueFors)[number];

/** The line on top of a case: state → who acts next → what, by when. */
export interface Standing {
  readonly stage: Stage;
  readonly actsNext: Party;
  readonly nextStep: string;
  readonly dueOn: Day | null;
  readonly dueFor: DueFor | null;
}

/** Where the case stands, by the most advanced thing that is true of it. */
export function standingOf(facts: CaseFacts): Standing {
  for (const question of questions) {
    const standing = question(facts);
    if (standing?.stage === 'closed') return standing;
    if (standing !== null) return { ...standing, ...firstOf(standing, facts) };
  }
  throw new Error('the last question has an answer for every case');
}

/** A deadline counts beside what is done next; what has no day of its own is due when somebody promised to look again. */
function firstOf(standing: Standing, facts: CaseFacts): Pick<Standing, 'dueOn' | 'dueFor'> {
  const [deadline] = deadlinesOf(facts);
  if (deadline && (standing.dueOn === null || deadline.onDay <= standing.dueOn))
    return { dueOn: deadline.onDay, dueFor: 'deadline' };
  if (standing.dueOn !== null) return standing;
  const { nextTouchOn } = facts.case;
  return { dueOn: nextTouchOn, dueFor: nextTouchOn === null ? null : 'touch' };
}
