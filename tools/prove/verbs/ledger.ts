import { Ground, day } from '../ground';
import { Columns, inOrder, insert, json } from '../sql';
import { Of, begin, step } from './history';

/** What the entries before one sum to. */
export interface Sums {
  readonly charged: number;
  readonly adjusted: number;
  readonly paid: number;
  readonly refunded: number;
}
export const nothing: Sums = { charged: 0, adjusted: 0, paid: 0, refunded: 0 };

export interface Entry extends Of {
  readonly agreementId: string;
  readonly no: number;
  readonly before: Sums;
  readonly cents: number;
  readonly kind: 'charge' | 'payment' | 'refund' | 'adjustment' | 'reversal';
  /** Of a reversal: the kind of an entry, and its number. */
  readonly reverses?: 'payment' | 'refund' | 'adjustment';
  readonly reversedNo?: number;
}

const moves = {
  charge: 'charge',
  payment: 'pay',
  refund: 'refund',
  adjustment: 'adjust',
  reversal: 'reverse',
} as const;
const sides = {
  charge: ['patient_receivable', 'treatment_revenue'],
  payment: ['cash_clearing', 'patient_receivable'],
  refund: ['patient_receivable', 'cash_clearing'],
  adjustment: ['adjustments', 'patient_receivable'],
} as const;

/** The row of an entry: of a charge without its session, of money in cash. */
export function entered(ground: Ground, made: Entry): Columns {
  const { kind, before, cents, reverses, reversedNo } = made;
  const money = ['payment', 'refund'].includes(reverses ?? kind);
  return {
    agreement_id: made.agreementId,
    entry_no: made.no,
    kind,
    cents,
    charged_before: before.charged,
    adjusted_before: before.adjusted,
    paid_before: before.paid,
    refunded_before: before.refunded,
    reverses,
    reversed_no: reversedNo,
    happened_on: day(ground, 0),
    method: money ? 'cash' : undefined,
    words: kind === 'charge' || kind === 'payment' ? undefined : 'As agreed',
    idempotency_key: kind === 'charge' ? undefined : made.id,
  };
}

/** Entry and event, and no posting yet. */
export function enter(ground: Ground, made: Entry, forged: Columns = {}): string {
  const columns = { ...entered(ground, made), ...forged };
  return begin(ground, 'ledger_entry', made, { move: moves[made.kind], to: 'posted' }, columns);
}

export function posting(
  ground: Ground,
  entryId: string,
  account: string,
  cents: number | null,
  forged: Columns = {},
): string {
  return insert('ledger_posting', {
    clinic_id: ground.clinicId,
    entry_id: entryId,
    account,
    cents,
    ...forged,
  });
}

export function postings(ground: Ground, { id, kind, reverses = 'payment', cents }: Entry): string {
  const [debit, credit] = kind === 'reversal' ? sides[reverses].toReversed() : sides[kind];
  return inOrder(posting(ground, id, debit, cents), posting(ground, id, credit, -cents));
}

/** A whole entry, with something wrong about it. */
export function post(ground: Ground, made: Entry, forged: Columns = {}): string {
  return inOrder(enter(ground, made, forged), postings(ground, made));
}

/** What a charge says of the session it is for. */
export function ofSession(sessionId: string, clearanceId: string, cents: number): Columns {
  const lines = json([{ description: 'Session', quantity: 1, unitCents: cents }]);
  return { session_id: sessionId, clearance_id: clearanceId, lines };
}

export interface Plan extends Of {
  readonly agreementId: string;
  readonly totalCents: number;
  readonly installments: number;
}

export function plan(ground: Ground, made: Plan, forged: Columns = {}): string {
  const { agreementId, totalCents, installments } = made;
  const columns = { agreement_id: agreementId, total_cents: totalCents, installments, every: 'week' };
  return begin(ground, 'payment_plan', made, { move: 'agree', to: 'agreed' }, { ...columns, ...forged });
}

/** The next installment of a plan, a week after the one before. */
export function installment(
  ground: Ground,
  { id, installments }: Plan,
  no: number,
  [before, cents]: readonly [before: number, cents: number],
  forged: Columns = {},
): string {
  return insert('payment_plan_installment', {
    clinic_id: ground.clinicId,
    plan_id: id,
    installment_no: no,
    of_installments: installments,
    cents,
    before_cents: before,
    due_on: day(ground, 7 * no),
    after_on: no === 1 ? null : day(ground, 7 * (no - 1)),
    ...forged,
  });
}

/** A plan of equal installments. */
export function wholePlan(ground: Ground, made: Plan, forged: Columns = {}): string {
  const each = made.totalCents / made.installments;
  const numbers = Array.from({ length: made.installments }, (_, index) => index + 1);
  return inOrder(
    plan(ground, made, forged),
    ...numbers.map((no) => installment(ground, made, no, [each * (no - 1), each])),
  );
}

export function replace(ground: Ground, of: Of): string {
  return step(ground, 'payment_plan', of, { seq: 2, from: 'agreed', move: 'replace', to: 'replaced' });
}
