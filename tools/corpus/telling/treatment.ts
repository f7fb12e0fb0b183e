import { selfPayLifecycle, sessionLifecycle } from '@stipple/domain';
import type { Member } from '../people';
import type { Story } from '../story';
import { devices, lotOf, treatmentNote } from '../words/clinic-words';
import { attachPhoto } from './begin';
import type { Course, SessionTold } from './booking';
import type { ClearanceTold } from './clearance';
import { mayDispute } from './dispute';
import { chargeSession } from './ledger';
import { finishTasks } from './tasks';

export function checkIn(story: Story, told: SessionTold): void {
  story.advance(sessionLifecycle, told, 'check_in', story.cast.owner, {
    to: 'checked_in',
    data: { day: told.fact.day },
  });
}

/** What was done, signed by a physician; the first treatment begins a self-pay agreement, the last one completes it. */
export function performSession(story: Story, told: SessionTold, { clearance, agreement }: Course): void {
  const { dice, scar, facts, clinic, today } = story;
  const clinician = clinic.clinicians[told.slot?.clinician ?? 0];
  const signer: Member = clinician?.signer ?? story.cast.physician;
  const areaCm2 = scar.areaCm2;
  const device = dice.pick(devices);
  const lot = lotOf(dice);
  story.advance(sessionLifecycle, told, 'perform', signer, {
    to: 'performed',
    data: { performedOn: today, areaCm2, device, lot },
  });
  const done = facts.sessions.filter((session) => ['performed', 'billed'].includes(session.state)).length;
  clearance.fact.held -= 1;
  clearance.fact.used += 1;
  story.rows.add('treatment_record', {
    clinic_id: clinic.id,
    session_id: told.fact.id,
    case_id: facts.case.id,
    seq: told.fact.seq,
    session_on: told.fact.day,
    clinic_time_zone: clinic.days.timeZone,
    performed_on: told.fact.day,
    performer_id: told.row.clinician_id,
    area_cm2: areaCm2,
    device,
    lot,
    note: treatmentNote(dice, scar, done, facts.case.plannedSessions),
    signed_by: signer.staffId,
    recorded_at: story.now,
  });
  if (done === facts.case.plannedSessions) attachPhoto(story, 'After the last session, with scale', 'later');
  if (agreement === null) return;
  chargeSession(story, agreement, told, { clearance, signer });
  if (clearance.fact.used === told.fact.units) mayDispute(story, agreement);
  if (agreement.fact.state === 'signed')
    story.advance(selfPayLifecycle, agreement, 'start', signer, { to: 'active' });
  if (clearance.fact.used < clearance.fact.units) return;
  story.advance(selfPayLifecycle, agreement, 'complete', signer, { to: 'completed' });
  clearance.fact.active = clearance.row.active = false;
}

export function missSession(story: Story, told: SessionTold, { clearance }: Course): void {
  story.advance(sessionLifecycle, told, 'miss', story.cast.owner, {
    to: 'no_show',
    data: { day: told.fact.day },
  });
  giveBack(clearance, told);
}

export function cancelSession(story: Story, told: SessionTold, reason: string, { clearance }: Course): void {
  const wasHeld = told.fact.state === 'scheduled' || told.fact.state === 'checked_in';
  story.advance(sessionLifecycle, told, 'cancel', story.cast.owner, {
    to: 'cancelled',
    row: { end_reason: reason },
    data: { reason, day: told.fact.day },
  });
  if (wasHeld) {
    giveBack(clearance, told);
    if (told.slot) story.clinic.diary.release(told.slot);
  }
  if (!story.facts.sessions.some((session) => session.state === 'blocked'))
    finishTasks(story, 'rebook_blocked');
}

export function giveBack(clearance: ClearanceTold, told: SessionTold): void {
  clearance.fact.held -= 1;
  for (const [unit, session] of clearance.taken) if (session === told.fact.id) clearance.taken.delete(unit);
}
