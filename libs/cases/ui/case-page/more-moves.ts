import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { OfferedMove } from '@stipple/contracts';
import { Icon } from '@stipple/ui';

let menus = 0;

/** The moves that have no button of their own, and those that are not possible now, with their reasons. */
@Component({
  selector: 'st-more-moves',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon],
  template: `
    <button
      type="button"
      class="st-button small quiet square"
      [cdkMenuTriggerFor]="menu"
      [attr.aria-label]="'All moves of ' + about()"
    >
      <st-icon name="more" />
    </button>
    <span hidden [id]="hintId">You have a draft of this.</span>
    <ng-template #menu>
      <div class="st-menu" cdkMenu>
        @for (offered of legal(); track offered.move) {
          <button
            type="button"
            cdkMenuItem
            [attr.aria-describedby]="drafts().has(offered.move) ? hintId : null"
            (cdkMenuItemTriggered)="chosen.emit(offered)"
          >
            {{ offered.label }}
            @if (drafts().has(offered.move)) {
              <span class="draft" aria-hidden="true"><st-icon name="edit" />draft</span>
            }
          </button>
        }
        @if (refused().length > 0) {
          <p class="st-small st-muted">Not possible now</p>
        }
        @for (offered of refused(); track offered.move) {
          <div class="refused" cdkMenuItem [cdkMenuItemDisabled]="true">
            <b>{{ offered.label }}</b>
            @for (refusal of offered.refusals; track $index) {
              <span>{{ refusal.sentence }}</span>
            }
          </div>
        }
      </div>
    </ng-template>
  `,
  styles: `
    .square {
      width: 2rem;
    }
    .draft {
      display: inline-flex;
      align-items: center;
      gap: var(--st-1);
      color: var(--st-accent);
      font-size: var(--st-size-small);
      font-weight: 400;
    }
    .st-menu {
      width: min(26rem, 92vw);
      max-height: 60vh;
    }
    .refused {
      display: grid;
      padding: var(--st-1) var(--st-3);
      color: var(--st-ink-muted);
      font-size: var(--st-size-small);
    }
    .refused b {
      font-weight: 560;
      color: var(--st-ink);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MoreMoves {
  /** What the moves are of, for screen readers. */
  readonly about = input.required<string>();
  readonly legal = input.required<readonly OfferedMove[]>();
  readonly refused = input.required<readonly OfferedMove[]>();
  /** Which of them have a draft. */
  readonly drafts = input.required<ReadonlySet<string>>();
  readonly chosen = output<OfferedMove>();
  protected readonly hintId = `menu-draft-hint-${++menus}`;
}
