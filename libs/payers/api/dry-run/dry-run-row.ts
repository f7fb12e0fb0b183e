import type { DryRunStanding } from '@stipple/contracts';
import { formatNumber } from '@stipple/domain';

export interface RunRow {
  readonly id: string;
  readonly state: DryRunStanding['state'];
  /** Whether the version still says what was tried. */
  readonly current: boolean;
  readonly against: string | null;
  readonly againstId: string | null;
  readonly done: number;
  readonly total: number;
  readonly changed: number;
  readonly outcomes: number;
  readonly failure: string | null;
  readonly by: string;
  readonly at: string;
}

/** Of a run `r` of the version `v`. */
export const runJson = /* sql */ `json_build_object('id', r.id, 'state', r.state, 'current', r.document = v.document, 'againstId', r.against_id,
  'against', (SELECT a.number || ' v' || a.version FROM stipple.policy_version a WHERE (a.clinic_id, a.id) = (r.clinic_id, r.against_id)),
  'done', r.cases_done, 'total', r.cases_total, 'changed', r.cases_changed, 'outcomes', r.outcomes_changed, 'failure', r.failure,
  'by', (SELECT s.name FROM stipple.staff s WHERE (s.clinic_id, s.id) = (r.clinic_id, r.requested_by)), 'at', r.requested_at)`;

/** The newest run of the version `v` of the query around it. */
export const newestRunJson = /* sql */ `(SELECT ${runJson} FROM stipple.policy_dry_run r
  WHERE (r.clinic_id, r.policy_version_id) = (v.clinic_id, v.id) ORDER BY r.requested_at DESC, r.id DESC LIMIT 1)`;

export function runView(row: RunRow): DryRunStanding {
  const { id, state, against, againstId, by, failure, total, outcomes } = row;
  const count = (number: number) => formatNumber(number);
  const verb = outcomes === 1 ? 'changes its outcome' : 'change their outcome';
  return {
    id,
    state,
    against,
    againstId,
    casesDone: row.done,
    casesTotal: total,
    casesChanged: row.changed,
    outcomesChanged: outcomes,
    sentence: state === 'done' ? `${count(outcomes)} of ${count(total)} past cases ${verb}.` : null,
    isCurrent: row.current,
    by,
    at: new Date(row.at).toISOString(),
    failure,
  };
}
