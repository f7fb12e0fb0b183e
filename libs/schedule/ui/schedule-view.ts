import { httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import type { Directory, Week } from '@stipple/contracts';
import { addDays } from '@stipple/domain';
import { CurrentPerson } from '@stipple/staff-ui';
import { ApiProblem, Live, liveResource, localOf } from '@stipple/ui';
import { mediaSignal } from './media';
import { Axis, hoursOf, lanesOf, timed, weekDays } from './week/week-days';
import { mondayOf } from './week/slot';
import { minuteOf } from './words';

/** What stands in the address: ids, a day and choices, never a patient's data. */
interface Address {
  readonly week?: string | null;
  readonly by?: Axis | null;
  readonly only?: string | null;
  readonly session?: string | null;
}

/** What was booked or moved just now, for the page to confirm. */
export interface Made {
  readonly words: 'Booked' | 'Moved';
  readonly caseId: string;
  readonly sessionId: string;
}

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
  private readonly askedWeek = computed(() => this.address().get('week') ?? '');

  readonly week = liveResource<Week>(
    () => ({
      url: `/api/schedule${this.askedWeek() ? `?week=${encodeURIComponent(this.askedWeek())}` : ''}`,
    }),
    ({ subject }) => subjects.includes(subject),
  );
  readonly directory = httpResource<Directory>(() => '/api/directory');
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
  readonly now = computed(() => {
    const local = localOf(this.clock(), this.timeZone());
    return { day: local.slice(0, 10), minute: minuteOf(local) };
  });
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
  readonly sessions = computed(() => timed(this.week.value()?.sessions ?? [], this.timeZone()));
  readonly hours = computed(() => hoursOf(this.sessions()));
  private readonly allDays = computed(() => {
    const week = this.week.value();
    return week ? weekDays(week.monday, this.sessions(), this.axis(), this.lanes()) : [];
  });
  readonly weekendOpened = signal(false);
  readonly weekend = computed(
    () =>
      this.weekendOpened() || this.allDays().some(({ weekend, sessions }) => weekend && sessions.length > 0),
  );
  readonly days = computed(() => this.allDays().filter(({ weekend }) => !weekend || this.weekend()));
  readonly board = computed(() => ({ lanes: this.lanes(), hours: this.hours(), weekend: this.weekend() }));

  /** Wide enough for a grid; else the week is a list of days. */
  readonly wide = mediaSignal('(min-width: 60.01rem)');
  readonly books = computed(() => this.person.holds('coordinator'));

  constructor() {
    const timer = setInterval(() => this.clock.set(Temporal.Now.instant().toString()), 20_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  go(change: Address): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge' });
  }

  goToWeekOf(day: string): void {
    const monday = mondayOf(day);
    this.go({ week: monday === mondayOf(this.today()) ? null : monday });
  }

  turn(weeks: number): void {
    this.goToWeekOf(addDays(this.askedMonday(), 7 * weeks));
  }

  /** The session of that id, where the page knows it. */
  find(sessionId: string) {
    const { sessions = [], blocked = [] } = this.week.value() ?? {};
    return [...sessions, ...blocked].find(({ id }) => id === sessionId);
  }
}
