import type { ReverseEntry } from '@stipple/contracts';
import { Command, Missing, refuseIfAny } from '@stipple/database';
import {
  MistakenEntry,
  PaymentMethod,
  cardNumberRefusal,
  isTyped,
  refusalsOf,
  reversingRefusals,
  selfPayLifecycle,
} from '@stipple/domain';
import { postEntry, standOf, withSubject } from '@stipple/moves';

interface Mistaken extends MistakenEntry {
  readonly no: number;
  readonly method: PaymentMethod | null;
  readonly reference: string | null;
}

const entrySql = /* sql */ `
SELECT e.entry_no AS no, e.kind, e.cents::float8 AS cents, e.method, e.reference,
       e.card_transaction_id IS NOT NULL AS "byCardOnline",
       (SELECT r.entry_no FROM stipple.ledger_entry r WHERE (r.clinic_id, r.agreement_id, r.reversed_no) = (e.clinic_id, e.agreement_id, e.entry_no)) AS "reversedBy"
  FROM stipple.ledger_entry e WHERE e.clinic_id = $1 AND e.agreement_id = $2 AND e.id = $3`;

/**
 * Takes an entry that was recorded by mistake out of the sums, by another that repeats it. No money moves, so it is no
 * refund; the reference of a payment is free again for the payment that it should have been.
 */
export function reverseEntry(
  command: Command,
  agreementId: string,
  { entryId, words }: ReverseEntry,
  key: string,
): Promise<{ id: string }> {
  return withSubject(command, selfPayLifecycle, agreementId, async (hand) => {
    const [entry]: Mistaken[] = await command.tx.query(entrySql, [
      command.who.clinicId,
      agreementId,
      entryId,
    ]);
    if (entry === undefined) throw new Missing('entry');
    const { totals } = await standOf(hand, agreementId);
    refuseIfAny([
      ...reversingRefusals(command.who, entry, totals),
      ...refusalsOf(cardNumberRefusal('words', words)),
    ]);
    const { kind: reverses, cents, method, reference, no: reversedNo } = entry;
    if (!isTyped(reverses)) throw new Error('what people do not type is refused above');
    const id = await postEntry(
      hand,
      { kind: 'reversal', reverses, cents, method },
      {
        agreementId,
        happenedOn: hand.facts.clock.today,
        reversedNo,
        words,
        idempotencyKey: key,
        ...(reference === null ? {} : { reference }),
      },
    );
    return { id };
  });
}
