import type { RecordNotRequired } from '@stipple/contracts';
import { Command, Missing, refuseIfAny } from '@stipple/database';
import { notRequiredRefusals, refusal } from '@stipple/domain';
import { withCase } from '@stipple/moves';
import { recordAuthorization } from './record-authorization';

/**
 * The payer says that no authorization is required. Recorded with its words, reference and proof, for at most 90
 * days unless the payer names a window, and locked until a manager and the treating physician have confirmed it.
 */
export function recordNotRequired(
  command: Command,
  caseId: string,
  body: RecordNotRequired,
): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => {
    const { requestId, payerNamedWindow } = body;
    const named = hand.facts.requests.find((request) => request.id === requestId);
    if (requestId !== undefined && named === undefined) throw new Missing('request of this case');
    const said =
      hand.facts.benefitCalls.some((call) => call.authorizationRequired === 'no') ||
      hand.facts.requests.some((request) => request.state === 'no_action_required');
    refuseIfAny([
      ...(said
        ? []
        : [
            refusal(
              'not_said',
              'Nothing on file says so: record the call in which the payer said that no authorization is required, or its answer “no action required”.',
            ),
          ]),
      ...(named === undefined || named.state === 'no_action_required'
        ? []
        : [
            refusal(
              'not_its_answer',
              'The payer did not answer this request with “no action required”.',
              'requestId',
            ),
          ]),
      ...notRequiredRefusals(body, payerNamedWindow),
    ]);
    return { id: await recordAuthorization(hand, 'not_required', requestId ?? null, body) };
  });
}
