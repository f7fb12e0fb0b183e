import { Day, dayInWords, isWithin } from './calendar';
import type { Authorization, CaseFacts, Clearance } from './case-facts';
import { Refusal, refusal } from './refusal';

/** What somebody would like to book. */
export interface BookingWish {
  readonly day: Day;
  readonly procedureCode: string;
  readonly units: number;
  readonly clinicianId: string;
}

export function unitsLeft(clearance: Pick<Clearance, 'units' | 'held' | 'used'>): number {
  return clearance.units - clearance.held - clearance.used;
}

/** The clearance to book on: of those that fit, the one that closes first, so that nothing lapses unused. */
export function keyFor(facts: CaseFacts, wish: BookingWish): Clearance | null {
  const fitting = facts.clearances.filter((key) => misfits(key, wish).length === 0);
  return (
    [...fitting].sort((a, b) => a.closesOn.localeCompare(b.closesOn) || a.id.localeCompare(b.id))[0] ?? null
  );
}

/**
 * Why this wish cannot be booked: one sentence that says why and names the ways to unlock. PostgreSQL decides
 * by the same rule; this only finds the words before the attempt.
 */
export function bookingRefusals(facts: CaseFacts, wish: BookingWish): readonly Refusal[] {
  if (keyFor(facts, wish) !== null) return [];
  const reasons = facts.clearances
    .filter((key) => key.active && key.procedureCode === wish.procedureCode)
    .flatMap((key) => misfits(key, wish));
  if (reasons.length > 0)
    return reasons.map((reason) => ({ ...reason, sentence: `${reason.sentence} ${waysToUnlock}` }));
  return [locked(facts, wish.procedureCode)];
}

/** The clearances in force that have units left and have not closed; first the one that closes first. */
export function openKeys(facts: CaseFacts): readonly Clearance[] {
  return facts.clearances
    .filter((key) => key.active && key.closesOn >= facts.clock.today && unitsLeft(key) > 0)
    .sort((a, b) => a.closesOn.localeCompare(b.closesOn));
}

/** Whether there is any point in offering the calendar: some key with units left that has not closed. */
export function someKeyFits({ facts }: { readonly facts: CaseFacts }): Refusal | null {
  if (openKeys(facts).length > 0) return null;
  if (facts.clearances.some((key) => key.active && key.closesOn >= facts.clock.today))
    return refusal('units_used_up', `Every approved session is booked or done. ${waysToUnlock}`);
  return locked(facts, facts.case.procedureCode);
}

export const waysToUnlock =
  'Two ways to unlock: record the payer’s authorization for it, or the patient’s signed self-pay agreement.';

function misfits(key: Clearance, wish: BookingWish): readonly Refusal[] {
  const from = sourceWords(key);
  return [
    ...(key.active ? [] : [refusal('clearance_inactive', `${from} is not in force.`)]),
    ...(key.procedureCode === wish.procedureCode
      ? []
      : [refusal('code_not_cleared', `${from} covers ${key.procedureCode}, not ${wish.procedureCode}.`)]),
    ...(isWithin(wish.day, key.opensOn, key.closesOn)
      ? []
      : [
          refusal(
            'outside_window',
            `${from} covers ${dayInWords(key.opensOn)} to ${dayInWords(key.closesOn)}, not ${dayInWords(wish.day)}.`,
            'startsAt',
          ),
        ]),
    ...(unitsLeft(key) >= wish.units
      ? []
      : [refusal('units_used_up', `${from} has ${unitsLeft(key)} of ${key.units} units left.`)]),
    ...(key.clinicianIds.includes(wish.clinicianId)
      ? []
      : [refusal('clinician_not_cleared', `${from} does not name this clinician.`, 'clinicianId')]),
  ];
}

export function sourceWords(key: Pick<Clearance, 'number'>): string {
  return key.number === null ? 'The self-pay agreement' : `Authorization ${key.number}`;
}

function locked(facts: CaseFacts, code: string): Refusal {
  const waiting = facts.authorizations.find((authorization) =>
    ['awaiting_acknowledgement', 'awaiting_confirmation'].includes(authorization.state),
  );
  if (waiting !== undefined)
    return refusal(
      'assent_open',
      `Cannot book: authorization ${waiting.number} ${whatItAwaits(waiting)} first.`,
    );
  if (facts.requests.some((request) => request.state === 'approved_unconfirmed')) {
    return refusal(
      'approval_unproven',
      `Cannot book: the approval by phone is not proven. Enter its number, dates and proof first. ${waysToUnlock}`,
    );
  }
  return refusal('no_clearance', `Cannot book: nothing clears ${code} for this patient. ${waysToUnlock}`);
}

function whatItAwaits(authorization: Authorization): string {
  return authorization.state === 'awaiting_confirmation'
    ? '(“not required”) needs the manager’s and the treating physician’s confirmation'
    : 'differs from what was asked; coordinator and physician acknowledge the difference';
}

/** The badge of a case: locked, or unlocked by what. */
export interface Lock {
  readonly unlocked: boolean;
  readonly by: 'authorization' | 'self_pay' | null;
  readonly sentence: string;
}

export function lockOf(facts: CaseFacts): Lock {
  const [key] = openKeys(facts);
  if (key === undefined) {
    const reason = someKeyFits({ facts });
    return { unlocked: false, by: null, sentence: reason?.sentence ?? `Cannot book. ${waysToUnlock}` };
  }
  const until = `${unitsLeft(key)} of ${key.units} units left, ${dayInWords(key.opensOn)} to ${dayInWords(key.closesOn)}`;
  return {
    unlocked: true,
    by: key.authorizationId === null ? 'self_pay' : 'authorization',
    sentence: `${sourceWords(key)}: ${until}.`,
  };
}
