import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { Icon } from '@stipple/ui';
import { sessionLooks } from '@stipple/cases-ui';
import { Placing } from '../placing';
import { ScheduleView } from '../schedule-view';
import { clockOf, minuteAt } from '../week/slot';
import type { Piece } from '../week/side-by-side';
import { TimedSession, depthOf } from '../week/week-days';
import { dayWords, hourWords, sessionSentence, spanWords } from '../words';

/** The days side by side, each with a lane per clinician or room, hours from top to bottom. */
@Component({
  selector: 'st-week-grid',
  imports: [Icon],
  templateUrl: './week-grid.html',
  styleUrl: './week-grid.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WeekGrid {
  protected readonly view = inject(ScheduleView);
  protected readonly placing = inject(Placing);
  readonly opened = output<string>();
  protected readonly looks = sessionLooks;
  protected readonly dayWords = dayWords;
  protected readonly hours = computed(() => {
    const { from, to } = this.view.hours();
    return Array.from({ length: to - from }, (_, index) => hourWords(from + index));
  });
  /** Where the present lies within the day, in percent; null when it is not on screen. */
  protected readonly now = computed(() => {
    const depth = depthOf(this.view.now().minute, this.view.hours());
    return depth > 0 && depth < 1 ? depth * 100 : null;
  });
  protected readonly marker = computed(() => {
    const slot = this.placing.slot();
    if (this.placing.placeable() === null || slot === null) return null;
    const to = slot.minute + this.placing.minutes();
    return { ...slot, ...this.span(slot.minute, to), words: spanWords(slot.minute, to) };
  });

  /** Families tell clinicians apart, numbers rooms: `Hart`, `Room 1`. */
  protected shortName(name: string): string {
    const bare = name.replace(/ · .*$|,.*$/, '');
    return this.view.axis() === 'room' ? bare : (bare.split(' ').at(-1) ?? bare);
  }

  protected place({ item, column, columns }: Piece<TimedSession>) {
    const width = 100 / columns;
    return { ...this.span(item.from, item.to), left: column * width, width };
  }

  private span(from: number, to: number) {
    const hours = this.view.hours();
    return { top: depthOf(from, hours) * 100, height: (depthOf(to, hours) - depthOf(from, hours)) * 100 };
  }

  protected time({ from, to }: TimedSession): string {
    return spanWords(from, to);
  }

  /** `9:30`: the grid itself says whether that is in the morning. */
  protected begins({ from }: TimedSession): string {
    return clockOf(((from + 11 * 60) % (12 * 60)) + 60).replace(/^0/, '');
  }

  protected sentence(item: TimedSession): string {
    return `${sessionSentence(item.session)} ${this.time(item)}.`;
  }

  /** While something is being placed, a click on the calendar says where. */
  protected pointed(event: MouseEvent, day: string, laneId: string): void {
    if (this.placing.placeable() === null) return;
    const lane = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const depth = (event.clientY - lane.top) / lane.height;
    this.placing.moveTo({
      day,
      laneId,
      minute: minuteAt(depth, this.view.hours(), this.placing.minutes()),
    });
  }
}
