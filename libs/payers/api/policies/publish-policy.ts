import type { PublishPolicy, WithdrawPolicy } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { PolicyVersion, Refusal, addDays, checkPolicy, policyKey, refusal } from '@stipple/domain';
import { HeldPolicy, takePolicy, turnPolicy } from './held-policy';
import { PolicyRow, rowJson, timelineOf } from './policy-row';
import { policyOf } from './policy-in-force';
import { mustBeRead, readSent } from './read-document';

/**
 * Puts a version in force. It may not contradict itself, and on no day may two of a payer apply to one line of business:
 * what has no end can be ended the day before, in the same transaction.
 */
export async function publishPolicy(command: Command, id: string, body: PublishPolicy): Promise<void> {
  const held = await takePolicy(command, { id, version: body.version }, 'publish');
  const policy = withDay(held, body.effectiveFrom);
  mustBeRead(policy, held.today);
  refuseIfAny(contradictions(policy));
  const published = await publishedOf(command, held.payerId);
  const ended = body.endsEarlier ? published.filter((one) => canEndBefore(one, policy)) : [];
  const until = addDays(policy.effectiveFrom, -1);
  const others = published.map((one) => (ended.includes(one) ? { ...one, appliesTo: until } : one));
  refuseIfAny(overlaps(policy, others));
  for (const one of ended)
    await turnPolicy(
      command,
      { id: one.id, move: 'end_earlier' },
      { changes: 'applies_to = $4', values: [until] },
    );
  await turnPolicy(
    command,
    { id, move: 'publish' },
    {
      changes: `state = 'published', document = $4, applies_to = coalesce($5::date, 'infinity'), published_by = $3, published_at = now()`,
      values: [JSON.stringify(policy), policy.effectiveTo],
    },
  );
}

/** Takes a version out of force that should never have been: past screenings go on naming it. */
export async function withdrawPolicy(
  command: Command,
  id: string,
  { version, reason }: WithdrawPolicy,
): Promise<void> {
  await takePolicy(command, { id, version }, 'withdraw');
  await turnPolicy(
    command,
    { id, move: 'withdraw' },
    {
      changes: `state = 'withdrawn', withdrawn_by = $3, withdrawn_at = now(), withdrawn_because = $4`,
      values: [reason],
    },
  );
}

function withDay({ document }: HeldPolicy, effectiveFrom: string | undefined): PolicyVersion {
  return readSent(effectiveFrom === undefined ? document : { ...document, effectiveFrom });
}

function contradictions(policy: PolicyVersion): readonly Refusal[] {
  return checkPolicy(policy)
    .filter(({ severity }) => severity === 'contradiction')
    .map(({ code, sentence, criteria }) =>
      refusal(
        code,
        criteria.length > 0 ? `${sentence} (${[...new Set(criteria)].join(', ')})` : sentence,
        'policy.criteria',
      ),
    );
}

/** The published versions of a payer, locked, so that two people who publish at once come one after the other. */
async function publishedOf({ tx, who }: Command, payerId: string): Promise<readonly PolicyRow[]> {
  await tx.query('SELECT 1 FROM stipple.payer WHERE clinic_id = $1 AND id = $2 FOR UPDATE', [
    who.clinicId,
    payerId,
  ]);
  const rows: { row: PolicyRow }[] = await tx.query(
    `SELECT ${rowJson} AS row FROM stipple.policy_version v WHERE v.clinic_id = $1 AND v.payer_id = $2 AND v.state = 'published'`,
    [who.clinicId, payerId],
  );
  return rows.map(({ row }) => row);
}

/** Only one that began earlier, has no end named, and shares a line of business makes room for its successor. */
function canEndBefore({ document, appliesTo }: PolicyRow, next: PolicyVersion): boolean {
  return (
    appliesTo === null &&
    document.effectiveFrom < next.effectiveFrom &&
    document.linesOfBusiness.some((line) => next.linesOfBusiness.includes(line))
  );
}

function overlaps(policy: PolicyVersion, others: readonly PolicyRow[]): readonly Refusal[] {
  const now = policyKey(policy);
  return others.flatMap((one) =>
    timelineOf([one, { ...one, id: 'new', document: policy, appliesTo: policy.effectiveTo }])
      .filter(({ severity }) => severity === 'contradiction')
      .map(({ code, sentence }) =>
        refusal(
          code,
          code === 'version_twice'
            ? `${now} of this payer is published already, as of ${policyOf(one).effectiveFrom}.`
            : sentence,
          'effectiveFrom',
        ),
      ),
  );
}
