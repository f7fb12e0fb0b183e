import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { CaseView, ClearanceView } from '@stipple/contracts';
import { Chip } from '@stipple/ui';

/** What it needs to know of a case. */
export interface ShownClearance {
  readonly lock: Pick<CaseView['lock'], 'unlocked' | 'by'>;
  readonly clearances: readonly Pick<ClearanceView, 'active' | 'source' | 'number'>[];
}

/** Whether the case may be booked, and by what: never out of sight. */
@Component({
  selector: 'st-clearance-badge',
  imports: [Chip],
  template: `<st-chip
    [tone]="view().lock.unlocked ? 'good' : 'quiet'"
    [icon]="view().lock.unlocked ? 'unlock' : 'lock'"
    >{{ words() }}</st-chip
  >`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClearanceBadge {
  readonly view = input.required<ShownClearance>();
  protected readonly words = computed(() => {
    const { lock, clearances } = this.view();
    if (!lock.unlocked) return 'Locked';
    if (lock.by === 'self_pay') return 'Unlocked by signed self-pay';
    const [first, ...others] = clearances.filter(
      ({ active, source }) => active && source === 'authorization',
    );
    return others.length > 0 || !first ? 'Unlocked by approval' : `Unlocked by approval ${first.number}`;
  });
}
