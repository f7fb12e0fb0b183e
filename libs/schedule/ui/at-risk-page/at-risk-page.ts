import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AtRisk, BookingAtRisk } from '@stipple/contracts';
import { CurrentPerson } from '@stipple/staff-ui';
import { Chip, EmptyState, Icon, ProblemBanner, Skeleton, count, distance, liveResource } from '@stipple/ui';
import { minuteOf, timeWords, wholeDayWords } from '../words';

interface RiskyDay {
  readonly day: string;
  readonly bookings: readonly BookingAtRisk[];
}

/** Moves of these make a booking safe or put it at risk. */
const subjects = ['treatment_session', 'payer_authorization', 'self_pay_agreement', 'treatment_case'];

/** What is booked for the next 30 days and will fail as things stand, or may: why, and what keeps it. */
@Component({
  selector: 'st-at-risk-page',
  imports: [Chip, EmptyState, Icon, ProblemBanner, RouterLink, Skeleton],
  templateUrl: './at-risk-page.html',
  styleUrl: './at-risk-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AtRiskPage {
  private readonly person = inject(CurrentPerson);
  /** From the address: only what fails for certain where it says `sure`. */
  readonly only = input<string>();
  protected readonly page = liveResource<AtRisk>(
    () => ({ url: '/api/schedule/at-risk' }),
    ({ subject }) => subjects.includes(subject),
  );
  protected readonly all = computed(() => this.page.value()?.bookings ?? []);
  protected readonly sure = computed(() => this.all().filter(willFail));
  protected readonly onlySure = computed(() => this.only() === 'sure');
  protected readonly days = computed(() => byDay(this.onlySure() ? this.sure() : this.all()));
  protected readonly summary = computed(() => {
    const looked = this.page.value()?.looked;
    if (looked === undefined) return '';
    const [sure, all] = [this.sure().length, this.all().length];
    return `${count(looked, 'booking')} in the next 30 days: ${sure} will fail, ${all - sure} may`;
  });

  protected dayWords(day: string): string {
    return `${wholeDayWords(day)}, ${distance(day, this.person.today())}`;
  }

  protected timeOf({ begins }: BookingAtRisk): string {
    return timeWords(minuteOf(`2000-01-01T${begins}`));
  }
}

const willFail = ({ risks }: BookingAtRisk) => risks.some(({ sure }) => sure);

/** They come by when they begin. */
function byDay(bookings: readonly BookingAtRisk[]): readonly RiskyDay[] {
  return [...new Set(bookings.map(({ day }) => day))].map((day) => ({
    day,
    bookings: bookings.filter((booking) => booking.day === day),
  }));
}
