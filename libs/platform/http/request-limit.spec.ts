import fc from 'fast-check';
import { RequestLimit } from './request-limit';

const minute = 60_000;

it('lets a whole minute’s requests come at once, and then asks to wait', () => {
  const limit = new RequestLimit(60);
  for (let times = 0; times < 60; times++) expect(limit.take('one', 0)).toBe(0);
  expect(limit.take('one', 0)).toBe(1);
  expect(limit.take('other', 0)).toBe(0);
});

it('lets go on whoever waited as long as they were told', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 }), (pauses) => {
      const limit = new RequestLimit(120);
      let now = 0;
      for (const pause of pauses) {
        now += pause;
        const seconds = limit.take('one', now);
        if (seconds === 0) continue;
        now += seconds * 1000;
        expect(limit.take('one', now)).toBe(0);
      }
    }),
  ));

it('never lets through more than two minutes’ worth in any one minute', () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 400 }), (pauses) => {
      const limit = new RequestLimit(60);
      let now = 0;
      const passed: number[] = [];
      for (const pause of pauses) {
        now += pause;
        if (limit.take('one', now) === 0) passed.push(now);
      }
      for (const from of passed)
        expect(passed.filter((at) => at >= from && at < from + minute).length).toBeLessThanOrEqual(120);
    }),
  ));
