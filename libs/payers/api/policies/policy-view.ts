import type { PolicyCheck, PolicyVersionView } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal } from '@stipple/database';
import {
  PolicyVersion,
  checkPolicy,
  comparePolicies,
  PolicyComparison,
  policyMoves,
  policyRefusals,
  policySentences,
} from '@stipple/domain';
import { newestRunJson, runView, RunRow } from '../dry-run/dry-run-row';
import { policyOf } from './policy-in-force';
import { PolicyRow, rowJson, timelineOf, versionRow } from './policy-row';
import { mustBeRead, readSent } from './read-document';

const versionSql = /* sql */ `
SELECT ${rowJson} AS row, y.name AS payer, ${newestRunJson} AS run,
       (SELECT coalesce(json_agg(${rowJson.replaceAll('v.', 'o.')}), '[]') FROM stipple.policy_version o
         WHERE (o.clinic_id, o.payer_id, o.state) = (v.clinic_id, v.payer_id, 'published') AND o.id <> v.id) AS others
  FROM stipple.policy_version v JOIN stipple.payer y ON (y.clinic_id, y.id) = (v.clinic_id, v.payer_id)
 WHERE v.clinic_id = $1 AND v.id = $2`;

interface Found {
  readonly row: PolicyRow;
  readonly payer: string;
  readonly run: RunRow | null;
  readonly others: readonly PolicyRow[];
}

async function find(db: ClinicDatabase, who: Principal, id: string): Promise<Found> {
  const statement = { name: 'policy_version', text: versionSql, values: [who.clinicId, id] };
  const [found] = await db.read<Found>(who, statement);
  if (found === undefined) throw new Missing('policy version');
  return found;
}

export async function readPolicy(db: ClinicDatabase, who: Principal, id: string): Promise<PolicyVersionView> {
  const { row, payer, run, others } = await find(db, who, id);
  const { criteria: _, ...standing } = versionRow(row);
  const policy = policyOf({ ...row, appliesTo: row.document.effectiveTo });
  return {
    ...standing,
    payer: { id: row.payerId, name: payer },
    policy,
    ...said(policy, row.state === 'draft' || row.state === 'published' ? [row, ...others] : []),
    dryRun: run === null ? null : runView(run),
    moves: policyMoves.map(({ move, label }) => ({
      move,
      label,
      needs: [],
      refusals: [...policyRefusals(move, row.state, who.roles)],
    })),
  };
}

function said(
  policy: PolicyVersion,
  line: readonly PolicyRow[],
): Pick<PolicyVersionView, 'findings' | 'timeline' | 'sentences'> {
  return {
    findings: checkPolicy(policy).map((one) => ({ ...one, criteria: [...one.criteria] })),
    timeline: timelineOf(line),
    sentences: [...policySentences(policy)],
  };
}

/** What would be said of a document if it were published for this payer. Nothing is kept. */
export async function checkDocument(
  db: ClinicDatabase,
  who: Principal,
  { payerId, policy }: { payerId: string; policy: unknown },
): Promise<PolicyCheck> {
  const text = /* sql */ `
    SELECT (now() AT TIME ZONE k.time_zone)::date::text AS today,
           (SELECT coalesce(json_agg(${rowJson}), '[]') FROM stipple.policy_version v
             WHERE (v.clinic_id, v.payer_id, v.state) = (y.clinic_id, y.id, 'published')) AS others
      FROM stipple.payer y JOIN stipple.clinic k ON k.id = y.clinic_id WHERE y.clinic_id = $1 AND y.id = $2`;
  const [payer] = await db.read<{ today: string; others: readonly PolicyRow[] }>(who, {
    name: 'policy_check',
    text,
    values: [who.clinicId, payerId],
  });
  if (payer === undefined) throw new Missing('payer');
  const read = readSent(policy);
  mustBeRead(read, payer.today);
  return said(read, [
    { id: 'new', document: read, appliesTo: read.effectiveTo } as PolicyRow,
    ...payer.others,
  ]);
}

export async function exportPolicy(db: ClinicDatabase, who: Principal, id: string): Promise<PolicyVersion> {
  const { row } = await find(db, who, id);
  return policyOf({ ...row, appliesTo: row.document.effectiveTo });
}

/** What a version says otherwise than another of the same payer. */
export async function compareVersions(
  db: ClinicDatabase,
  who: Principal,
  { id, withId }: { id: string; withId: string },
): Promise<PolicyComparison> {
  const [after, before] = [await find(db, who, id), await find(db, who, withId)];
  if (after.row.payerId !== before.row.payerId) throw new Missing('version of this payer');
  return comparePolicies(policyOf(before.row), policyOf(after.row));
}
