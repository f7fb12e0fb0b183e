import type { RecordWithheld } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import { authRequestLifecycle, refusal, refusalsOf, withheldReasonLifecycle } from '@stipple/domain';
import { withSubject } from '@stipple/moves';
import { codesOnNotice } from './codes-on-notice';
import { WithheldReasonEntity } from './withheld-reason.entity';

/** Records what the payer says of what it did not grant. The decision itself stays as it was recorded. */
export function recordWithheld(
  command: Command,
  requestId: string,
  body: RecordWithheld,
): Promise<{ id: string }> {
  return withSubject(command, authRequestLifecycle, requestId, async (hand, request) => {
    const { words, kind, page = null, proofId } = body;
    const { codes, refusals } = codesOnNotice(body);
    const lesser = request.state === 'partial' || request.state === 'modified';
    refuseIfAny(
      refusalsOf(
        lesser
          ? null
          : refusal(
              'nothing_withheld',
              'Only what was approved in part or otherwise was granted less than asked.',
            ),
        request.denial !== null && lesser
          ? refusal('withheld_already', 'Why less was granted is on record already.')
          : null,
        refusals,
        proofId === undefined || hand.facts.documents.some(({ id }) => id === proofId)
          ? null
          : refusal('proof_unknown', 'The notice does not belong to this case.', 'proofId'),
      ),
    );
    const { group, code, remarks } = codes;
    const row = {
      requestId,
      ofState: request.state,
      words,
      groupCode: group,
      reasonCode: code,
      remarks: [...remarks],
      kind,
      page,
      documentId: proofId ?? null,
    };
    const data = { words, kind, group: group ?? undefined, code: code ?? undefined };
    const made = { to: 'recorded', data } as const;
    return { id: await hand.create(withheldReasonLifecycle, 'record', WithheldReasonEntity, row, made) };
  });
}
