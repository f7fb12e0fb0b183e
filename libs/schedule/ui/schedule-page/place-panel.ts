import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Icon, ProblemBanner } from '@stipple/ui';
import { Booking } from '../booking';
import { Placing } from '../placing';
import { ScheduleView } from '../schedule-view';
import { clockOf } from '../week/slot';
import { minuteOf } from '../words';
import { adviceIcons } from './advice-icons';

/** What is being placed: where it would stand, and what that would mean. Only the server books. */
@Component({
  selector: 'st-place-panel',
  imports: [Icon, ProblemBanner],
  template: `
    @let slot = placing.slot();
    <section class="st-card" aria-labelledby="placing-title">
      <h2 id="placing-title">{{ placing.patientName() }}</h2>
      <p class="st-muted st-small">
        {{
          view.wide()
            ? 'Choose a time here, click it in the calendar, or move the marker with the arrow keys.'
            : 'Choose a time; what it would mean stands below.'
        }}
      </p>
      @if (slot) {
        <div class="fields">
          <label
            >Day
            <input
              class="st-control"
              type="date"
              [value]="slot.day"
              [min]="view.today()"
              (change)="moveDay($any($event.target).value)"
          /></label>
          <label
            >Begins
            <input
              class="st-control"
              type="time"
              step="900"
              [value]="clock()"
              (change)="moveTime($any($event.target).value)"
          /></label>
          <label
            >Minutes
            <input
              class="st-control"
              type="number"
              min="15"
              max="480"
              step="15"
              [value]="placing.minutes()"
              (change)="placing.minutes.set(+$any($event.target).value)"
          /></label>
          <label class="wide"
            >{{ view.axis() === 'room' ? 'Room' : 'Clinician' }}
            <select
              class="st-control"
              (change)="
                placing.moveTo({ day: slot.day, minute: slot.minute, laneId: $any($event.target).value })
              "
            >
              @for (lane of view.allLanes(); track lane.id) {
                <option [value]="lane.id" [selected]="slot.laneId === lane.id">{{ lane.name }}</option>
              }
            </select></label
          >
          <label class="wide"
            >{{ view.axis() === 'room' ? 'Clinician' : 'Room' }}
            <select class="st-control" (change)="placing.partnerId.set($any($event.target).value)">
              @for (partner of placing.partners(); track partner.id) {
                <option [value]="partner.id" [selected]="placing.partner()?.id === partner.id">
                  {{ partner.name }}
                </option>
              }
            </select></label
          >
        </div>
      }
      <ul>
        @for (one of placing.advice(); track one.sentence) {
          <li [attr.data-tone]="one.tone"><st-icon [name]="icons[one.tone]" />{{ one.sentence }}</li>
        }
      </ul>
      <st-problem [problem]="placing.problem()" />
      <div class="buttons">
        <button
          type="button"
          class="st-button main"
          [disabled]="booking.busy() || placing.refusals().length > 0"
          (click)="booking.confirm()"
        >
          {{ placing.verb() }}
        </button>
        <button type="button" class="st-button" (click)="placing.end()">Leave it</button>
      </div>
    </section>
  `,
  styleUrl: './panel.css',
  host: { '(keydown.escape)': 'placing.end()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PlacePanel {
  protected readonly view = inject(ScheduleView);
  protected readonly placing = inject(Placing);
  protected readonly booking = inject(Booking);
  protected readonly icons = adviceIcons;
  protected readonly clock = computed(() => clockOf(this.placing.slot()?.minute ?? 0));

  protected moveDay(day: string): void {
    const slot = this.placing.slot();
    if (slot !== null && day !== '') this.placing.moveTo({ ...slot, day });
  }

  protected moveTime(time: string): void {
    const slot = this.placing.slot();
    if (slot !== null && time !== '')
      this.placing.moveTo({ ...slot, minute: minuteOf(`0000-00-00T${time}`) });
  }
}
