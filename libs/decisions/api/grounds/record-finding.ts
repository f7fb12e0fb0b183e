import type { RecordFinding } from '@stipple/contracts';
import { Command, Missing, refuseIfAny } from '@stipple/database';
import {
  authRequestLifecycle,
  findingLifecycle,
  findingRefusals,
  isAdverse,
  readDenial,
  refusal,
  refusalsOf,
} from '@stipple/domain';
import { withSubject } from '@stipple/moves';
import { DecisionFindingEntity } from './grounds.entities';

/** What somebody found out who read the letter or the plan’s papers. The ways after the decision follow it. */
export function recordFinding(
  command: Command,
  requestId: string,
  { topic, says, words, documentId, replacesId }: RecordFinding,
): Promise<{ id: string }> {
  return withSubject(command, authRequestLifecycle, requestId, async (hand, request) => {
    const { state, denial } = request;
    const isExclusion = denial !== null && readDenial(denial).denialClass === 'benefit_exclusion';
    refuseIfAny(
      refusalsOf(
        isAdverse(state)
          ? findingRefusals(topic, isExclusion)
          : refusal('nothing_to_challenge', 'Nothing was decided against the patient here.'),
        documentId === undefined || hand.facts.documents.some(({ id }) => id === documentId)
          ? null
          : refusal('document_unknown', 'Choose a document of this case.', 'documentId'),
      ),
    );
    if (replacesId !== undefined) {
      const where = { clinicId: command.who.clinicId, requestId, topic, id: replacesId };
      if (!(await command.tx.exists(DecisionFindingEntity, { where })))
        throw new Missing('answer of this decision');
    }
    const row = { requestId, topic, says, words, documentId, replacesId };
    const made = { to: 'recorded', data: { topic, says } } as const;
    return { id: await hand.create(findingLifecycle, 'record', DecisionFindingEntity, row, made) };
  });
}
