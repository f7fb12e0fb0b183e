import { Command, Missing, Stale, refuseIfAny } from '@stipple/database';
import { PolicyMove, policyRefusals } from '@stipple/domain';
import { PolicyRow, rowJson } from './policy-row';

export interface HeldPolicy extends PolicyRow {
  readonly today: string;
}

const heldSql = /* sql */ `
SELECT ${rowJson} AS row, (SELECT (now() AT TIME ZONE k.time_zone)::date::text FROM stipple.clinic k WHERE k.id = v.clinic_id) AS today
  FROM stipple.policy_version v WHERE v.clinic_id = $1 AND v.id = $2 FOR UPDATE OF v`;

/** Locks a version for a move, or says why it cannot be made. */
export async function takePolicy(
  command: Command,
  { id, version }: { readonly id: string; readonly version: number },
  move: PolicyMove,
): Promise<HeldPolicy> {
  const { clinicId, roles } = command.who;
  const [found]: { row: PolicyRow; today: string }[] = await command.tx.query(heldSql, [clinicId, id]);
  if (found === undefined) throw new Missing('policy version');
  const { row, today } = found;
  if (row.seq !== version)
    throw new Stale({
      subject: 'policy_version',
      id,
      version: row.seq,
      state: row.state,
      changedBy: row.changedBy,
      changedAt: row.changedAt,
    });
  refuseIfAny(policyRefusals(move, row.state, roles));
  return { ...row, today };
}

/** Writes a move of a version that is held. `changes` is SQL over $3 (the person) and what `values` bring from $4 on. */
export async function turnPolicy(
  command: Command,
  { id, move }: { readonly id: string; readonly move: string },
  { changes, values = [] }: { readonly changes: string; readonly values?: readonly unknown[] },
): Promise<void> {
  const { clinicId, staffId } = command.who;
  await command.tx.query(
    `UPDATE stipple.policy_version SET seq = seq + 1, changed_by = $3, changed_at = now(), ${changes} WHERE clinic_id = $1 AND id = $2`,
    [clinicId, id, staffId, ...values],
  );
  command.audit({
    action: `policy_version.${move}`,
    subject: 'policy_version',
    subjectId: id,
    caseId: null,
  });
}
