import { randomUUIDv7 } from 'node:crypto';
import type { RevisePolicy } from '@stipple/contracts';
import { Command, Missing } from '@stipple/database';
import type { PolicyVersion } from '@stipple/domain';
import { takePolicy, turnPolicy } from './held-policy';
import { mustBeRead, readSent } from './read-document';

/** A new version, written down but in force for nobody. An import is the same: its document came from a file. */
export async function draftPolicy(
  command: Command,
  payerId: string,
  policy: PolicyVersion,
): Promise<{ id: string }> {
  const { tx, who } = command;
  const [payer]: { today: string }[] = await tx.query(
    `SELECT (now() AT TIME ZONE k.time_zone)::date::text AS today FROM stipple.payer y JOIN stipple.clinic k ON k.id = y.clinic_id
      WHERE y.clinic_id = $1 AND y.id = $2`,
    [who.clinicId, payerId],
  );
  if (payer === undefined) throw new Missing('payer');
  mustBeRead(policy, payer.today);
  const id = randomUUIDv7();
  await tx.query(
    `INSERT INTO stipple.policy_version (clinic_id, id, payer_id, document, applies_to, drafted_by, changed_by)
     VALUES ($1, $2, $3, $4, coalesce($5::date, 'infinity'), $6, $6)`,
    [who.clinicId, id, payerId, JSON.stringify(policy), policy.effectiveTo, who.staffId],
  );
  command.audit({ action: 'policy_version.draft', subject: 'policy_version', subjectId: id, caseId: null });
  return { id };
}

export async function revisePolicy(command: Command, id: string, body: RevisePolicy): Promise<void> {
  const held = await takePolicy(command, { id, version: body.version }, 'revise');
  const policy = readSent(body.policy);
  mustBeRead(policy, held.today);
  await turnPolicy(
    command,
    { id, move: 'revise' },
    {
      changes: `document = $4, applies_to = coalesce($5::date, 'infinity')`,
      values: [JSON.stringify(policy), policy.effectiveTo],
    },
  );
}

export async function discardPolicy(command: Command, id: string, version: number): Promise<void> {
  await takePolicy(command, { id, version }, 'discard');
  await turnPolicy(command, { id, move: 'discard' }, { changes: `state = 'discarded'` });
}
