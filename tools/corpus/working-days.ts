import { Day, daysBetween } from '@stipple/domain';

/** Minutes after midnight, clinic time. */
export const opensAt = 8 * 60;
export const closesAt = 18 * 60;

interface WorkingDay {
  readonly day: Day;
  /** Midnight, clinic time, in milliseconds since 1970. Clocks change on Sundays, so minutes may be added. */
  readonly midnight: number;
}

/** The clinic's working days around the present, Monday to Friday without holidays, numbered from the first of the corpus. */
export class WorkingDays {
  private readonly days: WorkingDay[] = [];
  /** The clinic's calendar day, which may be a Saturday. */
  readonly today: Day;
  /** The first working day that is not over: today, or the next one where today is none. */
  readonly current: number;
  /** Up to here everything that happens has happened. */
  readonly present: number;

  /** @param back how many working days the corpus reaches back, and `ahead` how far the diary can be booked */
  constructor(
    readonly now: string,
    readonly timeZone: string,
    readonly back = 300,
    ahead = 90,
  ) {
    const zoned = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
    const today = zoned.toPlainDate();
    this.today = today.toString();
    let day = today.subtract({ days: Math.ceil((back * 7) / 5) + 12 });
    while (this.days.length < back + ahead) {
      if (day.dayOfWeek <= 5 && !isHoliday(day)) this.add(day);
      day = day.add({ days: 1 });
    }
    this.current = this.days.findIndex((one) => one.day >= this.today);
    this.present = this.presentOf(zoned);
  }

  /** The last day that is over: whatever people do in their own time happens up to its evening. */
  get lastFull(): number {
    return this.current - 1;
  }

  get count(): number {
    return this.days.length;
  }

  dayAt(number: number): Day {
    return this.at(number).day;
  }

  moment(number: number, minute: number): number {
    return this.at(number).midnight + minute * 60_000;
  }

  /** The working day of a calendar day, or the next one after it; beyond the corpus its last. */
  onOrAfter(day: Day): number {
    const [least, most] = [0, this.days.length - 1];
    // Day by day from a good guess: five working days lie in seven.
    const guess = Math.round((daysBetween(this.dayAt(0), day) * 5) / 7);
    let number = Math.max(least, Math.min(most, guess));
    while (number > least && this.dayAt(number - 1) >= day) number -= 1;
    while (number < most && this.dayAt(number) < day) number += 1;
    return number;
  }

  /** The last working day of the corpus that a window ending on this calendar day still covers. */
  lastUpTo(day: Day): number {
    const number = this.onOrAfter(day);
    return this.dayAt(number) > day ? number - 1 : number;
  }

  private at(number: number): WorkingDay {
    const day = this.days[number];
    if (day === undefined) throw new Error(`the corpus has no working day ${number}`);
    return day;
  }

  private add(day: Temporal.PlainDate): void {
    const midnight = day.toZonedDateTime(this.timeZone).epochMilliseconds;
    this.days.push({ day: day.toString(), midnight });
  }

  /**
   * During the day the present is half an hour ago, so that nothing lies in the future that people do right after a
   * treatment; in the night and on weekends it is the end of the last working day.
   */
  private presentOf(zoned: Temporal.ZonedDateTime): number {
    const minute = Math.floor((zoned.hour * 60 + zoned.minute - 30) / 15) * 15;
    const isUnderWay = this.dayAt(this.current) === this.today && minute > opensAt;
    return isUnderWay
      ? this.moment(this.current, Math.min(minute, closesAt))
      : this.moment(this.lastFull, closesAt);
  }
}

/** The days on which a clinic like this one is closed: year's ends and the holidays that everybody keeps. */
function isHoliday({ month, day, dayOfWeek, daysInMonth }: Temporal.PlainDate): boolean {
  if (['1-1', '7-4', '12-24', '12-25', '12-31'].includes(`${month}-${day}`)) return true;
  const isMonday = dayOfWeek === 1;
  const memorialDay = month === 5 && isMonday && day > daysInMonth - 7;
  const laborDay = month === 9 && isMonday && day <= 7;
  const thanksgiving = month === 11 && dayOfWeek === 4 && day > 21 && day <= 28;
  return memorialDay || laborDay || thanksgiving;
}
