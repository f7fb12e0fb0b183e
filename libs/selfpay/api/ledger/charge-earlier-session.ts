import type { ChargeSession } from '@stipple/contracts';
import { Command, Refused, refuseIfAny } from '@stipple/database';
import { refusal, selfPayLifecycle } from '@stipple/domain';
import { chargeSession, withSubject } from '@stipple/moves';

/**
 * Charges a session that was performed before there was a ledger; since then a session is charged as its treatment is
 * recorded, in one transaction with it.
 */
export function chargeEarlierSession(
  command: Command,
  agreementId: string,
  { sessionId }: ChargeSession,
): Promise<{ id: string }> {
  return withSubject(command, selfPayLifecycle, agreementId, async (hand, agreement) => {
    const keys = hand.facts.clearances.filter((one) => one.agreementId === agreementId).map(({ id }) => id);
    const session = hand.facts.sessions.find(({ id }) => id === sessionId);
    const performed =
      session !== undefined &&
      keys.includes(session.clearanceId ?? '') &&
      ['performed', 'billed'].includes(session.state);
    refuseIfAny(
      performed
        ? []
        : [
            refusal(
              'session_unknown',
              'Choose a session that was performed under this agreement.',
              'sessionId',
            ),
          ],
    );
    const id = await chargeSession(hand, agreement, sessionId);
    if (id === null)
      throw new Refused([
        refusal('nothing_to_charge', 'By the price lines this session costs nothing by itself.', 'sessionId'),
      ]);
    return { id };
  });
}
