import { ChallengeKind, groundLifecycle } from '@stipple/domain';
import type { CaseInHand } from '@stipple/moves';
import { AppealGroundEntity } from './grounds.entities';

interface Begun {
  readonly id: string;
  readonly kind: ChallengeKind;
  readonly requestId: string;
}

/**
 * A further way of arguing with the same decision begins with what the newest one before it rested on, so that nobody
 * types the plan’s words twice. Each is a record of its own from then on: the earlier appeal keeps what it had.
 */
export async function takeOverGrounds(hand: CaseInHand, { id, kind, requestId }: Begun): Promise<void> {
  const before = hand.facts.challenges.findLast(
    (one) => one.requestId === requestId && one.kind !== 'peer_to_peer',
  );
  if (kind === 'peer_to_peer' || before === undefined) return;
  const { clinicId } = hand.command.who;
  const rows = await hand.command.tx.find(AppealGroundEntity, {
    where: { clinicId, challengeId: before.id },
    order: { id: 'ASC' },
  });
  const replaced = new Set(rows.map(({ replacesId }) => replacesId));
  for (const { topic, about, words, page, section, documentId, policyVersionId, ...row } of rows) {
    if (row.takenBack || replaced.has(row.id)) continue;
    const { codeWas, codeNow, restsOn, takenBack } = row;
    const quote = { words, page, section, documentId, policyVersionId };
    const columns = { challengeId: id, topic, about, ...quote, codeWas, codeNow, restsOn, takenBack };
    const made = { to: 'recorded', data: { topic } } as const;
    await hand.create(groundLifecycle, 'take_over', AppealGroundEntity, columns, made);
  }
}
