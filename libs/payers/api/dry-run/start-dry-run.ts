import { randomUUIDv7 } from 'node:crypto';
import type { TryPolicy } from '@stipple/contracts';
import { Command, Missing } from '@stipple/database';
import { addJob } from '@stipple/jobs';
import { HeldPolicy, takePolicy } from '../policies/held-policy';

/** How many cases of the payer are tried, the newest first. */
const mostCases = 2000;

/** Screenings do it: this library knows policies, and nothing of a case's evidence. */
const dryRunJob = (clinicId: string, runId: string) => ({
  name: 'policy-dry-run',
  payload: { clinicId, runId },
});

/** Enters the run and puts its job in: both are there, or neither. */
export async function startDryRun(command: Command, id: string, body: TryPolicy): Promise<{ id: string }> {
  const { tx, who } = command;
  const held = await takePolicy(command, { id, version: body.version }, 'dry_run');
  const against = await versionBefore(command, held, body.againstId);
  const runId = randomUUIDv7();
  const [counted]: { cases: number }[] = await tx.query(
    `SELECT count(*)::int AS cases FROM (SELECT FROM stipple.treatment_case c
      WHERE c.clinic_id = $1 AND c.payer_id = $2 AND c.plan_type = ANY ($3::text[]) LIMIT $4) tried`,
    [who.clinicId, held.payerId, held.document.linesOfBusiness, mostCases],
  );
  await tx.query(
    `INSERT INTO stipple.policy_dry_run (clinic_id, id, policy_version_id, document, against_id, facts_on, cases_total, requested_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      who.clinicId,
      runId,
      id,
      JSON.stringify(held.document),
      against,
      held.today,
      counted?.cases ?? 0,
      who.staffId,
    ],
  );
  await addJob(tx, dryRunJob(who.clinicId, runId));
  command.audit({
    action: 'policy_version.dry_run',
    subject: 'policy_version',
    subjectId: id,
    caseId: null,
    detail: { runId },
  });
  return { id: runId };
}

/** The one that was named, or the published one before it that shares a line of business; null where there is none. */
async function versionBefore(
  { tx, who }: Command,
  { id, payerId, document }: HeldPolicy,
  named: string | undefined,
): Promise<string | null> {
  const [found]: { id: string }[] = await tx.query(
    `SELECT v.id FROM stipple.policy_version v
      WHERE v.clinic_id = $1 AND v.payer_id = $2 AND v.id <> $3 AND v.citable
        AND CASE WHEN $4::uuid IS NULL THEN v.state = 'published' AND v.lines_of_business && $5::text[] ELSE v.id = $4 END
      ORDER BY v.applies_from < $6::date DESC, abs(v.applies_from - $6::date), v.id LIMIT 1`,
    [who.clinicId, payerId, id, named ?? null, document.linesOfBusiness, document.effectiveFrom],
  );
  if (found === undefined && named !== undefined) throw new Missing('published version of this payer');
  return found?.id ?? null;
}
