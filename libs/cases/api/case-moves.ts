import type { AssignCase, CloseCase, CorrectCase, PlanTouch, ReopenCase } from '@stipple/contracts';
import { Command, Missing, refuseIfAny } from '@stipple/database';
import { caseLifecycle, pressesNobody } from '@stipple/domain';
import { TreatmentCaseEntity, withCase } from '@stipple/moves';
import { correctedCodeRefusals } from './codes/code-refusals';

// The small moves of the case itself; each is one step of its lifecycle and nothing more.

export function planTouch(command: Command, id: string, { version, nextTouchOn }: PlanTouch): Promise<void> {
  return withCase(command, id, async (hand) => {
    await hand.advance(caseLifecycle, TreatmentCaseEntity, hand.facts.case, 'plan_touch', {
      to: 'open',
      version,
      set: { nextTouchOn },
      data: { nextTouchOn },
    });
  });
}

export function assignCase(command: Command, id: string, { version, ownerId }: AssignCase): Promise<void> {
  return withCase(command, id, async (hand) => {
    const owner = ownerId === null ? null : await nameOf(command, ownerId);
    await hand.advance(caseLifecycle, TreatmentCaseEntity, hand.facts.case, 'assign', {
      to: 'open',
      version,
      set: { ownerId },
      data: { owner: owner ?? 'nobody' },
    });
  });
}

async function nameOf({ tx, who }: Command, staffId: string): Promise<string> {
  const [person]: { name: string }[] = await tx.query(
    'SELECT name FROM stipple.staff WHERE clinic_id = $1 AND id = $2 AND active',
    [who.clinicId, staffId],
  );
  if (person === undefined) throw new Missing('person');
  return person.name;
}

export function correctCase(command: Command, id: string, { version, ...set }: CorrectCase): Promise<void> {
  return withCase(command, id, async (hand) => {
    refuseIfAny(await correctedCodeRefusals(command, hand.facts, set.diagnoses));
    await hand.advance(caseLifecycle, TreatmentCaseEntity, hand.facts.case, 'correct', {
      to: 'open',
      version,
      set,
      data: set,
    });
  });
}

export function closeCase(command: Command, id: string, { version, reason }: CloseCase): Promise<void> {
  return withCase(command, id, async (hand) => {
    await hand.advance(caseLifecycle, TreatmentCaseEntity, hand.facts.case, 'close', {
      to: 'closed',
      version,
      set: { closeReason: reason, nextTouchOn: null, ...pressesNobody },
      data: { reason },
    });
  });
}

export function reopenCase(
  command: Command,
  id: string,
  { version, reason, nextTouchOn }: ReopenCase,
): Promise<void> {
  return withCase(command, id, async (hand) => {
    await hand.advance(caseLifecycle, TreatmentCaseEntity, hand.facts.case, 'reopen', {
      to: 'open',
      version,
      set: { closeReason: null, nextTouchOn },
      data: { reason },
    });
  });
}
