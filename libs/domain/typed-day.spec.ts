import fc from 'fast-check';
import { addDays, isDay } from './calendar';
import { addWorkingDays, nextMonday, typedDay } from './typed-day';

/** A Wednesday. */
const today = '2026-11-25';

it.each([
  ['tomorrow', '2026-11-26'],
  ['tom', '2026-11-26'],
  ['today', '2026-11-25'],
  ['next week', '2026-11-30'],
  ['fri', '2026-11-27'],
  ['Friday', '2026-11-27'],
  ['wed', '2026-12-02'],
  ['in 3 days', '2026-11-28'],
  ['10d', '2026-12-05'],
  ['2 weeks', '2026-12-09'],
  ['1 month', '2026-12-25'],
  ['12/5', '2026-12-05'],
  ['1/5', '2027-01-05'],
  ['12/5/2027', '2027-12-05'],
  ['dec 5', '2026-12-05'],
  ['5 Dec', '2026-12-05'],
  ['December 5, 2026', '2026-12-05'],
  ['feb 29', '2028-02-29'],
  ['2026-12-05', '2026-12-05'],
])('“%s” is %s', (typed, day) => expect(typedDay(typed, today)).toBe(day));

it.each(['', 'x', 't', '13/1', 'feb 30', '2026-02-30', 'soonish', '99999 days', 'm'])(
  '“%s” names no day',
  (typed) => expect(typedDay(typed, today)).toBeNull(),
);

it('what is typed is a day or nothing, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), (typed) => {
      const day = typedDay(typed, today);
      expect(day === null || isDay(day)).toBe(true);
    }),
  );
});

it('the third working day is never a weekend, and at most five days away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), (days) => {
      const from = addDays(today, days);
      const third = addWorkingDays(from, 3);
      expect(Temporal.PlainDate.from(third).dayOfWeek).toBeLessThanOrEqual(5);
      expect(third > addDays(from, 2) && third <= addDays(from, 5)).toBe(true);
    }),
  );
  expect(addWorkingDays(today, 3)).toBe('2026-11-30');
  expect(nextMonday('2026-11-30')).toBe('2026-12-07');
});
