import type { RecordAdjustment, RecordPayment, RecordRefund } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import {
  Booked,
  Refusal,
  TypedKind,
  amountRefusal,
  cardNumberRefusal,
  dayInWords,
  refusal,
  refusalsOf,
  selfPayLifecycle,
} from '@stipple/domain';
import { CaseInHand, postEntry, standOf, withSubject } from '@stipple/moves';

/** What somebody enters: money that came or went, or that the clinic gives up. */
type Entered = Booked & { readonly kind: TypedKind };

interface Said {
  readonly onDay: string;
  readonly reference?: string;
  readonly words?: string;
}

export function recordPayment(
  command: Command,
  agreementId: string,
  { cents, method, ...said }: RecordPayment,
  key: string,
): Promise<{ id: string }> {
  return record(command, agreementId, { entered: { kind: 'payment', cents, method }, said, key });
}

export function recordRefund(
  command: Command,
  agreementId: string,
  { cents, method, ...said }: RecordRefund,
  key: string,
): Promise<{ id: string }> {
  return record(command, agreementId, { entered: { kind: 'refund', cents, method }, said, key });
}

/** A discount, a courtesy, a write-off: what was charged and will not be asked for. */
export function recordAdjustment(
  command: Command,
  agreementId: string,
  { cents, ...said }: RecordAdjustment,
  key: string,
): Promise<{ id: string }> {
  return record(command, agreementId, { entered: { kind: 'adjustment', cents, method: null }, said, key });
}

function record(
  command: Command,
  agreementId: string,
  { entered, said, key }: { readonly entered: Entered; readonly said: Said; readonly key: string },
): Promise<{ id: string }> {
  return withSubject(command, selfPayLifecycle, agreementId, async (hand, agreement) => {
    const { totals } = await standOf(hand, agreementId);
    refuseIfAny(
      refusalsOf(
        await unsigned(hand, agreementId),
        said.onDay > hand.facts.clock.today
          ? refusal(
              'in_the_future',
              'It is recorded once it has happened; this day has not come yet.',
              'onDay',
            )
          : null,
        referenceMissing(entered, said),
        cardNumberRefusal('reference', said.reference),
        cardNumberRefusal('words', said.words),
        amountRefusal(entered.kind, entered.cents, agreement, totals),
        await looksPosted(hand, agreementId, entered, said),
      ),
    );
    const { onDay: happenedOn, ...words } = said;
    return { id: await postEntry(hand, entered, { agreementId, happenedOn, idempotencyKey: key, ...words }) };
  });
}

/** Only what the patient signed has a ledger; once signed it keeps it, also when it is withdrawn. */
export async function unsigned({ command }: CaseInHand, agreementId: string): Promise<Refusal | null> {
  const signed: unknown[] = await command.tx.query(
    'SELECT 1 FROM stipple.patient_signature WHERE clinic_id = $1 AND agreement_id = $2',
    [command.who.clinicId, agreementId],
  );
  return signed.length > 0
    ? null
    : refusal('not_signed', 'Money is recorded once the patient has signed the agreement.');
}

function referenceMissing({ kind, method }: Entered, { reference }: Said): Refusal | null {
  return kind === 'payment' && method !== 'cash' && reference === undefined
    ? refusal(
        'reference_missing',
        method === 'card'
          ? 'Enter the receipt number that the terminal prints.'
          : 'Enter the reference of the transfer, as the bank states it.',
        'reference',
      )
    : null;
}

const alikeSql = /* sql */ `
SELECT 1 FROM stipple.ledger_entry e
 WHERE clinic_id = $1 AND agreement_id = $2 AND (kind, method, cents, happened_on) = ('payment', 'cash', $3, $4) AND reference IS NULL
   AND NOT EXISTS (SELECT FROM stipple.ledger_entry r WHERE (r.clinic_id, r.agreement_id, r.reversed_no) = (e.clinic_id, e.agreement_id, e.entry_no))`;

/** Cash without a receipt number is known only by its day and amount; the same again is most likely the same. */
async function looksPosted(
  { command }: CaseInHand,
  agreementId: string,
  { kind, method, cents }: Entered,
  { onDay, reference }: Said,
): Promise<Refusal | null> {
  if (kind !== 'payment' || method !== 'cash' || reference !== undefined) return null;
  const alike: unknown[] = await command.tx.query(alikeSql, [
    command.who.clinicId,
    agreementId,
    cents,
    onDay,
  ]);
  return alike.length === 0
    ? null
    : refusal(
        'payment_posted',
        `The same amount in cash of ${dayInWords(onDay)} is posted already. If it is another payment, enter its receipt number.`,
        'reference',
      );
}
