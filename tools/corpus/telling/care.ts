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

/** However large the clinic: so many promises are broken on a morning, and so many are for the day. */
const [broken, forToday] = [14, 18];

/**
 * Around today, on a working day: a few promises are broken, some are for today, most lie in the next three weeks.
 * Nobody promises to look at a case before they have last looked at it.
 */
export function nextTouchNear({ clinic, dice, day }: Story): Day {
  const { days, size } = clinic;
  // Not quite two cases in three are open.
  const share = (cases: number, most: number) => Math.min(most, (100 * cases) / (size * 0.63));
  const ahead = dice.weighted<readonly [number, number]>([
    [[-6, -1], share(broken, 5)],
    [[0, 0], share(forToday, 8)],
    [[1, 4], 38],
    [[5, 14], 49],
  ]);
  return days.dayAt(Math.max(day, days.current + dice.within(ahead)));
}
