import { randomUUIDv7 } from 'node:crypto';
import type { DiscardDraft, SaveDraft, SavedDraft } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal, refuseIfAny } from '@stipple/database';
import { refusal } from '@stipple/domain';

/*
 * A thing that is typed about belongs to the case that is named; a new version of a policy is about its payer, and an
 * edited one about itself. A new draft brings its own end: the job that removes it. `xmax` is zero in a row that was just inserted, and not in
 * one that was already there.
 */
const saveSql = /* sql */ `
WITH saved AS (
  INSERT INTO stipple.draft AS d (clinic_id, id, author_id, case_id, subject, subject_id, move, version, counter, fields)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb
   WHERE ($4::uuid IS NULL OR EXISTS (SELECT FROM stipple.treatment_case c WHERE (c.clinic_id, c.id) = ($1, $4)))
     AND CASE WHEN $6::uuid IS NULL THEN true
              WHEN $4::uuid IS NOT NULL THEN EXISTS (SELECT FROM stipple.case_event e WHERE (e.clinic_id, e.subject_id, e.seq, e.case_id) = ($1, $6, 1, $4))
              WHEN $5 = 'policy_version' AND $7 = 'draft' THEN EXISTS (SELECT FROM stipple.payer y WHERE (y.clinic_id, y.id) = ($1, $6))
              WHEN $5 = 'policy_version' THEN EXISTS (SELECT FROM stipple.policy_version v WHERE (v.clinic_id, v.id) = ($1, $6))
              ELSE false END
  ON CONFLICT ON CONSTRAINT draft_of_one_form DO UPDATE
    SET version = excluded.version, counter = excluded.counter, fields = excluded.fields, saved_at = now(), ended_at = NULL
    WHERE d.counter < excluded.counter
  RETURNING d.id, d.xmax = 0 AS made
)
SELECT graphile_worker.add_job('draft-expiry', payload => json_build_object('clinicId', $1::uuid, 'draftId', id), run_at => now() + make_interval(days => 30))
  FROM saved WHERE made`;

const keptSql = /* sql */ `
SELECT id, to_json(saved_at) AS "savedAt", counter::float8 AS counter FROM stipple.draft
 WHERE clinic_id = $1 AND author_id = $2 AND case_id IS NOT DISTINCT FROM $3::uuid
   AND subject = $4 AND subject_id IS NOT DISTINCT FROM $5::uuid AND move = $6`;

/** Keeps what was typed into a form. What was saved later stays: the answer says what is kept now. */
export async function saveDraft(db: ClinicDatabase, who: Principal, body: SaveDraft): Promise<SavedDraft> {
  const { clinicId, staffId } = who;
  const { caseId, subject, subjectId, move, version, counter } = body;
  refuseIfAny(
    body.authorId === staffId
      ? []
      : [refusal('not_the_author', 'Somebody else typed this; a draft is its author’s own.', 'authorId')],
  );
  const key = [caseId, subject, subjectId, move];
  const save = [clinicId, randomUUIDv7(), staffId, ...key, version, counter, JSON.stringify(body.fields)];
  const [, [kept]] = await db.write<[unknown, SavedDraft]>(who, [
    { name: 'save_draft', text: saveSql, values: save },
    { name: 'kept_draft', text: keptSql, values: [clinicId, staffId, ...key] },
  ]);
  if (kept === undefined) throw new Missing('case, or nothing of that kind on it');
  return kept;
}

/** Throws a draft away. Its empty row stays, so that a save that comes late does not bring it back. */
export async function discardDraft(
  db: ClinicDatabase,
  who: Principal,
  id: string,
  { counter }: DiscardDraft,
): Promise<void> {
  const [[found]] = await db.write<[{ id: string }]>(who, [
    {
      name: 'discard_draft',
      text: /* sql */ `
        UPDATE stipple.draft SET fields = '[]', ended_at = coalesce(ended_at, now()), counter = greatest(counter, $4)
         WHERE clinic_id = $1 AND id = $2 AND author_id = $3 RETURNING id`,
      values: [who.clinicId, id, who.staffId, counter],
    },
  ]);
  if (found === undefined) throw new Missing('draft of yours');
}
