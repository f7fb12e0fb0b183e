import fc from 'fast-check';
import { instantOnWall, isSkipped, wallClockOf } from './wall-clock';

const zone = 'America/New_York';

// In 2026 clocks go back on 1 November at 2:00, in 2027 forward on 14 March at 2:00.
it.each([
  ['2026-10-31', 9 * 60, '2026-10-31T13:00:00Z'],
  ['2026-11-01', 0, '2026-11-01T04:00:00Z'],
  ['2026-11-01', 90, '2026-11-01T05:30:00Z'],
  ['2026-11-01', 120, '2026-11-01T07:00:00Z'],
  ['2026-11-01', 9 * 60, '2026-11-01T14:00:00Z'],
  ['2026-11-02', 9 * 60, '2026-11-02T14:00:00Z'],
  ['2027-03-13', 9 * 60, '2027-03-13T14:00:00Z'],
  ['2027-03-14', 0, '2027-03-14T05:00:00Z'],
  ['2027-03-14', 150, '2027-03-14T07:30:00Z'],
  ['2027-03-14', 180, '2027-03-14T07:00:00Z'],
  ['2027-03-14', 9 * 60, '2027-03-14T13:00:00Z'],
  ['2027-03-15', 9 * 60, '2027-03-15T13:00:00Z'],
])('books %s, minute %i of the wall clock, at %s', (day, minute, instant) =>
  expect(instantOnWall(day, minute, zone)).toBe(instant),
);

it.each([
  ['2026-11-01T05:30:00Z', '2026-11-01', 90],
  ['2026-11-01T06:30:00Z', '2026-11-01', 90],
  ['2026-11-01T14:00:00Z', '2026-11-01', 540],
  ['2027-03-14T06:59:00Z', '2027-03-14', 119],
  ['2027-03-14T07:00:00Z', '2027-03-14', 180],
  ['2027-03-15T03:59:00Z', '2027-03-14', 1439],
])('shows %s on %s at minute %i', (instant, day, minute) =>
  expect(wallClockOf(instant, zone)).toEqual({ day, minute }),
);

it('knows the hour that never comes', () => {
  const skipped = Array.from({ length: 96 }, (_, quarter) => quarter * 15).filter((minute) =>
    isSkipped('2027-03-14', minute, zone),
  );
  expect(skipped).toEqual([120, 135, 150, 165]);
  expect(isSkipped('2026-11-01', 90, zone)).toBe(false);
});

it('shows what it booked, in every zone and week, unless the hour never comes', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 800 }),
      fc.integer({ min: 0, max: 95 }),
      fc.constantFrom(zone, 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns'),
      (days, quarter, timeZone) => {
        const day = Temporal.PlainDate.from('2026-01-01').add({ days }).toString();
        fc.pre(!isSkipped(day, quarter * 15, timeZone));
        const instant = instantOnWall(day, quarter * 15, timeZone);
        expect(wallClockOf(instant, timeZone)).toEqual({ day, minute: quarter * 15 });
      },
    ),
  ));
