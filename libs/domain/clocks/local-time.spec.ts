import fc from 'fast-check';
import { instantOnWall, isSkipped, wallClockOf } from '../wall-clock';
import { instantOfLocalTime } from './local-time';

const zone = 'America/New_York';
const back = '2026-11-01';
const forward = '2027-03-14';

it('a plain time is its instant', () =>
  expect(instantOfLocalTime('2026-11-23', 990, zone)).toEqual({ ok: true, instant: '2026-11-23T21:30:00Z' }));

it('refuses a time that comes twice, and names both offsets', () =>
  expect(instantOfLocalTime(back, 90, zone)).toEqual({
    ok: false,
    offsets: ['-04:00', '-05:00'],
    refusal: {
      code: 'time_happens_twice',
      sentence:
        'The clocks are put back over 01:30 on 2026-11-01, so it comes twice: say which offset is meant.',
      field: 'offset',
    },
  }));

it('refuses a time that never comes', () =>
  expect(instantOfLocalTime(forward, 150, zone)).toMatchObject({
    ok: false,
    offsets: ['-05:00', '-04:00'],
    refusal: { code: 'time_does_not_exist' },
  }));

it.each([
  [back, 90, '-04:00', '2026-11-01T05:30:00Z'],
  [back, 90, '-05:00', '2026-11-01T06:30:00Z'],
  [forward, 150, '-05:00', '2027-03-14T07:30:00Z'],
  [forward, 150, '-04:00', '2027-03-14T06:30:00Z'],
])('takes %s, minute %i with the offset %s', (day, minute, offset, instant) =>
  expect(instantOfLocalTime(day, minute, zone, offset)).toEqual({ ok: true, instant }),
);

it('refuses an offset that is not kept there', () =>
  expect(instantOfLocalTime(back, 90, zone, '-07:00')).toMatchObject({
    refusal: { code: 'time_happens_twice' },
  }));

it.each([
  [back, 59],
  [back, 120],
  [forward, 119],
  [forward, 180],
])('knows the edges: %s, minute %i is plain', (day, minute) =>
  expect(instantOfLocalTime(day, minute, zone).ok).toBe(true),
);

it('shows what was written down, or refuses; in every zone and week', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 800 }),
      fc.integer({ min: 0, max: 1439 }),
      fc.constantFrom(zone, 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns'),
      (days, minute, timeZone) => {
        const day = Temporal.PlainDate.from('2026-01-01').add({ days }).toString();
        const time = instantOfLocalTime(day, minute, timeZone);
        if (!time.ok) {
          expect(time.offsets.length).toBe(2);
          expect(time.refusal.code === 'time_does_not_exist').toBe(isSkipped(day, minute, timeZone));
          return;
        }
        expect(time.instant).toBe(instantOnWall(day, minute, timeZone));
        expect(wallClockOf(time.instant, timeZone)).toEqual({ day, minute });
      },
    ),
  ));
