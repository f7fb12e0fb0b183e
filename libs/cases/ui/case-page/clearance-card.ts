import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { CaseView, ClearanceView } from '@stipple/contracts';
import { Hint } from '@stipple/staff-ui';
import { Icon, formatDay } from '@stipple/ui';
import type { Mover } from '../case-moves';
import { CaseActions } from './case-actions';
import { subjectsOf } from './all-moves';

interface Way {
  /** Which of the two ways it is a step of. */
  readonly by: string;
  readonly words: string;
  readonly mover: Mover;
  readonly move: string;
}

/** The moves that end in a clearance, the nearest first. */
const payerWay = ['approve', 'submit', 'complete', 'draft'];
const selfPayWay = ['sign', 'issue_estimate', 'draft'];

/** The law, explained: locked or unlocked, by what, how many units are left, and where the two ways begin. */
@Component({
  selector: 'st-clearance-card',
  imports: [Hint, Icon],
  templateUrl: './clearance-card.html',
  styleUrls: ['./section.css', './clearance-card.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClearanceCard {
  readonly view = input.required<CaseView>();
  protected readonly actions = inject(CaseActions);
  protected readonly formatDay = formatDay;

  /** The steps of the two ways that this person may take now. */
  protected readonly ways = computed<readonly Way[]>(() => {
    const view = this.view();
    if (view.lock.unlocked || !view.open) return [];
    return [
      this.wayOf(view, 'By authorization', 'auth_request', payerWay) ?? this.beforePayer(),
      this.wayOf(view, 'By self-pay', 'self_pay_agreement', selfPayWay),
    ].filter((way) => way !== null);
  });

  /** Before there can be a request, the next step of the preparation is the way to one. */
  private beforePayer(): Way | null {
    const next = this.actions.next();
    return next && ['benefit_call', 'screening', 'letter'].includes(next.mover.subject)
      ? { by: 'By authorization', words: next.offered.label, mover: next.mover, move: next.offered.move }
      : null;
  }

  private wayOf(view: CaseView, by: string, subject: string, steps: readonly string[]): Way | null {
    const begin = { mover: { subject, id: null, version: 0 }, moves: view.beginnings[subject] ?? [] };
    const things = [...subjectsOf(view).filter(({ mover }) => mover.subject === subject), begin];
    for (const step of steps)
      for (const { mover, moves } of things) {
        const offered = moves.find(({ move }) => move === step);
        if (offered?.refusals.length === 0 && this.actions.has(mover.subject, step))
          return { by, words: offered.label, mover, move: step };
      }
    return null;
  }

  protected left(key: ClearanceView): number {
    return key.units - key.held - key.used;
  }

  protected units(key: ClearanceView): readonly string[] {
    return Array.from({ length: key.units }, (_, index) =>
      index < key.used ? 'used' : index < key.used + key.held ? 'held' : 'free',
    );
  }
}
