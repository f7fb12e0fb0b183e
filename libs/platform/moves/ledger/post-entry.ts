import {
  Booked,
  LedgerKind,
  LedgerTotals,
  PriceLine,
  ledgerEntryLifecycle,
  nothingYet,
  postingsOf,
} from '@stipple/domain';
import { CaseInHand } from '../case-in-hand';
import { LedgerEntryEntity, LedgerPostingEntity } from '../rows/ledger-entry.entity';

/** What an entry says beside its amount. */
export interface EntryDetails {
  readonly agreementId: string;
  readonly happenedOn: string;
  readonly reference?: string;
  readonly words?: string;
  /** Of a reversal: the number of the entry that it reverses. */
  readonly reversedNo?: number;
  /** Of the request that posts it; a charge comes with its session instead. */
  readonly idempotencyKey?: string;
  /** Of money that the card provider confirmed. */
  readonly cardTransactionId?: string;
  readonly session?: {
    readonly sessionId: string;
    readonly clearanceId: string;
    readonly lines: readonly PriceLine[];
  };
}

/** Where an agreement’s ledger stands: the number of its last entry and the sums with it. */
export interface LedgerStand {
  readonly entryNo: number;
  readonly totals: LedgerTotals;
}

const lastSql = /* sql */ `
SELECT entry_no, charged_cents, adjusted_cents, paid_cents, refunded_cents FROM stipple.ledger_entry
 WHERE clinic_id = $1 AND agreement_id = $2 ORDER BY entry_no DESC LIMIT 1`;

/** Read under the case’s lock, so that whoever posts next goes on from here. */
export async function standOf({ command }: CaseInHand, agreementId: string): Promise<LedgerStand> {
  const [last]: Record<string, string>[] = await command.tx.query(lastSql, [
    command.who.clinicId,
    agreementId,
  ]);
  if (last === undefined) return { entryNo: 0, totals: nothingYet };
  return {
    entryNo: Number(last['entry_no']),
    totals: {
      chargedCents: Number(last['charged_cents']),
      adjustedCents: Number(last['adjusted_cents']),
      paidCents: Number(last['paid_cents']),
      refundedCents: Number(last['refunded_cents']),
    },
  };
}

const freedSql = /* sql */ `
SELECT max(entry_no) AS no FROM stipple.ledger_entry WHERE clinic_id = $1 AND agreement_id = $2 AND (reverses, how) = ('payment', $3 || ' ' || lower($4))`;

/** The reversal that set a payment’s reference free, if one did. The database refuses a reference that is not free. */
async function freedBy(
  { command }: CaseInHand,
  { kind, method }: Booked,
  { agreementId, reference }: EntryDetails,
): Promise<number | null> {
  if (kind !== 'payment' || reference === undefined) return null;
  const values = [command.who.clinicId, agreementId, method, reference];
  const [freed]: { no: number | null }[] = await command.tx.query(freedSql, values);
  return freed?.no ?? null;
}

const moveOf: Readonly<Record<LedgerKind, string>> = {
  charge: 'charge',
  payment: 'pay',
  refund: 'refund',
  adjustment: 'adjust',
  reversal: 'reverse',
};

/** Posts an entry with both its sides. PostgreSQL refuses it where a sum, an account or a repeat is wrong. */
export async function postEntry(hand: CaseInHand, booked: Booked, details: EntryDetails): Promise<string> {
  const { agreementId, happenedOn, reference = null, words = null, idempotencyKey = null, session } = details;
  const { entryNo, totals } = await standOf(hand, agreementId);
  const { kind, cents, method } = booked;
  const row = {
    agreementId,
    entryNo: entryNo + 1,
    kind,
    cents,
    method,
    reference,
    words,
    reverses: booked.kind === 'reversal' ? booked.reverses : null,
    reversedNo: details.reversedNo ?? null,
    freedBy: await freedBy(hand, booked, details),
    happenedOn,
    idempotencyKey,
    chargedBefore: totals.chargedCents,
    adjustedBefore: totals.adjustedCents,
    paidBefore: totals.paidCents,
    refundedBefore: totals.refundedCents,
    sessionId: session?.sessionId ?? null,
    clearanceId: session?.clearanceId ?? null,
    lines: session?.lines ?? null,
    cardTransactionId: details.cardTransactionId ?? null,
  };
  const made = { to: 'posted', data: { cents, day: happenedOn } } as const;
  const id = await hand.create(ledgerEntryLifecycle, moveOf[kind], LedgerEntryEntity, row, made);
  const { clinicId } = hand.command.who;
  const sides = postingsOf(booked).map((side) => ({ clinicId, entryId: id, ...side }));
  await hand.command.tx.insert(LedgerPostingEntity, sides);
  return id;
}
