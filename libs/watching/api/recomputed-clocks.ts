import { randomUUIDv7 } from 'node:crypto';
import type { AuditNote } from '@stipple/database';
import { type ClockChange, type Recomputed, clockTableAsOf } from '@stipple/domain';
import type { PoolClient } from 'pg';
import { type Place, append } from './append';

/**
 * Clocks are computed for whoever asks, so a corrected profile, a recorded date or a new rule is heeded at once. That an end
 * somebody may have relied on is another one now is told here: each round compares what the clocks say with what was kept.
 */
export async function tellChanges(
  tx: PoolClient,
  place: Place,
  changes: readonly ClockChange[],
): Promise<readonly AuditNote[]> {
  const notes: AuditNote[] = [];
  for (const { requestId, clock, was, became, rule } of changes) {
    const id = randomUUIDv7();
    await tx.query({
      name: 'tell_changed_clock',
      text: `INSERT INTO stipple.clock_change (clinic_id, id, case_id, state, seq, request_id, clock, was, became)
             VALUES ($1, $2, $3, 'recorded', 1, $4, $5, $6, $7)`,
      values: [place.clinicId, id, place.caseId, requestId, clock, was, became],
    });
    const behind = rule ? { rule: rule.key, source: rule.source, rulesAsOf: clockTableAsOf } : {};
    const data = { clock, was, became, ...behind };
    notes.push(
      await append(tx, place, {
        ...{ subject: 'clock_change', id, seq: 1, from: 'nowhere', move: 'record', to: 'recorded' },
        data,
      }),
    );
  }
  return notes;
}

const keepSql = /* sql */ `
INSERT INTO stipple.kept_clock (clinic_id, case_id, request_id, subject_id, clock, says, rule)
SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[])
ON CONFLICT (clinic_id, subject_id, clock) DO UPDATE SET says = excluded.says, rule = excluded.rule, kept_at = now()`;

/** Keeps what the clocks of some cases say now, to compare the next round with. */
export async function keepClocks(
  tx: PoolClient,
  clinicId: string,
  cases: readonly { readonly id: string; readonly clocks: Pick<Recomputed, 'keep'> }[],
): Promise<void> {
  const rows = cases.flatMap(({ id, clocks }) => clocks.keep.map((one) => ({ caseId: id, ...one })));
  if (rows.length === 0) return;
  await tx.query({
    name: 'keep_clocks',
    text: keepSql,
    values: [
      clinicId,
      rows.map(({ caseId }) => caseId),
      rows.map(({ requestId }) => requestId),
      rows.map(({ subjectId }) => subjectId),
      rows.map(({ clock }) => clock),
      rows.map(({ says }) => says),
      rows.map(({ rule }) => rule),
    ],
  });
}
