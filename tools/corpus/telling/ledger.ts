import {
  Booked,
  LedgerTotals,
  PriceLine,
  ledgerEntryLifecycle,
  linesOfSession,
  nothingYet,
  postingsOf,
  totalOf,
  totalsAfter,
} from '@stipple/domain';
import type { Member } from '../people';
import type { Story } from '../story';
import type { SessionTold } from './booking';
import type { ClearanceTold } from './clearance';
import type { AgreementTold } from './self-pay';

/** Where the ledger of an agreement stands. */
export interface BooksTold {
  entryNo: number;
  totals: LedgerTotals;
}
export const emptyBooks = (): BooksTold => ({ entryNo: 0, totals: nothingYet });

interface Details {
  readonly reference?: string;
  readonly idempotencyKey?: string;
  readonly session?: {
    readonly sessionId: string;
    readonly clearanceId: string;
    readonly lines: readonly PriceLine[];
  };
}

/** Charges a performed session; most patients pay it by card on the way out, some owe it for a while. */
export function chargeSession(
  story: Story,
  agreement: AgreementTold,
  told: SessionTold,
  { clearance, signer }: { readonly clearance: ClearanceTold; readonly signer: Member },
): void {
  const dice = story.dice.fork(`money ${agreement.books.entryNo} ${told.fact.seq}`);
  const { sessions } = agreement.fact;
  const units = { before: clearance.fact.used - told.fact.units, now: told.fact.units };
  const lines = linesOfSession({ lines: agreement.row.lines as PriceLine[], sessions }, units);
  const cents = totalOf(lines);
  if (cents === 0) return;
  const session = { sessionId: told.fact.id, clearanceId: clearance.fact.id, lines };
  post(story, agreement, { kind: 'charge', cents, method: null }, signer, { session });
  if (dice.chance(0.2)) return;
  const slip = `SLIP-${dice.within([100_000, 999_999])}`;
  post(story, agreement, { kind: 'payment', cents, method: 'card' }, story.cast.owner, {
    reference: slip,
    idempotencyKey: `demo-${told.fact.id}`,
  });
}

function post(
  story: Story,
  { fact, books }: AgreementTold,
  booked: Booked,
  by: Member,
  { reference, idempotencyKey, session }: Details,
): void {
  const { entryNo, totals } = books;
  const { kind, cents, method } = booked;
  const made = story.create(
    ledgerEntryLifecycle,
    'ledger_entry',
    kind === 'charge' ? 'charge' : 'pay',
    by,
    {
      to: 'posted',
      fact: {},
      row: {
        agreement_id: fact.id,
        entry_no: entryNo + 1,
        kind,
        cents,
        charged_before: totals.chargedCents,
        adjusted_before: totals.adjustedCents,
        paid_before: totals.paidCents,
        refunded_before: totals.refundedCents,
        method,
        reference: reference ?? null,
        happened_on: story.today,
        idempotency_key: idempotencyKey ?? null,
        session_id: session?.sessionId ?? null,
        clearance_id: session?.clearanceId ?? null,
        lines: session?.lines ?? null,
      },
      data: { cents, day: story.today },
    },
    story.dice.fork(`entry ${fact.id} ${entryNo}`),
  );
  for (const { account, cents: amount } of postingsOf(booked))
    story.rows.add('ledger_posting', {
      clinic_id: story.clinic.id,
      entry_id: made.fact.id,
      account,
      cents: amount,
    });
  Object.assign(books, { entryNo: entryNo + 1, totals: totalsAfter(totals, booked) });
}
