import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { Icon, IconName, ProblemBanner } from '@stipple/ui';
import { Placing } from '../placing';
import { ScheduleView } from '../schedule-view';
import { Advice } from '../week/advice';
import { clockOf } from '../week/slot';
import { minuteOf } from '../words';

const adviceIcons: Readonly<Record<Advice['tone'], IconName>> = {
  good: 'circle-check',
  warn: 'alert',
  bad: 'circle-x',
  quiet: 'clock',
};

/** What is being placed: where it would stand, and what that would mean. Only the server books. */
@Component({
  selector: 'st-place-panel',
  imports: [Icon, ProblemBanner],
  template: `
    @let slot = placing.slot();
    <section class="st-card" aria-labelledby="placing-title">
      <h2 id="placing-title">{{ placing.patientName() }}</h2>
      <p class="st-muted st-small">Choose a time here, or click it in the calendar.</p>
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
      <ul aria-live="polite">
        @for (one of placing.advice(); track one.sentence) {
          <li [attr.data-tone]="one.tone"><st-icon [name]="icons[one.tone]" />{{ one.sentence }}</li>
        }
      </ul>
      <st-problem [problem]="placing.problem()" />
      <div class="buttons">
        <button type="button" class="st-button main" [disabled]="placing.busy()" (click)="placing.send()">
          Book
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
