import type { DryRunChange, DryRunPage, DryRunQuery, DryRunStanding } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal } from '@stipple/database';
import { PolicyVersion, Truth, generalPolicy, holds } from '@stipple/domain';
import { RunRow, runJson, runView } from './dry-run-row';

const runSql = /* sql */ `
SELECT ${runJson} AS run FROM stipple.policy_dry_run r
  JOIN stipple.policy_version v ON (v.clinic_id, v.id) = (r.clinic_id, r.policy_version_id)
 WHERE r.clinic_id = $1 AND r.id = $2`;

export async function readDryRun(db: ClinicDatabase, who: Principal, id: string): Promise<DryRunStanding> {
  const statement = { name: 'dry_run_standing', text: runSql, values: [who.clinicId, id] };
  const [found] = await db.read<{ run: RunRow }>(who, statement);
  if (found === undefined) throw new Missing('dry run');
  return runView(found.run);
}

const rowsAtOnce = 50;
const changesSql = /* sql */ `
SELECT json_build_object('caseId', x.case_id, 'caseNumber', x.case_number, 'before', x.before, 'after', x.after,
    'criteria', (SELECT coalesce(json_agg(json_build_object('id', y.criterion, 'before', y.before, 'after', y.after) ORDER BY y.criterion), '[]')
      FROM stipple.policy_dry_run_criterion y WHERE (y.clinic_id, y.run_id, y.case_number) = (x.clinic_id, x.run_id, x.case_number))) AS change
  FROM stipple.policy_dry_run_change x
 WHERE x.clinic_id = $1 AND x.run_id = $2 AND x.case_number < $3 AND ($4 = 'all' OR x.before <> x.after)
 ORDER BY x.case_number DESC LIMIT $5`;
const runDocumentsSql = /* sql */ `
SELECT r.document, a.document AS against,
    (SELECT coalesce(json_agg(json_build_object('id', t.criterion, 'before', t.before, 'after', t.after, 'cases', t.cases)
        ORDER BY t.cases DESC, t.criterion, t.before, t.after), '[]')
      FROM stipple.policy_dry_run_tally t WHERE (t.clinic_id, t.run_id) = (r.clinic_id, r.id)) AS tallies
  FROM stipple.policy_dry_run r
  LEFT JOIN stipple.policy_version a ON (a.clinic_id, a.id) = (r.clinic_id, r.against_id) WHERE r.clinic_id = $1 AND r.id = $2`;

interface Turned {
  readonly id: string;
  readonly before: Truth;
  readonly after: Truth;
}
type Stored = Pick<DryRunChange, 'caseId' | 'caseNumber' | 'before' | 'after'> & {
  readonly criteria: readonly Turned[];
};
interface RunDocuments {
  readonly document: PolicyVersion;
  readonly against: PolicyVersion | null;
  readonly tallies: readonly (Turned & { readonly cases: number })[];
}

/**
 * The cases that change, the newest first. Says nothing of a case but its number, and to those who may read its
 * evidence, which criteria turned.
 */
export async function readChanges(
  db: ClinicDatabase,
  who: Principal,
  { id, after, outcome }: DryRunQuery & { readonly id: string },
): Promise<DryRunPage> {
  const [[run], changes] = await db.readAll<[RunDocuments, { change: Stored }]>(who, [
    { name: 'dry_run_documents', text: runDocumentsSql, values: [who.clinicId, id] },
    {
      name: 'dry_run_changes',
      text: changesSql,
      values: [who.clinicId, id, after ?? 2_147_483_647, outcome, rowsAtOnce + 1],
    },
  ]);
  if (run === undefined) throw new Missing('dry run');
  const labels = new Map(
    [...(run.against ?? generalPolicy).criteria, ...run.document.criteria].map((one) => [one.id, one.label]),
  );
  const inWords = <T extends Turned>(one: T) => ({
    ...one,
    label: labels.get(one.id) ?? one.id,
    before: truthWords[one.before],
    after: truthWords[one.after],
  });
  const readsEvidence = holds(who, ['coordinator', 'physician']);
  const rows = changes.slice(0, rowsAtOnce).map(({ change }) => ({
    ...change,
    outcomeChanges: change.before !== change.after,
    criteria: readsEvidence ? change.criteria.map(inWords) : null,
  }));
  const next = changes.length > rowsAtOnce ? (rows.at(-1)?.caseNumber ?? null) : null;
  return { criteria: run.tallies.map(inWords), rows, next };
}

const truthWords: Record<Truth, string> = { met: 'met', not_met: 'not met', unknown: 'unknown' };
