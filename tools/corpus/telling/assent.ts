import { Clearance, assentsBy, assentsOpen, authorizationLifecycle } from '@stipple/domain';
import type { Member } from '../people';
import type { Story } from '../story';
import type { AuthorizationTold } from './authorization';

/** This person's part of the second pair of eyes. The last part puts the authorization in force. */
export function giveAssent(story: Story, told: AuthorizationTold, by: Member): void {
  const { fact } = told;
  const isConfirmation = fact.basis === 'not_required';
  const given = assentsBy(fact, by, story.facts.case.physicianId);
  const open = assentsOpen(fact).filter((role) => !given.includes(role));
  const waiting = isConfirmation ? 'awaiting_confirmation' : 'awaiting_acknowledgement';
  story.advance(authorizationLifecycle, told, isConfirmation ? 'confirm' : 'acknowledge', by, {
    to: open.length === 0 ? 'in_force' : waiting,
    data: { as: given, open },
  });
  fact.assents = [...fact.assents, ...given.map((as) => ({ as, staffId: by.staffId }))];
  for (const role of given)
    story.rows.add('authorization_assent', {
      clinic_id: story.clinic.id,
      authorization_id: fact.id,
      as_role: role,
      staff_id: by.staffId,
      given_at: story.now,
    });
  const clearance = told.clearance.fact as { -readonly [Key in keyof Clearance]: Clearance[Key] };
  clearance.active = told.clearance.row.active = fact.state === 'in_force';
}
