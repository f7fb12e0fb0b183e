import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { addDays } from '@stipple/domain';
import { Icon, ProblemBanner, Skeleton, count } from '@stipple/ui';
import { sessionLooks } from '@stipple/cases-ui';
import { Placing } from '../placing';
import { ScheduleView } from '../schedule-view';
import type { TimedSession } from '../week/week-days';
import { dayWords, spanWords, weekWords } from '../words';
import { PlacePanel } from './place-panel';
import { SessionPanel } from './session-panel';
import { Tray } from './tray';
import { WeekGrid } from './week-grid';

/** The week by clinician or by room: who is booked, what is blocked, and who may still be booked. */
@Component({
  selector: 'st-schedule-page',
  imports: [Icon, PlacePanel, ProblemBanner, RouterLink, SessionPanel, Skeleton, Tray, WeekGrid],
  templateUrl: './schedule-page.html',
  styleUrl: './schedule-page.css',
  providers: [ScheduleView, Placing],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SchedulePage {
  protected readonly view = inject(ScheduleView);
  protected readonly placing = inject(Placing);
  protected readonly looks = sessionLooks;
  protected readonly weekName = computed(() =>
    weekWords(this.view.askedMonday(), addDays(this.view.askedMonday(), 6)),
  );
  protected readonly isThisWeek = computed(
    () =>
      this.view.today() >= this.view.askedMonday() &&
      this.view.today() <= addDays(this.view.askedMonday(), 6),
  );
  protected readonly blocked = computed(() => this.view.week.value()?.blocked ?? []);
  protected readonly blockedWords = computed(
    () => `${count(this.blocked().length, 'booking is', 'bookings are')} blocked`,
  );
  protected readonly booked = computed(() => {
    const sessions = this.view.days().reduce((sum, day) => sum + day.sessions.length, 0);
    return sessions === 0 ? 'Nothing in this week' : count(sessions, 'session');
  });
  /** The day that a narrow screen opens with: today, or the first one that has anything. */
  protected readonly firstShown = computed(() => {
    const days = this.view.days();
    const today = days.find(({ day }) => day === this.view.today());
    return (today ?? days.find(({ sessions }) => sessions.length > 0))?.day;
  });
  protected readonly dayWords = dayWords;

  protected countWords(sessions: number): string {
    return sessions === 0 ? 'nothing' : count(sessions, 'session');
  }

  protected time({ from, to }: Pick<TimedSession, 'from' | 'to'>): string {
    return spanWords(from, to);
  }

  /** Shows a session beside the calendar; again, and it goes. */
  protected open(sessionId: string): void {
    this.placing.end();
    this.view.go({ session: this.view.sessionId() === sessionId ? null : sessionId });
  }

  protected openBlocked(sessionId: string, day: string): void {
    this.placing.end();
    this.view.go({ session: sessionId });
    if (!this.view.days().some((one) => one.day === day)) this.view.goToWeekOf(day);
  }
}
