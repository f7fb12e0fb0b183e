import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Icon } from '@stipple/ui';
import { Booking } from '../booking';
import { Dragging } from '../dragging';
import { Placing } from '../placing';
import { familyOf, spanWords } from '../words';
import { adviceIcons } from './advice-icons';

/** What is being placed, where it would stand, and beside it what that would mean. Enter or a click places it. */
@Component({
  selector: 'st-ghost',
  imports: [Icon],
  template: `
    <button
      type="button"
      class="marker"
      [class.refused]="refused()"
      aria-describedby="ghost-keys"
      [style.top.%]="top()"
      [style.height.%]="height()"
      (click)="booking.confirm()"
    >
      <span class="st-hidden">{{ verdict() }}: </span>
      <b
        ><st-icon [name]="refused() ? 'ban' : 'calendar'" /><span>{{ placing.patientName() }}</span></b
      >
      <span>{{ words() }}</span>
      <span>{{ lane() }}</span>
    </button>
    <!-- Spoken by the live region; here it is for the eye. -->
    <ul class="fit" aria-hidden="true" [class.left]="onLeft()" [style.top.%]="top()">
      @for (one of shown(); track one.sentence) {
        <li [attr.data-tone]="one.tone"><st-icon [name]="icons[one.tone]" />{{ one.sentence }}</li>
      }
    </ul>
    <span id="ghost-keys" hidden
      >Arrows move it, Page Up and Down by weeks, Shift with up and down changes its length, L takes the next
      clinician or room, Enter places it, Escape leaves it.</span
    >
  `,
  styleUrl: './ghost.css',
  host: { '[class.hanging]': 'dragging.at() !== null' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Ghost {
  readonly top = input.required<number>();
  readonly height = input.required<number>();
  readonly onLeft = input(false);
  protected readonly placing = inject(Placing);
  protected readonly booking = inject(Booking);
  protected readonly dragging = inject(Dragging);
  protected readonly icons = adviceIcons;
  protected readonly refused = computed(() => this.placing.refusals().length > 0);
  /** Why not, where it is impossible; what else it would mean only matters where it is possible. */
  protected readonly shown = computed(() =>
    this.refused() ? this.placing.refusals() : this.placing.advice(),
  );
  protected readonly words = computed(() => {
    const wish = this.placing.wish();
    return wish === null ? '' : spanWords(wish.from, wish.to);
  });
  protected readonly lane = computed(() => {
    const wish = this.placing.wish();
    return wish === null ? '' : `${familyOf(wish.clinician)}, ${wish.room}`;
  });
  protected readonly verdict = computed(() =>
    this.refused() ? 'Not possible here' : `${this.placing.verb()} here`,
  );
}
