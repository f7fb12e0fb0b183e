import { NgTemplateOutlet } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  effect,
  inject,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { addDays } from '@stipple/domain';
import { Commands, EmptyState, Icon, ProblemBanner, Skeleton, count, keepFocus } from '@stipple/ui';
import { sessionLooks } from '@stipple/cases-ui';
import { Booking } from '../booking';
import { doOnSchedule } from '../commands';
import { Dragging } from '../dragging';
import { Placing } from '../placing';
import { ScheduleView } from '../schedule-view';
import type { TimedSession } from '../week/week-days';
import { dayWords, spanWords, weekWords, wholeDayWords } from '../words';
import { ExportMenu } from './export-menu';
import { PlacePanel } from './place-panel';
import { SessionPanel } from './session-panel';
import { takeAskedCase } from './take-asked-case';
import { Tray } from './tray';
import { WeekGrid } from './week-grid';

/** The week by clinician or by room: who is booked, what is blocked, and who may still be booked. */
@Component({
  selector: 'st-schedule-page',
  imports: [
    EmptyState,
    ExportMenu,
    Icon,
    NgTemplateOutlet,
    PlacePanel,
    ProblemBanner,
    RouterLink,
    SessionPanel,
    Skeleton,
    Tray,
    WeekGrid,
  ],
  templateUrl: './schedule-page.html',
  styleUrl: './schedule-page.css',
  providers: [ScheduleView, Placing, Booking, Dragging],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SchedulePage {
  protected readonly view = inject(ScheduleView);
  protected readonly placing = inject(Placing);
  protected readonly looks = sessionLooks;
  protected readonly dragging = inject(Dragging);
  private readonly tray = viewChild(Tray);
  /** What is on screen, and what the arrows beside it turn. */
  protected readonly spanName = computed(() => {
    const [day, monday] = [this.view.shownDay(), this.view.askedMonday()];
    return day === null ? weekWords(monday, addDays(monday, 6)) : wholeDayWords(day);
  });
  protected readonly unit = computed(() => (this.view.shownDay() === null ? 'week' : 'day'));
  protected readonly isNow = computed(() => {
    const [day, today, monday] = [this.view.shownDay(), this.view.today(), this.view.askedMonday()];
    return day === null ? today >= monday && today <= addDays(monday, 6) : day === today;
  });
  protected readonly blocked = this.view.blocked;
  protected readonly blockedWords = computed(
    () => `${count(this.blocked().length, 'booking is', 'bookings are')} blocked`,
  );
  protected readonly booked = computed(() => {
    const sessions = this.view.days().reduce((sum, day) => sum + day.sessions.length, 0);
    return sessions === 0
      ? `Nothing is booked in this ${this.unit()}. ${this.whoBooks()}`
      : count(sessions, 'session');
  });
  /** The day that a narrow screen opens with: today, or the first one that has anything. */
  protected readonly firstShown = computed(() => {
    const days = this.view.days();
    const today = days.find(({ day }) => day === this.view.today());
    return (today ?? days.find(({ sessions }) => sessions.length > 0))?.day;
  });
  /** The days whose sessions are drawn; a folded one says how many it has. */
  protected readonly unfolded = linkedSignal<string | undefined, ReadonlySet<string>>({
    source: this.firstShown,
    computation: (first) => new Set(first === undefined ? [] : [first]),
  });
  protected readonly dayWords = dayWords;

  constructor() {
    const router = inject(Router);
    inject(Commands).offer(() =>
      doOnSchedule(this.view, this.placing, {
        search: () => this.tray()?.focusSearch(),
        bookFirst: () => this.tray()?.beginFirst(),
        nextToAct: () => this.turnBlocked(1),
        showAtRisk: () => void router.navigateByUrl('/schedule/at-risk'),
      }),
    );
    this.afterPlacing();
    takeAskedCase();
  }

  /** What was booked is read next; what was left again leads back to where it was taken from. */
  private afterPlacing(): void {
    const { nativeElement: page } = inject<ElementRef<HTMLElement>>(ElementRef);
    const inHand = computed(() => this.placing.placeable() !== null);
    let from: Element | null = null;
    effect(() => {
      if (inHand()) from = document.activeElement;
    });
    keepFocus(inHand, () => {
      const made = page.querySelector<HTMLElement>('.made a');
      return made ?? (from instanceof HTMLElement && from.isConnected ? from : page.querySelector('input'));
    });
  }

  /** What fills an empty week, for whoever looks at it. */
  private whoBooks(): string {
    if (this.view.acting()) return 'Only blocked bookings are shown.';
    if (!this.view.books()) return 'A billing coordinator books whoever is cleared.';
    return (this.view.cleared.value()?.total ?? 0) > 0
      ? 'Take somebody from “Book a session”.'
      : 'Nobody is cleared to be booked either.';
  }

  protected fold(day: string, isOpen: boolean): void {
    if (this.unfolded().has(day) === isOpen) return;
    this.unfolded.update((days) => new Set(isOpen ? [...days, day] : [...days].filter((one) => one !== day)));
  }

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

  /** The next booking that must be acted on, wherever in the year it lies. */
  protected turnBlocked(by: number): void {
    const all = this.blocked();
    const at = all.findIndex(({ id }) => id === this.view.sessionId());
    const next = all.at(at === -1 ? 0 : (at + by) % all.length);
    if (!next) return;
    this.placing.end();
    this.view.go({ session: next.id, ...(this.view.isShown(next.day) ? {} : this.view.addressOf(next.day)) });
  }
}
