import type { Dice } from '../dice';
import { text } from './plain-rows';

/** Runs a statement whose first value is the clinic. */
export type Ask = (sql: string, ...values: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;

const codes = ['50', '96', '204', '16', '197', '272', '39', 'A1', 'Q7', '18', '15', 'B11', null];
const remarks = [[], ['N706'], ['N383'], ['N661', 'N929'], ['N999'], ['N623', 'N383']];

/** Reasons, remarks, owners, receipts, codes and questions of what was decided. */
export async function shakeRequests(ask: Ask, dice: Dice): Promise<void> {
  for (const { id, case_id: caseId, state, seq } of await ask(
    `SELECT id, case_id, state, seq FROM stipple.auth_request WHERE clinic_id = $1 AND decided_on IS NOT NULL ORDER BY id`,
  )) {
    const set = (assignment: string, ...values: readonly unknown[]) =>
      ask(`UPDATE stipple.auth_request SET ${assignment} WHERE clinic_id = $1 AND id = $2`, id, ...values);
    if (state === 'denied' && dice.chance(0.4))
      await set('denial_code = $3, denial_remarks = $4', dice.pick(codes), dice.pick(remarks));
    if (dice.chance(0.1)) await set('owner_at_submission = NULL');
    if (dice.chance(0.1)) await set('payer_received_at = NULL');
    if (dice.chance(0.2)) await set(`urgency = 'expedited', urgency_reason = 'Pain'`);
    if (dice.chance(0.15)) await set(`lines = lines || '[{"procedureCode": "0479T", "units": 2}]'`);
    if (dice.chance(0.05)) await set('supersedes_id = $3', id);
    if (dice.chance(0.15))
      await ask(
        `INSERT INTO stipple.extension_notice (clinic_id, case_id, request_id, dated_on, because, words, proof_id, staff_id)
         SELECT $1, $3, r.id, (r.submitted_at + interval '2 days')::date, 'more_time', 'Later.', uuidv7(), uuidv7() FROM stipple.auth_request r
          WHERE r.clinic_id = $1 AND r.id = $2 AND r.submitted_at < now() - interval '3 days'`,
        id,
        caseId,
      );
    if (dice.chance(0.25)) await askBack(ask, dice, { id, caseId, seq: Number(seq) });
    if (['partial', 'modified'].includes(text(state)) && dice.chance(0.6))
      await ask(
        `INSERT INTO stipple.withheld_reason (clinic_id, case_id, state, seq, request_id, of_state, words, reason_code, remarks, kind)
         VALUES ($1, $2, 'recorded', 1, $3, $4, 'Less.', $5, $6, 'administrative')`,
        caseId,
        id,
        state,
        dice.pick(codes),
        dice.pick(remarks),
      );
  }
}

/** One or two questions of the payer, some of them unanswered, some asked again before the answer to the first. */
async function askBack(
  ask: Ask,
  dice: Dice,
  { id, caseId, seq }: { id: unknown; caseId: unknown; seq: number },
): Promise<void> {
  await ask(
    `UPDATE stipple.auth_request SET information_items = '{"Notes"}' WHERE clinic_id = $1 AND id = $2`,
    id,
  );
  const event = (number: number, move: string, data: string) =>
    ask(
      `INSERT INTO stipple.case_event (clinic_id, case_id, subject, subject_id, seq, from_state, move, to_state, actor_id, at, data)
       SELECT $1, $2, 'auth_request', r.id, $4, 'received', $5::text, CASE $5::text WHEN 'answer_information' THEN 'pended' ELSE 'information_requested' END, r.owner_at_submission, greatest(r.submitted_at + $6 * interval '1 hour', (SELECT max(e.at) FROM stipple.case_event e WHERE e.subject_id = r.id)), ${data}
         FROM stipple.auth_request r WHERE r.clinic_id = $1 AND r.id = $3`,
      caseId,
      id,
      seq + number,
      move,
      dice.within([-30, 150]),
    );
  for (let round = 0; round < dice.within([1, 2]); round++) {
    const askedOn = `jsonb_build_object('askedOn', (r.submitted_at + ${dice.within([-1, 5])} * interval '1 day')::date)`;
    await event(10 * round + 10, 'request_information', dice.chance(0.5) ? askedOn : `'{}'`);
    const sentAt = `jsonb_build_object('sentAt', r.submitted_at + ${dice.within([0, 200])} * interval '1 hour')`;
    if (dice.chance(0.7))
      await event(10 * round + 11, 'answer_information', dice.chance(0.5) ? sentAt : `'{}'`);
  }
}
