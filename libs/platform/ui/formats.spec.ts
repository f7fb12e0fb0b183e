import { jest } from '@jest/globals';
import {
  clockWords,
  count,
  dayClockWords,
  distance,
  formatBytes,
  formatDateTime,
  formatDay,
  formatDayShort,
  formatName,
  formatTime,
  formatWeekday,
  initials,
  joined,
  urgency,
} from './formats';

it.each([
  ['2026-11-27T16:00:00Z', '2 days 4 h left'],
  ['2026-11-26T12:00:00Z', '1 day left'],
  ['2026-11-25T15:20:00Z', '3 h 20 min left'],
  ['2026-11-25T15:00:00Z', '3 h left'],
  ['2026-11-25T12:45:00Z', '45 min left'],
  ['2026-11-25T12:00:20Z', 'due now'],
  ['2026-12-25T15:00:00Z', '30 days left'],
  ['2026-11-12T08:00:00Z', '13 days late'],
  ['2026-11-25T11:59:00Z', '1 min late'],
])('a clock of hours that ends at %s reads “%s”', (until, words) =>
  expect(clockWords(until, '2026-11-25T12:00:00Z')).toBe(words),
);

it.each([
  ['2026-11-28', '3 days left'],
  ['2026-11-26', '1 day left'],
  ['2026-11-25', 'due today'],
  ['2026-11-12', '13 days late'],
])('a clock of days that ends on %s reads “%s”', (until, words) =>
  expect(dayClockWords(until, '2026-11-25')).toBe(words),
);

it.each([
  ['Dr. Lena Hart', 'LH'],
  ['Hart, Lena', 'LH'],
  ['Robin van der Avery', 'RA'],
  ['Cher', 'C'],
  ['', ''],
])('the initials of %j are %j', (name, two) => expect(initials(name)).toBe(two));

it('writes names family first, and leaves no comma behind', () => {
  expect(formatName('Hart', 'Lena')).toBe('Hart, Lena');
  expect(formatName('Cher', '')).toBe('Cher');
});

it('writes days as the clinic’s calendar has them, whatever zone this machine is in', () => {
  expect(formatDay('2026-03-03')).toBe('Mar 3, 2026');
  expect(formatDay(null)).toBe('–');
  expect(formatDayShort('2026-03-03', '2026-11-25')).toBe('Mar 3');
  expect(formatDayShort('2025-03-03', '2026-11-25')).toBe('Mar 3, 2025');
});

it('says how far a day is, and how pressing', () => {
  const said = (day: string) => [distance(day, '2026-11-25'), urgency(day, '2026-11-25')];
  expect(said('2026-11-25')).toEqual(['today', 'today']);
  expect(said('2026-11-26')).toEqual(['tomorrow', 'soon']);
  expect(said('2026-12-25')).toEqual(['in 30 days', 'later']);
  expect(said('2026-11-23')).toEqual(['2 days ago', 'late']);
});

it('counts in words, and joins only what is there', () => {
  expect([count(1, 'case'), count(0, 'case'), count(1234, 'case')]).toEqual([
    '1 case',
    '0 cases',
    '1,234 cases',
  ]);
  expect(joined('one', null, '', undefined, false, 'two')).toBe('one · two');
  expect([formatBytes(1), formatBytes(2_500_000)]).toEqual(['1 kB', '2.5 MB']);
});

it('a time is told in the zone that is asked for, also right after another', () => {
  const at = '2026-11-25T20:05:00Z';
  const told = ['America/New_York', 'America/Los_Angeles', 'America/New_York'].map((zone) =>
    formatTime(at, zone).replace(/\s/g, ' '),
  );
  expect(told).toEqual(['3:05 PM', '12:05 PM', '3:05 PM']);
  expect(formatDateTime(at, 'America/Los_Angeles').replace(/\s/g, ' ')).toBe('Nov 25, 2026, 12:05 PM');
});

it('times are formatted by one object per zone: making one costs as much as sixty answers', () => {
  const made = jest.spyOn(Intl, 'DateTimeFormat');
  for (let minute = 10; minute < 60; minute++) formatTime(`2026-11-25T20:${minute}:00Z`, 'America/Chicago');
  expect(made).toHaveBeenCalledTimes(1);
  made.mockRestore();
});

it('days read as the browser itself would write them in English', () => {
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat('en-US', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  for (let at = 0; at < 800; at += 11) {
    const date = new Date(Date.UTC(2024, 0, 1 + at));
    const iso = date.toISOString().slice(0, 10);
    expect(formatDay(iso)).toBe(day.format(date));
    expect(formatWeekday(iso)).toBe(weekday.format(date));
  }
});
