import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { addDays, nextMonday, typedDay } from '@stipple/domain';
import { distance, formatWeekday } from '@stipple/ui';
import { Choice, ChoiceList } from './choice-list';

/** To which day a case is put off: a usual one, one that is typed, or one from the calendar. */
@Component({
  selector: 'st-snooze-menu',
  imports: [ChoiceList],
  template: `
    <h2>Snooze {{ what() }} to</h2>
    <st-choice-list
      label="Day to snooze to"
      placeholder="fri, 12/5, 10 days…"
      none="Not a day yet. Try “fri”, “12/5” or “10 days”."
      [offer]="offer()"
      (chosen)="chosen.emit($event)"
    />
    <label>
      <span>Or from the calendar</span>
      <input class="st-control" type="date" [min]="today()" (change)="pick($any($event.target).value)" />
    </label>
  `,
  styleUrl: './small-window.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SnoozeMenu {
  readonly today = input.required<string>();
  readonly what = input.required<string>();
  readonly chosen = output<string>();

  protected readonly offer = computed(() => {
    const today = this.today();
    const usual = [
      choice('Tomorrow', addDays(today, 1)),
      choice('In 3 days', addDays(today, 3)),
      choice('Next week', nextMonday(today)),
      choice('In two weeks', addDays(today, 14)),
    ];
    return (typed: string): readonly Choice[] => {
      if (typed.trim() === '') return usual;
      const day = typedDay(typed, today);
      return day !== null && day >= today
        ? [{ value: day, words: formatWeekday(day), hint: distance(day, today), icon: 'calendar' }]
        : [];
    };
  });

  protected pick(day: string): void {
    if (day >= this.today()) this.chosen.emit(day);
  }
}

function choice(words: string, day: string): Choice {
  return { value: day, words, hint: formatWeekday(day), icon: 'calendar' };
}
