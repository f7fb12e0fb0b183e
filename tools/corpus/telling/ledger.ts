import {
  Booked,
  LedgerKind,
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
  readonly words?: string;
  readonly reversedNo?: number;
  readonly freedBy?: number;
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
  const idempotencyKey = `demo-${told.fact.id}`;
  const paid = { kind: 'payment', cents, method: 'card' } as const;
  // No dice: they would change what else becomes of the case.
  if (story.caseNumber % 40 !== 7 || agreement.books.entryNo > 1)
    return post(story, agreement, paid, story.cast.owner, { reference: slip, idempotencyKey });
  payAfterMistake(story, agreement, paid, { reference: slip, idempotencyKey });
}

/** The desk typed half of it first, and set it right. */
function payAfterMistake(
  story: Story,
  agreement: AgreementTold,
  paid: Booked & { readonly kind: 'payment' },
  { reference, idempotencyKey }: { readonly reference: string; readonly idempotencyKey: string },
): void {
  const { owner } = story.cast;
  const { method } = paid;
  const cents = Math.ceil(paid.cents / 2);
  post(story, agreement, { kind: 'payment', cents, method }, owner, {
    reference,
    idempotencyKey: `${idempotencyKey}-typed`,
  });
  const reversal = { kind: 'reversal', reverses: 'payment', cents, method } as const;
  post(story, agreement, reversal, owner, {
    reference,
    reversedNo: agreement.books.entryNo,
    words: 'Typed wrong: the slip says twice as much',
    idempotencyKey: `${idempotencyKey}-reversed`,
  });
  const freedBy = agreement.books.entryNo;
  post(story, agreement, paid, owner, { reference, idempotencyKey, freedBy });
}

const moves: Readonly<Record<LedgerKind, string>> = {
  charge: 'charge',
  payment: 'pay',
  refund: 'refund',
  adjustment: 'adjust',
  reversal: 'reverse',
};

function post(
  story: Story,
  { fact, books }: AgreementTold,
  booked: Booked,
  by: Member,
  { reference, words, reversedNo, freedBy, idempotencyKey, session }: Details,
): void {
  const { entryNo, totals } = books;
  const { kind, cents, method } = booked;
  const made = story.create(
    ledgerEntryLifecycle,
    'ledger_entry',
    moves[kind],
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
        words: words ?? null,
        reverses: booked.kind === 'reversal' ? booked.reverses : null,
        reversed_no: reversedNo ?? null,
        freed_by: freedBy ?? null,
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
