import { httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { Directory, Week } from '@stipple/contracts';
import { addDays, isDay, wallClockOf } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { ApiProblem, Live, liveResource, mediaSignal } from '@stipple/ui';
import { clearedCases } from './cleared';
import { dayColumns, weekColumns } from './week/columns';
import { mondayOf, nextDay } from './week/slot';
import { Axis, hoursOf, lanesOf, timed, weekDays } from './week/week-days';

/** What stands in the address: ids, a day and choices, never a patient's data. */
interface Address {
  readonly week?: string | null;
  /** A day instead of a week. */
  readonly day?: string | null;
  readonly by?: Axis | null;
  readonly only?: string | null;
  readonly session?: string | null;
  /** Only what somebody must act on. */
  readonly act?: '1' | null;
  /** The case that is to be booked; it is taken in hand once. */
  readonly book?: string | null;
}

/** What was booked or moved just now, for the page to confirm. */
export interface Made {
  readonly words: 'Booked' | 'Moved';
  readonly caseId: string;
  readonly sessionId: string;
  readonly facts: readonly Fact[];
}

export type Fact = readonly [name: string, value: string];

/** Moves of these change what a week shows. */
const subjects = ['treatment_session', 'payer_authorization', 'self_pay_agreement', 'treatment_case'];

/** The week on screen and everything drawn from it. One for each schedule page. */
@Injectable()
export class ScheduleView {
  private readonly router = inject(Router);
  private readonly address = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private readonly person = inject(CurrentPerson);
  private readonly clock = signal(Temporal.Now.instant().toString());
  readonly connected = inject(Live).connected;

  readonly axis = computed<Axis>(() => (this.address().get('by') === 'room' ? 'room' : 'clinician'));
  readonly only = computed(() => this.address().get('only') ?? '');
  readonly sessionId = computed(() => this.address().get('session'));
  /** The day on screen; null while it is a week. */
  readonly shownDay = computed(() => {
    const day = this.address().get('day') ?? '';
    return isDay(day) ? day : null;
  });
  readonly bookId = computed(() => this.address().get('book'));
  readonly acting = computed(() => this.address().get('act') === '1');
  private readonly askedWeek = computed(() => this.shownDay() ?? this.address().get('week') ?? '');

  readonly week = liveResource<Week>(
    () => ({
      url: `/api/schedule${this.askedWeek() ? `?week=${encodeURIComponent(this.askedWeek())}` : ''}`,
    }),
    ({ subject }) => subjects.includes(subject),
  );
  /** Who may be booked, for whoever books. */
  readonly cleared = clearedCases(() => (this.books() ? 'all' : null));
  readonly directory = httpResource<Directory>(() => '/api/directory');
  /** Without either there is no calendar: an empty one would say that nobody treats here. */
  readonly unread = computed(() => {
    const error = this.directory.error();
    return this.week.problem() ?? (error ? ApiProblem.from(error) : undefined);
  });
  /** When the week on screen was read: what is said of it while there is no connection. */
  readonly readAt = linkedSignal({
    source: this.week.value,
    computation: () => Temporal.Now.instant().toString(),
  });
  /** What could not be opened or read beside the week itself. */
  readonly trouble = signal<ApiProblem | undefined>(undefined);
  readonly made = signal<Made | null>(null);

  readonly timeZone = computed(() => this.week.value()?.timeZone ?? this.person.timeZone());
  /** The clinic's wall clock. */
  readonly now = computed(() => wallClockOf(this.clock(), this.timeZone()));
  readonly today = computed(() => this.now().day);
  /** The Monday that is asked for, also while the week before it is still on screen. */
  readonly askedMonday = computed(() => mondayOf(this.askedWeek() || this.today()));

  readonly allLanes = computed(() => {
    const week = this.week.value();
    return week
      ? lanesOf(this.axis(), week, this.directory.hasValue() ? this.directory.value() : undefined)
      : [];
  });
  /** The lanes on screen: all of them, or the chosen one. */
  readonly lanes = computed(() => {
    const chosen = this.allLanes().filter(({ id }) => id === this.only());
    return chosen.length > 0 ? chosen : this.allLanes();
  });
  readonly hasNoColumns = computed(() => this.allLanes().length === 0 && this.directory.hasValue());
  readonly sessions = computed(() => timed(this.week.value()?.sessions ?? [], this.timeZone()));
  readonly hours = computed(() => hoursOf(this.sessions()));
  private readonly allDays = computed(() => {
    const week = this.week.value();
    if (!week) return [];
    const shown = this.sessions().filter(({ session }) => !this.acting() || session.state === 'blocked');
    return weekDays(week.monday, shown, this.axis(), this.lanes());
  });
  readonly weekendOpened = signal(false);
  readonly weekend = computed(
    () =>
      this.weekendOpened() || this.allDays().some(({ weekend, sessions }) => weekend && sessions.length > 0),
  );
  readonly days = computed(() => {
    const one = this.allDays().filter(({ day }) => day === this.shownDay());
    return one.length > 0 ? one : this.allDays().filter(({ weekend }) => !weekend || this.weekend());
  });
  readonly columns = computed(() => {
    const [day] = this.days();
    return this.shownDay() !== null && day
      ? dayColumns(day, this.axis(), this.lanes())
      : weekColumns(this.days(), this.lanes());
  });
  /** What must be acted on, in every week, the next day first. */
  readonly blocked = computed(() => this.week.value()?.blocked ?? []);
  readonly board = computed(() => ({ lanes: this.lanes(), hours: this.hours(), weekend: this.weekend() }));

  /** Wide enough for a grid; else the week is a list of days. */
  readonly wide = mediaSignal('(min-width: 60.01rem)');
  readonly books = computed(() => this.person.holds('coordinator'));

  constructor() {
    const timer = setInterval(() => this.clock.set(Temporal.Now.instant().toString()), 20_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** What was done here changes the week and who may still be booked. */
  reload(): void {
    this.week.reload();
    this.cleared.reload();
  }

  go(change: Address): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }

  /** Shows the day, or the week it lies in. */
  goTo(day: string): void {
    this.go(this.addressOf(day));
  }

  addressOf(day: string): Address {
    if (this.shownDay() !== null) return { day };
    return { week: mondayOf(day) === mondayOf(this.today()) ? null : mondayOf(day) };
  }

  isShown(day: string): boolean {
    return this.days().some((one) => one.day === day);
  }

  showDay(day: string): void {
    this.go({ day, week: null });
  }

  /** Keeps to the day on screen: its week, or the day that lies in the week. */
  showAs(mode: 'day' | 'week'): void {
    const monday = this.askedMonday();
    if (mode === 'week') this.go({ day: null, week: monday === mondayOf(this.today()) ? null : monday });
    else this.showDay(monday === mondayOf(this.today()) ? this.today() : monday);
  }

  /** The next or previous week, or day. */
  turn(by: number): void {
    const day = this.shownDay();
    this.goTo(day === null ? addDays(this.askedMonday(), 7 * by) : nextDay(day, by, this.weekend()));
  }

  /** The session of that id, where the page knows it. */
  find(sessionId: string) {
    const { sessions = [], blocked = [] } = this.week.value() ?? {};
    return [...sessions, ...blocked].find(({ id }) => id === sessionId);
  }

  readAgain(): void {
    this.week.reload();
    if (this.directory.error()) this.directory.reload();
  }
}
