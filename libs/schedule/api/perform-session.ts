import type { PerformSession } from '@stipple/contracts';
import { Command, Missing, refuseIfAny } from '@stipple/database';
import { Session, dayInWords, refusal, selfPayLifecycle, sessionLifecycle } from '@stipple/domain';
import {
  CaseInHand,
  SelfPayAgreementEntity,
  TreatmentSessionEntity,
  chargeSession,
  withSubject,
} from '@stipple/moves';
import { reAuthenticate } from '@stipple/staff-api';
import { TreatmentRecordEntity } from './session-unit.entity';

/** Records what was done, signed by the physician. From here the unit is used up. */
export async function performSession(command: Command, id: string, body: PerformSession): Promise<void> {
  await reAuthenticate(command, body.password);
  await withSubject(command, sessionLifecycle, id, async (hand, session) => {
    refuseIfAny(
      body.performedOn === session.day
        ? []
        : [
            refusal(
              'not_its_day',
              `The session is booked for ${dayInWords(session.day ?? body.performedOn)}; move it first if it took place on another day.`,
              'performedOn',
            ),
          ],
    );
    const { clinicId, staffId } = command.who;
    const { performedOn, areaCm2, device, lot, note } = body;
    const row = await command.tx.findOne(TreatmentSessionEntity, { where: { clinicId, id } });
    if (row === null || row.clinicianId === null) throw new Missing('session');
    const done = await hand.advance(sessionLifecycle, TreatmentSessionEntity, session, 'perform', {
      to: 'performed',
      version: body.version,
      data: { performedOn, areaCm2, device, lot },
    });
    await command.tx.insert(TreatmentRecordEntity, {
      clinicId,
      sessionId: id,
      caseId: hand.caseId,
      seq: done.seq,
      sessionOn: performedOn,
      clinicTimeZone: row.clinicTimeZone,
      performedOn,
      performerId: row.clinicianId,
      areaCm2,
      device,
      lot,
      note,
      signedBy: staffId,
    });
    await moveAgreementOn(hand, session);
  });
}

/** A treatment is charged to its self-pay agreement; the first one begins it, the last one completes it. */
async function moveAgreementOn(hand: CaseInHand, session: Session): Promise<void> {
  const key = hand.facts.clearances.find((clearance) => clearance.id === session.clearanceId);
  const found = hand.facts.agreements.find((candidate) => candidate.id === key?.agreementId);
  if (key === undefined || found === undefined) return;
  await chargeSession(hand, found, session.id);
  const agreement =
    found.state === 'signed'
      ? await hand.advance(selfPayLifecycle, SelfPayAgreementEntity, found, 'start', { to: 'active' })
      : found;
  if (key.used + session.units < key.units) return;
  await hand.reload();
  await hand.advance(selfPayLifecycle, SelfPayAgreementEntity, agreement, 'complete', { to: 'completed' });
}
