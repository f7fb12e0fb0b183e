import fc from 'fast-check';
import { addDays } from '../calendar';
import { addBusinessDays, businessDaysBetween, isBusinessDay, orNextBusinessDay } from './business-days';
import { federalHolidays, holidayOn } from './federal-holidays';

/* The lists that the Office of Personnel Management published. Those of 2020 have no Juneteenth yet. */
const published: Readonly<Record<number, string>> = {
  2020: '01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25',
  2021: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24',
  2023: '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
  2024: '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25',
  2025: '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25',
  2026: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
  2027: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24',
};

it.each(Object.entries(published))('the federal holidays of %s are those that were published', (year, days) =>
  expect(federalHolidays(Number(year)).map(({ observedOn }) => observedOn)).toEqual(
    days.split(' ').map((day) => `${year}-${day}`),
  ),
);

it.each([
  ['2021-12-31', 'New Year’s Day'],
  ['2022-01-01', null],
  ['2027-12-31', 'New Year’s Day'],
  ['2026-07-03', 'Independence Day'],
  ['2026-07-04', null],
  ['2021-06-18', 'Juneteenth'],
  ['2020-06-19', null],
  ['2025-01-20', 'Birthday of Martin Luther King, Jr.'],
  ['2021-01-20', null],
])('on %s is observed: %s', (day, name) => expect(holidayOn(day)).toBe(name));

it.each([
  ['2026-11-25', 1, '2026-11-27'],
  ['2026-11-23', 3, '2026-11-27'],
  ['2026-11-28', 1, '2026-11-30'],
  ['2026-12-24', 1, '2026-12-28'],
  ['2021-12-30', 1, '2022-01-03'],
  ['2026-11-27', -1, '2026-11-25'],
  ['2026-11-26', 0, '2026-11-26'],
])('%s and %i business days is %s', (day, days, end) => expect(addBusinessDays(day, days)).toBe(end));

const days = fc.integer({ min: 0, max: 20_000 }).map((more) => addDays('2000-01-01', more));

it('business days agree with counting day by day', () =>
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (day, amount) => {
      const end = addBusinessDays(day, amount);
      let counted = 0;
      let at = Temporal.PlainDate.from(day);
      while (at.toString() !== end) {
        at = at.add({ days: 1 });
        const holidays = [at.year, at.year + 1].flatMap(federalHolidays).map(({ observedOn }) => observedOn);
        if (at.dayOfWeek < 6 && !holidays.includes(at.toString())) counted += 1;
      }
      expect(counted).toBe(amount);
      expect(isBusinessDay(end)).toBe(true);
      expect(businessDaysBetween(day, end)).toBe(amount);
      expect(businessDaysBetween(end, day)).toBe(0);
    }),
    { numRuns: 60 },
  ));

it('no more than four days in a row are no business days', () =>
  fc.assert(
    fc.property(days, (day) => {
      const next = orNextBusinessDay(day);
      expect(next >= day && next <= addDays(day, 4)).toBe(true);
    }),
  ));
