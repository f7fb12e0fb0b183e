import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { CaseView, OfferedMove } from '@stipple/contracts';
import { Icon, sortMoves } from '@stipple/ui';
import { CaseMoves, Mover } from '../case-moves';

/** What can be done with one thing: the legal moves as buttons, all others in a menu with the reason why not. */
@Component({
  selector: 'st-move-buttons',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon],
  template: `
    @for (offered of shown(); track offered.move) {
      <button type="button" class="st-button small" (click)="open(offered)">{{ offered.label }}</button>
    }
    @if (rest().length + refused().length > 0) {
      <button
        type="button"
        class="st-button small quiet square"
        [cdkMenuTriggerFor]="menu"
        [attr.aria-label]="'All moves of ' + about()"
      >
        <st-icon name="more" />
      </button>
    }
    <ng-template #menu>
      <div class="menu" cdkMenu>
        @for (offered of rest(); track offered.move) {
          <button type="button" cdkMenuItem (cdkMenuItemTriggered)="open(offered)">
            {{ offered.label }}
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
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--st-2);
    }
    .menu {
      display: grid;
      width: min(26rem, 92vw);
      max-height: 60vh;
      overflow-y: auto;
      padding: var(--st-2);
      border: 1px solid var(--st-line);
      border-radius: var(--st-radius);
      background: var(--st-surface-raised);
      box-shadow: var(--st-shadow-float);
    }
    .menu button {
      min-height: 2.25rem;
      padding: 0 var(--st-3);
      border: 0;
      border-radius: var(--st-radius);
      background: none;
      color: var(--st-ink);
      text-align: start;
      cursor: pointer;
    }
    .menu button:hover,
    .menu button:focus-visible {
      background: var(--st-accent-soft);
    }
    .menu p {
      padding: var(--st-2) var(--st-3) 0;
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
export class MoveButtons {
  readonly view = input.required<CaseView>();
  readonly mover = input.required<Mover>();
  readonly moves = input.required<readonly OfferedMove[]>();
  /** How many legal moves stand as buttons of their own. */
  readonly most = input(3);
  /** What the moves are of, for screen readers. */
  readonly about = input('this');
  readonly made = output();
  private readonly cases = inject(CaseMoves);

  private readonly sorted = computed(() => sortMoves(this.cases.offered(this.mover().subject, this.moves())));
  protected readonly shown = computed(() => this.sorted().legal.slice(0, this.most()));
  protected readonly rest = computed(() => this.sorted().legal.slice(this.most()));
  protected readonly refused = computed(() => this.sorted().refused);

  protected async open(offered: OfferedMove): Promise<void> {
    if (await this.cases.open(this.view(), this.mover(), offered.move)) this.made.emit();
  }
}
