import type { OpenDispute } from '@stipple/contracts';
import { Command, refuseIfAny } from '@stipple/database';
import {
  DisputeGround,
  EstimatedProvider,
  disputeLifecycle,
  disputeRefusals,
  overBy,
  selfPayLifecycle,
} from '@stipple/domain';
import { CaseInHand, withSubject } from '@stipple/moves';
import { unsigned } from '../ledger/record-money';
import { DisputeEntity } from './dispute.entity';
import { disputesSql, estimatedProvidersSql } from './disputes.sql';

interface Ground extends Pick<DisputeGround, 'disputes'> {
  readonly estimateVersion: number | null;
  readonly providers: readonly EstimatedProvider[] | null;
}

const groundSql = /* sql */ `
SELECT g.estimate_version AS "estimateVersion", ${estimatedProvidersSql} AS providers, ${disputesSql} AS disputes
  FROM stipple.self_pay_agreement g WHERE g.clinic_id = $1 AND g.id = $2`;

/**
 * Records that a patient disputes a bill. What they hold may say more than this ledger has charged: another provider of
 * the estimate sends its own, and so the bill is entered as it is.
 */
export function openDispute(
  command: Command,
  agreementId: string,
  body: OpenDispute,
): Promise<{ id: string }> {
  return withSubject(command, selfPayLifecycle, agreementId, async (hand) => {
    const notSigned = await unsigned(hand, agreementId);
    refuseIfAny(notSigned ? [notSigned] : []);
    const { estimateVersion, providers, disputes } = await groundOf(hand, agreementId);
    const { clock } = hand.facts;
    refuseIfAny(disputeRefusals(body, { providers: providers ?? [], disputes, clock }));
    const estimated = providers?.find(({ name }) => name === body.provider);
    if (estimated === undefined || estimateVersion === null)
      throw new Error('a signed agreement goes by an estimate');
    const estimatedCents = estimated.totalCents;
    const id = await hand.create(
      disputeLifecycle,
      'open',
      DisputeEntity,
      { ...body, agreementId, estimateVersion, estimatedCents, closedOn: null, outcome: null },
      {
        to: 'open',
        data: {
          provider: body.provider,
          cents: overBy({ estimatedCents, billedCents: body.billedCents }),
          day: body.openedOn,
        },
      },
    );
    return { id };
  });
}

async function groundOf({ command }: CaseInHand, agreementId: string): Promise<Ground> {
  const [ground]: Ground[] = await command.tx.query(groundSql, [command.who.clinicId, agreementId]);
  if (ground === undefined) throw new Error('an agreement in hand is on record');
  return ground;
}
