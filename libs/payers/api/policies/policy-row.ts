import type { PolicyVersionRow, TimelineFinding } from '@stipple/contracts';
import { PolicyState, PolicyVersion, checkTimeline, policyKey, policyStateWords } from '@stipple/domain';
import { policyOf } from './policy-in-force';

/** A version as its table has it, with the names of people. */
export interface PolicyRow {
  readonly id: string;
  readonly payerId: string;
  readonly state: PolicyState;
  readonly seq: number;
  readonly document: PolicyVersion;
  readonly appliesTo: string | null;
  readonly changedBy: string;
  readonly changedAt: string;
  readonly publishedBy: string | null;
  readonly publishedAt: string | null;
  readonly withdrawnBecause: string | null;
}

const person = (column: string) =>
  `(SELECT s.name FROM stipple.staff s WHERE (s.clinic_id, s.id) = (v.clinic_id, v.${column}))`;

export const rowJson = /* sql */ `json_build_object('id', v.id, 'payerId', v.payer_id, 'state', v.state, 'seq', v.seq, 'document', v.document,
  'appliesTo', CASE WHEN isfinite(v.applies_to) THEN v.applies_to END, 'changedBy', ${person('changed_by')}, 'changedAt', v.changed_at,
  'publishedBy', ${person('published_by')}, 'publishedAt', v.published_at, 'withdrawnBecause', v.withdrawn_because)`;

export function versionRow(row: PolicyRow): PolicyVersionRow {
  const { number, version, title, linesOfBusiness, effectiveFrom, source, criteria } = row.document;
  const { id, state, seq, appliesTo } = row;
  return {
    id,
    state,
    stateWords: policyStateWords[state],
    version: seq,
    key: policyKey({ number, version }),
    title,
    linesOfBusiness: [...linesOfBusiness],
    appliesFrom: effectiveFrom,
    appliesTo,
    readBy: source.readBy,
    readOn: source.readOn,
    changedBy: row.changedBy,
    changedAt: new Date(row.changedAt).toISOString(),
    publishedBy: row.publishedBy,
    publishedAt: row.publishedAt === null ? null : new Date(row.publishedAt).toISOString(),
    withdrawnBecause: row.withdrawnBecause,
    criteria: criteria.length,
  };
}

/** What is wrong between versions: days with two, days with none. */
export function timelineOf(rows: readonly PolicyRow[]): TimelineFinding[] {
  return checkTimeline(rows.map(policyOf)).map(({ versions: _, linesOfBusiness, ...finding }) => ({
    ...finding,
    linesOfBusiness: [...linesOfBusiness],
  }));
}
