import { makeManyCases, type TestClinic } from '@stipple/testing';
import pg from 'pg';

/** Requests by the hundred, straight into the tables, each of a case of its own and all sent at the same instant. */
export async function manySent(
  owner: pg.Pool,
  clinic: TestClinic,
  { count, at }: { count: number; at: string },
): Promise<void> {
  await makeManyCases(owner, clinic, { count });
  const client = await owner.connect();
  const step = async (seq: number, from: string, move: string, to: string, set = '') => {
    if (seq > 1)
      await client.query(
        `UPDATE stipple.auth_request SET state = '${to}', seq = ${seq}${set} WHERE clinic_id = $1 AND seq = ${seq - 1} AND to_on = 'tomorrow'`,
        [clinic.id],
      );
    await client.query(
      `INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, actor_id)
       SELECT clinic_id, case_id, 'auth_request', id, ${seq}, '${from}', '${move}', '${to}', $2 FROM stipple.auth_request
        WHERE clinic_id = $1 AND seq = ${seq} AND to_on = 'tomorrow'`,
      [clinic.id, clinic.coordinator.id],
    );
  };
  try {
    await client.query('BEGIN');
    await client.query(
      `INSERT INTO stipple.auth_request (clinic_id, case_id, state, seq, lines, from_on, to_on, urgency)
       SELECT clinic_id, id, 'draft', 1, '[{"procedureCode": "17999", "units": 2}]', 'today', 'tomorrow', 'standard'
         FROM stipple.treatment_case WHERE clinic_id = $1 AND case_number > 100000`,
      [clinic.id],
    );
    await step(1, 'nowhere', 'draft', 'draft');
    await step(2, 'draft', 'complete', 'ready');
    await step(3, 'ready', 'submit', 'submitted', `, channel = 'mail', submitted_at = '${at}'`);
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

/** A challenge of a denied request, sent by letter. Not a clinical one, so that it goes without a signature. */
export async function sentChallenge(
  owner: pg.Pool,
  clinic: TestClinic,
  { caseId, requestId, sentOn }: { caseId: string; requestId: string; sentOn: string },
): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO stipple.challenge (clinic_id, case_id, state, seq, kind, request_id, clinical) VALUES ($1, $2, 'open', 1, 'appeal_1', $3, false) RETURNING id`,
      [clinic.id, caseId, requestId],
    );
    const moves = [
      ['nowhere', 'open', 'open'],
      ['open', 'draft', 'drafted'],
      ['drafted', 'send', 'sent'],
    ];
    for (const [index, [from, move, to]] of moves.entries()) {
      if (index > 0)
        await client.query('UPDATE stipple.challenge SET state = $2, seq = $3, sent_on = $4 WHERE id = $1', [
          rows[0]?.id,
          to,
          index + 1,
          to === 'sent' ? sentOn : null,
        ]);
      await client.query(
        `INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, actor_id) VALUES ($1, $2, 'challenge', $3, $4, $5, $6, $7, $8)`,
        [clinic.id, caseId, rows[0]?.id, index + 1, from, move, to, clinic.physician.id],
      );
    }
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}
