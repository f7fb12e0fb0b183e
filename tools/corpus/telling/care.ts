import { CloseReason, Day, addDays, caseLifecycle } from '@stipple/domain';
import type { Member } from '../people';
import type { Story } from '../story';
import type { CaseTold } from './begin';

/** Promises when somebody looks at the case again. */
export function planTouch(story: Story, told: CaseTold, nextTouchOn: Day): void {
  if (told.fact.nextTouchOn === nextTouchOn) return;
  story.advance(caseLifecycle, told, 'plan_touch', story.cast.owner, {
    to: 'open',
    fact: { nextTouchOn },
    row: { next_touch_on: nextTouchOn },
    data: { nextTouchOn },
  });
}

export function assign(story: Story, told: CaseTold, owner: Member): void {
  story.advance(caseLifecycle, told, 'assign', story.cast.manager, {
    to: 'open',
    fact: { ownerId: owner.staffId },
    row: { owner_id: owner.staffId },
    data: { owner: owner.name },
  });
}

export function closeCase(story: Story, told: CaseTold, reason: CloseReason): void {
  story.advance(caseLifecycle, told, 'close', story.cast.owner, {
    to: 'closed',
    fact: { nextTouchOn: null },
    row: { close_reason: reason, next_touch_on: null },
    data: { reason },
  });
}

export function reopenCase(story: Story, told: CaseTold, reason: string): void {
  const nextTouchOn = addDays(story.today, 3);
  story.advance(caseLifecycle, told, 'reopen', story.cast.owner, {
    to: 'open',
    fact: { nextTouchOn },
    row: { close_reason: null, next_touch_on: nextTouchOn },
    data: { reason },
  });
}

/** Around today: a few promises are overdue, some are for today, most lie in the next three weeks. */
export function nextTouchNear(story: Story): Day {
  const days = story.dice.weighted<readonly [number, number]>([
    [[-4, -1], 5],
    [[0, 0], 8],
    [[1, 5], 42],
    [[6, 20], 45],
  ]);
  return addDays(story.clinic.days.today, story.dice.within(days));
}
