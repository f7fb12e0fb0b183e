import type { BalanceView, LedgerView } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal } from '@stipple/database';
import {
  EstimatedProvider,
  Installment,
  LedgerTotals,
  PlanRhythm,
  PriceLine,
  SelfPayState,
  adjustableOf,
  balanceOf,
  billsAgainstEstimate,
  disputeWindow,
  isOnHold,
  linesOfSession,
  moneyMoves,
  nextInstallment,
  nothingYet,
  overBy,
  payableOf,
  planWarnings,
  refundableOf,
  reversingRefusals,
  settledOf,
  standInstallments,
  totalOf,
  totalsAfter,
} from '@stipple/domain';
import { ledgerSql } from './ledger.sql';

type RawEntry = Omit<LedgerView['entries'][number], 'balanceCents' | 'reversible'>;
type RawDispute = Omit<LedgerView['disputes'][number], 'overByCents' | 'windowEndsOn'>;

/** A ledger as it is stored. */
export interface RawLedger {
  readonly caseId: string;
  readonly caseNumber: number;
  readonly patient: string;
  readonly timeZone: string;
  readonly today: string;
  readonly state: SelfPayState;
  readonly totalCents: number;
  readonly sessions: number;
  readonly lines: readonly PriceLine[];
  /** In the order in which they were posted. */
  readonly entries: readonly RawEntry[];
  /** The newest first. */
  readonly plans: readonly RawPlan[];
  /** What each is expected to bill, by the estimate in force. */
  readonly providers: readonly EstimatedProvider[];
  /** The newest first. */
  readonly disputes: readonly RawDispute[];
  /** In the order in which they were recorded. */
  readonly performed: readonly {
    readonly sessionId: string;
    readonly performedOn: string;
    readonly units: number;
    readonly isCharged: boolean;
  }[];
}

interface RawPlan {
  readonly id: string;
  readonly state: 'agreed' | 'replaced';
  readonly every: PlanRhythm;
  readonly by: string;
  readonly at: string;
  readonly installments: readonly Installment[];
}

const caseSql = `SELECT case_id AS "caseId" FROM stipple.patient_signature WHERE clinic_id = $1 AND agreement_id = $2`;

/** Whose money it is: the audit trail names the case. Only a signed agreement has any. */
export async function caseOf(db: ClinicDatabase, who: Principal, agreementId: string): Promise<string> {
  const read = { name: 'ledger_case', text: caseSql, values: [who.clinicId, agreementId] };
  const [found] = await db.read<{ caseId: string }>(who, read);
  if (found === undefined) throw new Missing('signed agreement');
  return found.caseId;
}

async function raw(db: ClinicDatabase, who: Principal, agreementId: string): Promise<RawLedger> {
  const caseId = await caseOf(db, who, agreementId);
  const [row] = await db.read<{ ledger: RawLedger }>(
    who,
    { name: 'ledger', text: ledgerSql, values: [who.clinicId, agreementId] },
    { action: 'ledger.read', subject: 'self_pay_agreement', subjectId: agreementId, caseId },
  );
  if (row === undefined) throw new Missing('signed agreement');
  return row.ledger;
}

export async function readBalance(
  db: ClinicDatabase,
  who: Principal,
  agreementId: string,
): Promise<BalanceView> {
  const ledger = await raw(db, who, agreementId);
  const totals = totalsOf(ledger);
  return {
    agreementId,
    balanceCents: balanceOf(totals),
    openCents: payableOf(ledger, totals),
    next: nextInstallment(installmentsOf(ledger, totals)),
    onHold: isOnHold(ledger.disputes),
  };
}

export async function readLedger(
  db: ClinicDatabase,
  who: Principal,
  agreementId: string,
): Promise<LedgerView> {
  const ledger = await raw(db, who, agreementId);
  const totals = totalsOf(ledger);
  const { caseId, caseNumber, patient, timeZone, today, state, totalCents, plans, disputes } = ledger;
  const onHold = isOnHold(disputes);
  const [current] = plans.filter((plan) => plan.state === 'agreed');
  return {
    agreementId,
    caseId,
    caseNumber,
    patient,
    timeZone,
    today,
    withdrawn: state === 'void',
    totalCents,
    ...totals,
    balanceCents: balanceOf(totals),
    payableCents: payableOf(ledger, totals),
    refundableCents: refundableOf(totals),
    adjustableCents: adjustableOf(totals),
    onHold,
    bills: [...billsAgainstEstimate(ledger.providers, chargesOf(ledger))],
    disputes: disputes.map((one) => ({
      ...one,
      overByCents: overBy(one),
      windowEndsOn: lastDayToDispute(one, timeZone),
    })),
    entries: withBalances(ledger, (entry) => reversingRefusals(who, entry, totals).length === 0),
    plan: current
      ? {
          id: current.id,
          every: current.every,
          by: current.by,
          at: current.at,
          installments: [...installmentsOf(ledger, totals)],
          warnings: [...planWarnings(current.installments.length)],
        }
      : null,
    earlierPlans: plans
      .filter((plan) => plan.state === 'replaced')
      .map(({ id, every, by, at, installments }) => ({
        id,
        every,
        by,
        at,
        count: installments.length,
        firstOn: installments[0]?.dueOn ?? today,
      })),
    uncharged: uncharged(ledger),
    moves: moneyMoves(who, { state, totalCents, onHold }, totals).map(({ move, label, needs, refusals }) => ({
      move,
      label,
      needs: [...needs],
      refusals: [...refusals],
    })),
  };
}

export const totalsOf = ({ entries }: Pick<RawLedger, 'entries'>): LedgerTotals =>
  entries.reduce(totalsAfter, nothingYet);

const chargesOf = ({ entries }: RawLedger) => entries.filter(({ kind }) => kind === 'charge');

/** The newest first, each with what was owed after it. */
function withBalances(
  { entries }: RawLedger,
  mayBeReversed: (entry: RawEntry) => boolean,
): LedgerView['entries'] {
  let totals = nothingYet;
  return entries
    .map((entry) => ({
      ...entry,
      reversible: mayBeReversed(entry),
      balanceCents: balanceOf((totals = totalsAfter(totals, entry))),
    }))
    .reverse();
}

function installmentsOf({ plans, today, disputes }: RawLedger, totals: LedgerTotals) {
  const current = plans.find((plan) => plan.state === 'agreed');
  return standInstallments(current?.installments ?? [], settledOf(totals), {
    today,
    onHold: isOnHold(disputes),
  });
}

function uncharged({ performed, ...agreement }: RawLedger): LedgerView['uncharged'] {
  let before = 0;
  return performed.flatMap(({ sessionId, performedOn, units, isCharged }) => {
    const cents = totalOf(linesOfSession(agreement, { before, now: units }));
    before += units;
    return isCharged || cents === 0 ? [] : [{ sessionId, performedOn, cents }];
  });
}

function lastDayToDispute(dispute: RawDispute, timeZone: string): string | null {
  const window = disputeWindow(dispute, dispute.billedOn, timeZone);
  return window.kind === 'may_dispute' ? window.endsOn : null;
}
