import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { CaseView } from '@stipple/contracts';
import { SessionState, formatCents, isLive } from '@stipple/domain';
import { Icon, formatDay, formatTime, formatWeekday, joined } from '@stipple/ui';
import { sessionLooks } from '../looks';

/** What is booked, and what the patient was quoted: two things one looks up in passing. */
@Component({
  selector: 'st-bookings-card',
  imports: [Icon],
  template: `
    @if (booked().length > 0) {
      <section aria-labelledby="bookings-title">
        <header><h2 id="bookings-title">Bookings</h2></header>
        @for (session of booked(); track session.id) {
          <p class="line">
            <st-icon [name]="looks[session.state].icon" /><b>{{ session.when }}</b>
            <span class="st-small st-muted">{{ session.where }}</span>
          </p>
        }
      </section>
    }
    @if (estimate(); as one) {
      <section aria-labelledby="estimate-title">
        <header><h2 id="estimate-title">Estimate</h2></header>
        <p class="line">
          <b>{{ money(one.totalCents) }}</b>
          <span class="st-small st-muted"
            >{{ one.stateWords
            }}{{ one.validUntil ? ', valid until ' + formatDay(one.validUntil) : '' }}</span
          >
        </p>
      </section>
    }
  `,
  styleUrl: './section.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BookingsCard {
  readonly view = input.required<CaseView>();
  protected readonly looks = sessionLooks;
  protected readonly money = formatCents;
  protected readonly formatDay = formatDay;

  /** What still lies ahead or must be moved, the next one first. */
  protected readonly booked = computed(() => {
    const { sessions, timeZone } = this.view();
    return sessions
      .map((session) => ({ ...session, state: session.state as SessionState }))
      .filter(({ state }) => isLive(state) || state === 'blocked')
      .reverse()
      .map(({ id, state, day, startsAt, clinician, room }) => ({
        id,
        state,
        when: day && startsAt ? `${formatWeekday(day)}, ${formatTime(startsAt, timeZone)}` : 'Without a time',
        where: joined(state === 'blocked' && 'blocked', clinician, room),
      }));
  });

  protected readonly estimate = computed(() =>
    this.view().agreements.find(({ state }) => state !== 'void' && state !== 'completed'),
  );
}
