import type { VoidAgreement } from '@stipple/contracts';
import { Command } from '@stipple/database';
import { selfPayLifecycle } from '@stipple/domain';
import { SelfPayAgreementEntity, blockBookings, withSubject } from '@stipple/moves';

/** The patient takes the choice back, or the clinic withdraws the offer. Bookings on it are blocked in the same transaction. */
export function voidAgreement(
  command: Command,
  id: string,
  { version, reason }: VoidAgreement,
): Promise<void> {
  return withSubject(command, selfPayLifecycle, id, async (hand, agreement) => {
    const keys = hand.facts.clearances.filter((clearance) => clearance.agreementId === id);
    await blockBookings(hand, keys, `withdrawn (${reason})`, () => null);
    await hand.advance(selfPayLifecycle, SelfPayAgreementEntity, agreement, 'void', {
      to: 'void',
      version,
      set: { endReason: reason },
      data: { reason },
    });
  });
}
