import { randomUUIDv7 } from 'node:crypto';
import { type AuditNote } from '@stipple/database';
import { type TaskPlan, type Watch, type WatchedTask, clockTableAsOf } from '@stipple/domain';
import type { PoolClient } from 'pg';
import { type Place, append } from './append';

/**
 * Writes a plan, and returns what the audit trail is to say of it. These and the ones of
 * `recomputed-clocks.ts` are all the statements by which the watching changes a case. They do not go through `CaseInHand`, which acts for a person.
 * Nobody acts here, and PostgreSQL takes an event without a person for watched tasks and changed
 * deadlines only (only_watching_acts_alone).
 */
export async function writePlan(
  tx: PoolClient,
  place: Place,
  { raise, close }: TaskPlan,
): Promise<readonly AuditNote[]> {
  const notes: AuditNote[] = [];
  // First what is over: a task makes room for another one of its key.
  for (const task of close) notes.push(...(await closeTask(tx, place, task)));
  for (const watch of raise) notes.push(...(await raiseTask(tx, place, watch)));
  return notes;
}

const raiseSql = /* sql */ `
INSERT INTO stipple.task (clinic_id, id, case_id, state, seq, kind, about, for_role, due_on, watch_key)
VALUES ($1, $2, $3, 'open', 1, $4, $5, $6, $7, $8)
ON CONFLICT (clinic_id, watch_key) WHERE state = 'open' AND watch_key IS NOT NULL DO NOTHING`;

async function raiseTask(tx: PoolClient, place: Place, watch: Watch): Promise<readonly AuditNote[]> {
  const id = randomUUIDv7();
  const { taskKind: kind, about, forRole, dueOn, key, severity, rule } = watch;
  const raised = await tx.query({
    name: 'raise_watched',
    text: raiseSql,
    values: [place.clinicId, id, place.caseId, kind, about, forRole, dueOn, key],
  });
  // Somebody watches this case at the same moment; theirs is as good as ours.
  if (raised.rowCount === 0) return [];
  const behind = rule ? { rule: rule.key, source: rule.source, rulesAsOf: clockTableAsOf } : {};
  const data = { kind, about, dueOn, severity, ...behind };
  return [
    await append(tx, place, {
      subject: 'task',
      id,
      seq: 1,
      from: 'nowhere',
      move: 'raise',
      to: 'open',
      data,
    }),
  ];
}

async function closeTask(
  tx: PoolClient,
  place: Place,
  { id, seq }: WatchedTask,
): Promise<readonly AuditNote[]> {
  const closed = await tx.query({
    name: 'close_watched',
    text: `UPDATE stipple.task SET state = 'done', seq = seq + 1 WHERE clinic_id = $1 AND id = $2 AND seq = $3 AND state = 'open'`,
    values: [place.clinicId, id, seq],
  });
  if (closed.rowCount === 0) return [];
  const data = { reason: 'What it asked for is no longer needed.' };
  return [
    await append(tx, place, {
      subject: 'task',
      id,
      seq: seq + 1,
      from: 'open',
      move: 'finish',
      to: 'done',
      data,
    }),
  ];
}
