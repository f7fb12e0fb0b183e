import { Logger } from '@nestjs/common';
import { AuditNote, auditStatement, isCollision, isOutage } from '@stipple/database';
import { type Recomputed, type TaskPlan, planTasks, recomputed } from '@stipple/domain';
import { nameOf } from '@stipple/jobs';
import type { PoolClient } from 'pg';
import { keepClocks, tellChanges } from './recomputed-clocks';
import { WatchedCase, readWatchedCases, takeWatchedCase } from './watched-cases.query';
import { withClocks } from './with-clocks';
import { writePlan } from './write-tasks';

const logger = new Logger('watching');
/** As many as one transaction looks at. Few of them have anything to do, and only those are locked. */
const batch = 200;

export interface Round {
  readonly clinicId: string;
  /** When it was asked for. A round that began since then has seen everything that was true by then. */
  readonly since: string;
}

/**
 * The next batch of a clinic's round, with the mark of how far it came. Two processes take turns: the second finds the
 * mark where the first has left it, or the round ended.
 *
 * @returns whether there is more to do
 */
export async function watchBatch(tx: PoolClient, round: Round): Promise<boolean> {
  const { clinicId } = round;
  const mark = await takeMark(tx, round);
  if (mark === null) return false;
  const cases = await readWatchedCases(tx, { clinicId, after: mark.after, most: batch });
  const notes: AuditNote[] = [];
  const looked = cases.map((one) => ({ id: one.id, ...lookedAt(one) }));
  for (const { id } of looked.filter(({ plan, clocks }) => !isEmpty(plan) || clocks.changes.length > 0))
    notes.push(...(await watchCase(tx, clinicId, id)));
  // What is only new is no change: it is kept without a lock, for all cases of the batch at once.
  const onlyNew = looked.filter(({ clocks }) => clocks.changes.length === 0);
  await byItself(tx, { keeping: onlyNew.length }, () => keepClocks(tx, clinicId, onlyNew));
  // Last of all: an entry locks the clinic's chain until the end, and whoever holds a case of ours may wait for it.
  for (const note of notes) {
    const { text, values } = auditStatement(null, null, note);
    await tx.query(text, values);
  }
  const isLast = cases.length < batch;
  await tx.query(
    `UPDATE stipple.watching_round SET after_case = $2, ended_at = CASE WHEN $2::uuid IS NULL THEN clock_timestamp() END WHERE clinic_id = $1`,
    [clinicId, isLast ? null : cases.at(-1)?.id],
  );
  // A round that began before this one was asked for may have passed what it was asked for.
  return !isLast || !mark.enough;
}

interface Mark {
  readonly after: string | null;
  /** Whether it began since this round was asked for. */
  readonly enough: boolean;
}

/** Where this round goes on; null when there is nothing left of it. */
async function takeMark(tx: PoolClient, { clinicId, since }: Round): Promise<Mark | null> {
  await tx.query('INSERT INTO stipple.watching_round (clinic_id) VALUES ($1) ON CONFLICT DO NOTHING', [
    clinicId,
  ]);
  const { rows } = await tx.query<Mark & { ended: boolean }>(
    `SELECT after_case AS after, ended_at IS NOT NULL AS ended, began_at >= $2::timestamptz AS enough
       FROM stipple.watching_round WHERE clinic_id = $1 FOR UPDATE`,
    [clinicId, since],
  );
  const [mark] = rows;
  if (mark === undefined) throw new Error('a clinic’s round is not there');
  if (!mark.ended) return mark;
  if (mark.enough) return null;
  await tx.query(
    'UPDATE stipple.watching_round SET began_at = clock_timestamp(), ended_at = NULL WHERE clinic_id = $1',
    [clinicId],
  );
  return { after: null, enough: true };
}

const isEmpty = ({ raise, close }: TaskPlan) => raise.length === 0 && close.length === 0;

interface Looked {
  readonly plan: TaskPlan;
  readonly clocks: Recomputed;
}

const nothing: Looked = { plan: { raise: [], close: [] }, clocks: { changes: [], keep: [] } };

function lookedAt({ id, facts, today }: WatchedCase): Looked {
  try {
    return { plan: planTasks(withClocks(facts), today), clocks: recomputed(facts, facts.keptClocks) };
  } catch (error) {
    logger.error({ caseId: id, fault: nameOf(error) });
    return nothing;
  }
}

/** Looks again under the case's lock, and writes. */
async function watchCase(tx: PoolClient, clinicId: string, caseId: string): Promise<readonly AuditNote[]> {
  const notes = await byItself(tx, { caseId }, async () => {
    const taken = await takeWatchedCase(tx, clinicId, caseId);
    return taken ? write(tx, clinicId, taken) : [];
  });
  return notes ?? [];
}

/** Does something that, if it fails, is logged and taken back, and keeps nothing else from being watched. */
async function byItself<T>(tx: PoolClient, about: object, work: () => Promise<T>): Promise<T | undefined> {
  await tx.query('SAVEPOINT watched');
  try {
    const done = await work();
    // Deferred constraints speak now, while only this is at stake.
    await tx.query('SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; RELEASE watched');
    return done;
  } catch (error) {
    if (isCollision(error) || isOutage(error)) throw error;
    logger.error({ ...about, fault: nameOf(error) });
    await tx.query('ROLLBACK TO SAVEPOINT watched');
    return undefined;
  }
}

async function write(
  tx: PoolClient,
  clinicId: string,
  { id, facts, today }: WatchedCase,
): Promise<readonly AuditNote[]> {
  const place = { clinicId, caseId: id };
  const clocks = recomputed(facts, facts.keptClocks);
  const told = await tellChanges(tx, place, clocks.changes);
  await keepClocks(tx, clinicId, [{ id, clocks }]);
  return [...told, ...(await writePlan(tx, place, planTasks(withClocks(facts), today)))];
}
