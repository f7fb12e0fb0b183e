import type { PlainMove } from '@stipple/contracts';
import { Command } from '@stipple/database';
import { Authorization, assentsBy, assentsOpen, authorizationLifecycle } from '@stipple/domain';
import { withSubject } from '@stipple/moves';
import { AuthorizationAssentEntity, PayerAuthorizationEntity } from './authorization.entity';

// A second pair of eyes. Whoever holds an open role gives its part; the last part puts the authorization in force.

/** Coordinator and physician acknowledge how an approval differs from what was asked. */
export function acknowledgeDifference(command: Command, id: string, body: PlainMove): Promise<void> {
  return giveAssent(command, id, body, 'acknowledge', 'awaiting_acknowledgement');
}

/** Manager and treating physician confirm that no authorization is required. */
export function confirmNotRequired(command: Command, id: string, body: PlainMove): Promise<void> {
  return giveAssent(command, id, body, 'confirm', 'awaiting_confirmation');
}

function giveAssent(
  command: Command,
  id: string,
  { version }: PlainMove,
  move: string,
  waiting: Authorization['state'],
): Promise<void> {
  return withSubject(command, authorizationLifecycle, id, async (hand, authorization) => {
    const { clinicId, staffId } = command.who;
    const given = assentsBy(authorization, command.who, hand.facts.case.physicianId);
    const rest = assentsOpen(authorization).filter((role) => !given.includes(role));
    for (const asRole of given)
      await command.tx.insert(AuthorizationAssentEntity, { clinicId, authorizationId: id, asRole, staffId });
    const to = rest.length === 0 ? 'in_force' : waiting;
    await hand.advance(authorizationLifecycle, PayerAuthorizationEntity, authorization, move, {
      to,
      version,
      data: { as: given, open: rest },
    });
  });
}
