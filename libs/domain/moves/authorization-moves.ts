import type { Authorization, AuthorizationBasis, Assent } from '../case-facts';
import { Guard, Lifecycle, nowhere } from '../lifecycle/lifecycle';
import type { Actor } from '../people';
import { refusal } from '../refusal';

/**
 * `pending_start`, `exhausted` and `expired` are not stored: they follow from the day and the units left.
 * Only `in_force` unlocks anything.
 */
export type AuthorizationState =
  'awaiting_acknowledgement' | 'awaiting_confirmation' | 'in_force' | 'revoked' | 'superseded';

/** Whose agreement it takes before an authorization of this basis is in force. */
export const assentsNeeded: Record<AuthorizationBasis, readonly Assent['as'][]> = {
  approved: [],
  partial: ['coordinator', 'physician'],
  modified: ['coordinator', 'physician'],
  not_required: ['manager', 'physician'],
};

export function firstState(basis: AuthorizationBasis): AuthorizationState {
  if (basis === 'approved') return 'in_force';
  return basis === 'not_required' ? 'awaiting_confirmation' : 'awaiting_acknowledgement';
}

/** The roles that still have to agree. */
export function assentsOpen(
  authorization: Pick<Authorization, 'basis' | 'assents'>,
): readonly Assent['as'][] {
  const given = new Set(authorization.assents.map((assent) => assent.as));
  return assentsNeeded[authorization.basis].filter((role) => !given.has(role));
}

/** The parts that this person can give now. “Not required” takes the physician who treats, not just any. */
export function assentsBy(
  authorization: Pick<Authorization, 'basis' | 'assents'>,
  actor: Actor,
  treatingPhysicianId: string,
): readonly Assent['as'][] {
  const treats = authorization.basis !== 'not_required' || actor.staffId === treatingPhysicianId;
  return assentsOpen(authorization).filter(
    (role) => actor.roles.includes(role) && (role !== 'physician' || treats),
  );
}

/** The longest window that “no authorization required” may have when the payer names none. */
export const notRequiredDays = 90;

const hasPartToGive: Guard<Authorization> = ({ facts, subject, actor }) => {
  if (subject === null || assentsBy(subject, actor, facts.case.physicianId).length > 0) return null;
  // Whoever has no part in it at all is told so by their role.
  if (!assentsNeeded[subject.basis].some((role) => actor.roles.includes(role))) return null;
  const open = assentsOpen(subject);
  return open.some((role) => actor.roles.includes(role))
    ? refusal(
        'not_treating_physician',
        'Only the treating physician confirms that no authorization is required.',
      )
    : refusal('assent_given', `Your part is done; still open: the ${open.join(' and the ')}.`);
};

export const authorizationLifecycle: Lifecycle<AuthorizationState, Authorization> = {
  subject: 'payer_authorization',
  words: 'an authorization',
  states: {
    awaiting_acknowledgement: 'waiting for the difference to be acknowledged',
    awaiting_confirmation: 'waiting for confirmation',
    in_force: 'in force',
    revoked: 'revoked',
    superseded: 'replaced by a later one',
  },
  terminal: ['revoked', 'superseded'],
  // prettier-ignore
  moves: [
    { move: 'record', label: 'Record authorization', happened: 'Authorization recorded', from: [nowhere], to: ['in_force', 'awaiting_acknowledgement', 'awaiting_confirmation'], by: ['coordinator'], needs: ['number', 'effectiveOn', 'expiresOn', 'lines', 'clinicianIds', 'proofId'], guards: [] },
    { move: 'acknowledge', label: 'Acknowledge difference', happened: 'Difference acknowledged', from: ['awaiting_acknowledgement'], to: ['awaiting_acknowledgement', 'in_force'], by: ['coordinator', 'physician'], needs: [], guards: [hasPartToGive] },
    { move: 'confirm', label: 'Confirm “not required”', happened: '“Not required” confirmed', from: ['awaiting_confirmation'], to: ['awaiting_confirmation', 'in_force'], by: ['manager', 'physician'], needs: [], guards: [hasPartToGive] },
    { move: 'amend', label: 'Change window or units', happened: 'Window or units changed', from: ['in_force'], to: ['in_force'], by: ['coordinator'], needs: ['effectiveOn', 'expiresOn', 'lines', 'reason', 'proofId'], guards: [] },
    { move: 'revoke', label: 'Record revocation', happened: 'Authorization revoked', from: ['awaiting_acknowledgement', 'awaiting_confirmation', 'in_force'], to: ['revoked'], by: ['coordinator'], needs: ['reason'], guards: [] },
    { move: 'supersede', label: 'Replace authorization', happened: 'Authorization replaced', from: ['awaiting_acknowledgement', 'awaiting_confirmation', 'in_force'], to: ['superseded'], by: ['coordinator'], needs: ['replacementId'], guards: [] },
  ],
};
