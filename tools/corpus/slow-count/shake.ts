import type pg from 'pg';
import type { Dice } from '../dice';
import { type Ask, shakeRequests } from './shake-requests';
import { shakeSelfPay } from './shake-self-pay';

/**
 * Makes a corpus stranger than stories are: reasons that no list knows, letters without a signer, questions that overlap,
 * appeals that were won, money that came and went. Written past foreign keys and triggers, so that nothing of it depends on what a move allows;
 * what each row may hold by itself, PostgreSQL still checks.
 */
export async function shake(owner: pg.Pool, clinicId: string, dice: Dice): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    const ask = async (sql: string, ...values: readonly unknown[]) =>
      (await client.query<Record<string, unknown>>(sql, [clinicId, ...values])).rows;
    await shakeRequests(ask, dice);
    await shakeChallenges(ask, dice);
    await authorizeElsewhere(ask, dice);
    await closeCases(ask, dice);
    await shakeCases(ask, dice);
    await shakeSelfPay(ask, dice);
    // The triggers were off, and with them what reports are told by.
    await ask('SELECT stipple.report_case(clinic_id, id) FROM stipple.treatment_case WHERE clinic_id = $1');
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

async function shakeChallenges(ask: Ask, dice: Dice): Promise<void> {
  const kinds = ['peer_to_peer', 'reconsideration', 'appeal_1', 'independent_review_entity', 'exception'];
  const states = ['overturned', 'partly_overturned', 'upheld', 'dismissed', 'sent', 'open', 'withdrawn'];
  for (const { id, case_id: caseId } of await ask(
    `SELECT id, case_id FROM stipple.auth_request WHERE clinic_id = $1 AND adverse ORDER BY id`,
  )) {
    for (
      let many = dice.weighted([
        [0, 5],
        [1, 3],
        [2, 2],
      ] as const);
      many > 0;
      many--
    ) {
      const state = dice.pick(states);
      const isSent = !['open', 'withdrawn'].includes(state);
      const isDecided = isSent && state !== 'sent';
      const sentAfter = dice.within([0, 60]);
      await ask(
        `INSERT INTO stipple.challenge (clinic_id, case_id, state, seq, kind, request_id, clinical, sent_on, decided_on)
         SELECT $1, $2, $4, 1, $5, r.id, false, CASE WHEN $6 THEN r.decided_on + $7::int END, CASE WHEN $8 THEN r.decided_on + $7::int + $9::int END
           FROM stipple.auth_request r WHERE r.clinic_id = $1 AND r.id = $3`,
        caseId,
        id,
        state,
        dice.pick(kinds),
        isSent,
        sentAfter,
        isDecided,
        dice.within([0, 40]),
      );
    }
  }
}

/** An authorization that came some days before or after a decision against the patient, as another one of the clinic was. */
async function authorizeElsewhere(ask: Ask, dice: Dice): Promise<void> {
  for (const { id } of await ask(
    `SELECT id FROM stipple.auth_request WHERE clinic_id = $1 AND adverse ORDER BY id`,
  ))
    if (dice.chance(0.35))
      await ask(
        `INSERT INTO stipple.payer_authorization (clinic_id, case_id, state, seq, request_id, basis, number, decided_on, effective_on, expires_on, terms_seq,
           place_of_service, channel, proof_id, entered_by, verified_by)
         SELECT a.clinic_id, r.case_id, 'in_force', 1, uuidv7(), 'approved', 'ELSEWHERE-' || r.id, r.decided_on + $3::int, a.effective_on, a.expires_on, 1,
           a.place_of_service, a.channel, a.proof_id, a.entered_by, a.verified_by
           FROM stipple.auth_request r, (SELECT * FROM stipple.payer_authorization WHERE clinic_id = $1 LIMIT 1) a
          WHERE r.clinic_id = $1 AND r.id = $2`,
        id,
        dice.within([-20, 60]),
      );
}

/** Some of those that were decided against the patient are over, and some of these had been over before. */
async function closeCases(ask: Ask, dice: Dice): Promise<void> {
  const denied = `SELECT c.id, c.seq FROM stipple.treatment_case c WHERE c.clinic_id = $1 AND c.state = 'open'
    AND EXISTS (SELECT FROM stipple.auth_request r WHERE r.case_id = c.id AND r.adverse) ORDER BY c.id`;
  for (const { id, seq } of await ask(denied)) {
    const moves = dice.weighted([
      [[], 3],
      [['close'], 2],
      [['close', 'reopen', 'close'], 1],
    ] as const);
    for (const [index, move] of moves.entries())
      await ask(
        `INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, at)
         SELECT $1, $2, 'treatment_case', $2, $3::int, 'open', $4::text, CASE $4::text WHEN 'close' THEN 'closed' ELSE 'open' END,
           greatest(now() - $5 * interval '1 hour', (SELECT max(e.at) FROM stipple.case_event e WHERE e.subject_id = $2))`,
        id,
        Number(seq) + index + 1,
        move,
        dice.within([0, 3000]),
      );
    if (moves.length > 0)
      await ask(
        `UPDATE stipple.treatment_case SET state = 'closed', close_reason = 'exhausted_appeals', seq = seq + $3, deadline_on = NULL, deadline_what = NULL,
           file_by_on = NULL, bookable_until = NULL, money_cents = NULL WHERE clinic_id = $1 AND id = $2`,
        id,
        moves.length,
      );
  }
}

async function shakeCases(ask: Ask, dice: Dice): Promise<void> {
  const some = async (table: string, share: number, change: (id: unknown) => Promise<unknown>) => {
    for (const { id } of await ask(`SELECT id FROM stipple.${table} WHERE clinic_id = $1 ORDER BY id`))
      if (dice.chance(share)) await change(id);
  };
  await some('letter', 0.1, (id) =>
    ask('DELETE FROM stipple.signature WHERE clinic_id = $1 AND subject_id = $2', id),
  );
  await some('screening', 0.3, (id) =>
    ask(
      `UPDATE stipple.screening SET outcome = 'uncertain', override_reason = CASE WHEN computed_outcome <> 'uncertain' THEN 'Looked again.' END
        WHERE clinic_id = $1 AND id = $2 AND state = 'signed'`,
      id,
    ),
  );
  await some('payer_authorization', 0.3, (id) =>
    ask(
      `UPDATE stipple.payer_authorization SET state = 'revoked', end_reason = 'By the payer' WHERE clinic_id = $1 AND id = $2`,
      id,
    ),
  );
  await some('self_pay_agreement', 0.3, (id) =>
    ask(
      `UPDATE stipple.patient_signature SET signed_at = signed_at - $3 * interval '1 day' WHERE clinic_id = $1 AND agreement_id = $2`,
      id,
      dice.within([0, 90]),
    ),
  );
  await some('code_worksheet', 0.15, (id) =>
    ask(
      `UPDATE stipple.code_worksheet SET state = 'incomplete', fee_cents = NULL WHERE clinic_id = $1 AND id = $2`,
      id,
    ),
  );
  await some('treatment_case', 0.15, (id) =>
    ask(
      `UPDATE stipple.treatment_case SET plan_type = 'medicaid_managed_care' WHERE clinic_id = $1 AND id = $2`,
      id,
    ),
  );
}
