import type { Dice } from '../dice';
import type { Ask } from './shake-requests';

/**
 * Patients who signed before or after a denial, twice in one case or for nothing in the end; and ledgers in which money
 * came, went back and was typed wrong.
 */
export async function shakeSelfPay(ask: Ask, dice: Dice): Promise<void> {
  for (const { id } of await ask(
    `SELECT id FROM stipple.auth_request WHERE clinic_id = $1 AND state = 'denied' ORDER BY id`,
  ))
    for (let many = dice.pick([0, 0, 0, 1, 1, 2]); many > 0; many--) await sign(ask, dice, id);
  const signed = `SELECT agreement_id AS id FROM stipple.patient_signature WHERE clinic_id = $1 ORDER BY signed_at, agreement_id`;
  for (const { id } of await ask(signed)) {
    if (dice.chance(0.7)) await keepBooks(ask, dice, id);
    if (dice.chance(0.3))
      await ask(
        `UPDATE stipple.self_pay_agreement SET state = 'void', end_reason = 'Taken back.' WHERE clinic_id = $1 AND id = $2`,
        id,
      );
  }
}

/** An agreement in the case of a denial, signed some days before or after it. */
async function sign(ask: Ask, dice: Dice, requestId: unknown): Promise<void> {
  const cents = dice.within([30_000, 400_000]);
  const [made] = await ask(
    `INSERT INTO stipple.self_pay_agreement (clinic_id, case_id, state, seq, procedure_code, sessions, lines, total_cents,
       estimate_on, valid_until, delivery, covers_from, estimate_version)
     SELECT $1, r.case_id, 'signed', 3, '17999', 3, jsonb_build_array(jsonb_build_object('quantity', 1, 'unitCents', $3::int)), $3::int,
       r.decided_on, r.decided_on + 300, 'paper', r.decided_on, 1
       FROM stipple.auth_request r WHERE r.clinic_id = $1 AND r.id = $2 RETURNING id`,
    requestId,
    cents,
  );
  await ask(
    `INSERT INTO stipple.patient_signature (clinic_id, agreement_id, case_id, seq, signer_name, content_hash, witness_id, proof_id, estimate_version, signed_at)
     SELECT $1, $3, r.case_id, 3, 'Signed', sha256('signed'), uuidv7(), uuidv7(), 1, r.decided_on + $4::int * interval '1 day' + interval '17 hours'
       FROM stipple.auth_request r WHERE r.clinic_id = $1 AND r.id = $2`,
    requestId,
    made?.['id'],
    dice.within([-8, 30]),
  );
}

interface Entry {
  readonly kind: 'charge' | 'payment' | 'refund' | 'reversal';
  readonly cents: number;
  readonly reverses?: 'payment' | 'refund';
  readonly reversedNo?: number;
}

/** A payment or two, of which some is given back, taken back as wrong, or both; a charge now and then. */
async function keepBooks(ask: Ask, dice: Dice, id: unknown): Promise<void> {
  const [last] = await ask(
    `SELECT coalesce(max(entry_no), 0)::int AS no FROM stipple.ledger_entry WHERE clinic_id = $1 AND agreement_id = $2`,
    id,
  );
  let no = Number(last?.['no']);
  const post = async (entry: Entry): Promise<number> => {
    await writeEntry(ask, id, ++no, entry);
    return no;
  };
  for (let rounds = dice.within([1, 2]); rounds > 0; rounds--) {
    const cents = dice.within([5_000, 60_000]);
    if (dice.chance(0.4)) await post({ kind: 'charge', cents });
    const paid = await post({ kind: 'payment', cents });
    const back = dice.pick(['nothing', 'some', 'all', 'wrong', 'wrong refund'] as const);
    if (back === 'wrong') await post({ kind: 'reversal', reverses: 'payment', reversedNo: paid, cents });
    if (back === 'all') await post({ kind: 'refund', cents });
    if (back === 'some') await post({ kind: 'refund', cents: Math.ceil(cents / 3) });
    if (back !== 'wrong refund') continue;
    const refunded = await post({ kind: 'refund', cents });
    await post({ kind: 'reversal', reverses: 'refund', reversedNo: refunded, cents });
  }
}

async function writeEntry(ask: Ask, id: unknown, no: number, entry: Entry): Promise<void> {
  const { kind, cents, reverses = null, reversedNo = null } = entry;
  await ask(
    `INSERT INTO stipple.ledger_entry (clinic_id, case_id, state, seq, agreement_id, entry_no, kind, cents, reverses, reversed_no,
       method, words, happened_on, idempotency_key, session_id, clearance_id, lines,
       charged_before, adjusted_before, paid_before, refunded_before)
     SELECT $1, s.case_id, 'posted', 1, s.agreement_id, $3::int, $4::text, $5::int, $6, $7,
       CASE WHEN $4 <> 'charge' THEN 'cash' END, CASE WHEN $4 NOT IN ('charge', 'payment') THEN 'Shaken.' END, '2026-01-01',
       CASE WHEN $4 <> 'charge' THEN uuidv7()::text END, CASE WHEN $4 = 'charge' THEN uuidv7() END, CASE WHEN $4 = 'charge' THEN uuidv7() END,
       CASE WHEN $4 = 'charge' THEN jsonb_build_array(jsonb_build_object('quantity', 1, 'unitCents', $5::int)) END,
       coalesce(e.charged_cents, 0), coalesce(e.adjusted_cents, 0), coalesce(e.paid_cents, 0), coalesce(e.refunded_cents, 0)
       FROM stipple.patient_signature s
       LEFT JOIN stipple.ledger_entry e ON (e.clinic_id, e.agreement_id, e.entry_no) = (s.clinic_id, s.agreement_id, $3 - 1)
      WHERE s.clinic_id = $1 AND s.agreement_id = $2`,
    id,
    no,
    kind,
    cents,
    reverses,
    reversedNo,
  );
}
