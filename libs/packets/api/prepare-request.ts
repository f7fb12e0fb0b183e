import type { CompleteRequest, DraftRequest, PlainMove, ReviseRequest } from '@stipple/contracts';
import { Command, Missing, refuseIfAny } from '@stipple/database';
import { authRequestLifecycle, isAdverse, linesRefusals, purposeRefusals, refusal } from '@stipple/domain';
import { withCase, withSubject } from '@stipple/moves';
import { AuthRequestEntity } from './auth-request.entity';
import { checkPacket } from './packet/seal-packet';

// A request before it leaves the clinic. Sending it is in submit-request.ts.

/** A new request. It may follow one that was rejected without review, or one that was decided against the patient and stays so. */
export function draftRequest(command: Command, caseId: string, body: DraftRequest): Promise<{ id: string }> {
  return withCase(command, caseId, async (hand) => {
    if (body.supersedesId !== undefined) {
      const earlier = hand.facts.requests.find((request) => request.id === body.supersedesId);
      if (earlier === undefined) throw new Missing('request of this case');
      refuseIfAny(
        earlier.state === 'rejected_unreviewed' || isAdverse(earlier.state)
          ? []
          : [
              refusal(
                'nothing_to_follow',
                'A request follows one that was rejected without review or decided against the patient; anything else is asked anew.',
                'supersedesId',
              ),
            ],
      );
    }
    const ofAuthorizationId = body.ofAuthorizationId ?? null;
    refuseIfAny([
      ...linesRefusals(body.lines),
      ...purposeRefusals(hand.facts, { ...body, ofAuthorizationId }),
    ]);
    const id = await hand.create(authRequestLifecycle, 'draft', AuthRequestEntity, body, {
      to: 'draft',
      data: {
        lines: body.lines,
        fromOn: body.fromOn,
        toOn: body.toOn,
        ...(ofAuthorizationId && { purpose: body.purpose }),
        supersedesId: body.supersedesId,
      },
    });
    return { id };
  });
}

export function reviseRequest(
  command: Command,
  id: string,
  { version, ...set }: ReviseRequest,
): Promise<void> {
  return withSubject(command, authRequestLifecycle, id, async (hand, request) => {
    refuseIfAny(linesRefusals(set.lines));
    const urgencyReason = set.urgencyReason ?? null;
    await hand.advance(authRequestLifecycle, AuthRequestEntity, request, 'revise', {
      to: 'draft',
      version,
      set: { ...set, urgencyReason },
      data: { lines: set.lines, fromOn: set.fromOn, toOn: set.toOn, urgency: set.urgency },
    });
  });
}

/** Marks it ready: nothing that the payer asks for is missing without a reason. */
export function completeRequest(
  command: Command,
  id: string,
  { version, omissions }: CompleteRequest,
): Promise<void> {
  return withSubject(command, authRequestLifecycle, id, async (hand, request) => {
    await hand.advance(authRequestLifecycle, AuthRequestEntity, request, 'complete', {
      to: 'ready',
      version,
      set: { omissions },
      ...(omissions.length > 0 && { data: { omissions } }),
    });
    await checkPacket(hand, id, omissions);
  });
}

export function returnRequest(command: Command, id: string, { version }: PlainMove): Promise<void> {
  return withSubject(command, authRequestLifecycle, id, async (hand, request) => {
    await hand.advance(authRequestLifecycle, AuthRequestEntity, request, 'return_to_draft', {
      to: 'draft',
      version,
    });
  });
}
