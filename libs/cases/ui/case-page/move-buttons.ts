import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { CaseView, OfferedMove } from '@stipple/contracts';
import { Icon, sortMoves } from '@stipple/ui';
import { CaseMoves, Mover } from '../case-moves';
import { MoreMoves } from './more-moves';

let lists = 0;

/** What can be done with one thing: the legal moves as buttons, all others in a menu with the reason why not. */
@Component({
  selector: 'st-move-buttons',
  imports: [Icon, MoreMoves],
  template: `
    @for (offered of shown(); track offered.move) {
      <button
        type="button"
        class="st-button small"
        [attr.aria-describedby]="draftOf(offered) ? hintId : null"
        (click)="open(offered)"
      >
        {{ offered.label }}
        @if (draftOf(offered)) {
          <span class="draft" aria-hidden="true"><st-icon name="edit" />draft</span>
        }
      </button>
    }
    @if (rest().length + refused().length > 0) {
      @defer (on idle) {
        <st-more-moves
          [about]="about()"
          [legal]="rest()"
          [refused]="refused()"
          [drafts]="drafts()"
          (chosen)="open($event)"
        />
      } @placeholder {
        <span class="st-button small quiet square" aria-hidden="true"><st-icon name="more" /></span>
      }
    }
    <span hidden [id]="hintId">You have a draft of this.</span>
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
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--st-2);
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
  protected readonly hintId = `draft-hint-${++lists}`;

  private readonly sorted = computed(() => sortMoves(this.cases.offered(this.mover().subject, this.moves())));
  protected readonly shown = computed(() => this.sorted().legal.slice(0, this.most()));
  protected readonly rest = computed(() => this.sorted().legal.slice(this.most()));
  protected readonly refused = computed(() => this.sorted().refused);

  /** Which of the moves in the menu have a draft. */
  protected readonly drafts = computed(
    () =>
      new Set(
        this.rest()
          .filter((offered) => this.draftOf(offered))
          .map(({ move }) => move),
      ),
  );

  protected draftOf(offered: OfferedMove): boolean {
    return this.cases.hasDraft(this.view(), this.mover(), offered.move);
  }

  protected async open(offered: OfferedMove): Promise<void> {
    if (await this.cases.open(this.view(), this.mover(), offered.move)) this.made.emit();
  }
}
