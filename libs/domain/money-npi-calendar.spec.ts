import {
  addDays,
  addMonths,
  dayInWords,
  dayOf,
  daysBetween,
  isAhead,
  isBefore,
  isDay,
  isInstant,
  isWithin,
} from './calendar';
import { sideFits } from './injury';
import { formatCents, totalOf } from './money';
import { isNpi } from './npi';
import { holds } from './people';
import { isProcedureCode, procedureWords } from './procedure';
import { clock, someone } from './testing/a-case';

describe('money', () => {
  it('is the integer sum of quantity times unit, never a fraction', () => {
    const lines = [
      { description: 'Session', quantity: 3, unitCents: 48_033 },
      { description: 'PRP', quantity: 1, unitCents: 10 },
    ];
    expect(totalOf(lines)).toBe(144_109);
    expect(totalOf([])).toBe(0);
  });
  it('is written in dollars', () => {
    expect(formatCents(144_109)).toBe('$1,441.09');
    expect(formatCents(0)).toBe('$0.00');
  });
});

describe('an NPI checks itself', () => {
  it.each(['1234567893', '1245319599'])('%s is one', (npi) => expect(isNpi(npi)).toBe(true));
  it.each(['1234567890', '1234567894', '123456789', '12345678933', '123456789a', '', ' 1234567893'])(
    '%j is none',
    (npi) => expect(isNpi(npi)).toBe(false),
  );
  it('notices every single wrong digit', () => {
    const right = '1234567893';
    for (let place = 0; place < 10; place++)
      for (let digit = 0; digit < 10; digit++) {
        const typed = right.slice(0, place) + digit + right.slice(place + 1);
        expect(isNpi(typed)).toBe(typed === right);
      }
  });
});

describe('a day', () => {
  it.each(['2026-11-23', '2028-02-29', '1900-01-01'])('%s is one', (day) => expect(isDay(day)).toBe(true));
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '2026-11-31',
    '2026-W05',
    '20261123',
    '2026-11-23T00:00',
    '',
    'today',
  ])('%j is none', (day) => expect(isDay(day)).toBe(false));
  it('counts across months, leap days and clock changes', () => {
    expect(addDays('2026-11-23', 90)).toBe('2027-02-21');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2);
    expect(daysBetween('2026-11-02', '2026-10-31')).toBe(-2);
    expect(addMonths('2026-10-31', 4)).toBe('2027-02-28');
    expect(addMonths('2026-11-23', 12)).toBe('2027-11-23');
  });
  it('lies within its window at both ends', () => {
    expect(isWithin('2026-11-23', '2026-11-23', '2026-11-23')).toBe(true);
    expect(isWithin('2026-11-22', '2026-11-23', '2026-11-24')).toBe(false);
    expect(isWithin('2026-11-25', '2026-11-23', '2026-11-24')).toBe(false);
  });
  it('is the clinic’s own, around midnight and on both nights the clock changes', () => {
    expect(dayOf('2026-11-24T04:59:59Z', 'America/New_York')).toBe('2026-11-23');
    expect(dayOf('2026-11-24T05:00:00Z', 'America/New_York')).toBe('2026-11-24');
    expect(dayOf('2026-03-08T04:59:59Z', 'America/New_York')).toBe('2026-03-07');
    expect(dayOf('2026-11-01T04:00:00Z', 'America/New_York')).toBe('2026-11-01');
    expect(dayOf('2026-11-23T23:30:00-10:00', 'Pacific/Kiritimati')).toBe('2026-11-24');
  });
  it('is written so that no reader mistakes month and day', () =>
    expect(dayInWords('2026-03-04')).toBe('4 March 2026'));
});

describe('a point in time', () => {
  it.each(['2026-11-23T14:30:00Z', '2026-11-23T14:30:00.123456789-05:00', '2026-11-23T14:30+14:00'])(
    '%s is one',
    (text) => expect(isInstant(text)).toBe(true),
  );
  it.each([
    '2026-11-23T14:30:00',
    '2026-11-23T14:30:00.1234567891Z',
    '2026-11-23T14:30:00+23:00',
    '2026-02-30T14:30:00Z',
    '2026-11-23T24:30:00Z',
    '2026-11-23',
  ])('%s is none', (text) => expect(isInstant(text)).toBe(false));
  it('is compared as a time, not as text', () => {
    expect(isBefore('2026-11-23T10:00:00-05:00', '2026-11-23T14:00:00Z')).toBe(false);
    expect(isBefore('2026-11-23T10:00:00-05:00', '2026-11-23T15:00:01Z')).toBe(true);
    expect(isBefore('2026-11-23T15:00:00Z', '2026-11-23T10:00:00-05:00')).toBe(false);
  });
  it('lies ahead beyond the five minutes that clocks may disagree', () => {
    expect(isAhead('2026-11-23T15:05:00Z', clock)).toBe(false);
    expect(isAhead('2026-11-23T15:05:01Z', clock)).toBe(true);
  });
});

it('knows a procedure code by its form', () => {
  for (const code of ['17999', '0479T', 'G0460']) expect(isProcedureCode(code)).toBe(true);
  for (const code of ['1799', '179990', 'G046', '0479t', 'ABCDE', ''])
    expect(isProcedureCode(code)).toBe(false);
  expect(procedureWords('99999')).toBe('Not in the shipped list');
});

it('gives a limb no midline and the face one', () => {
  expect(sideFits('hand', 'midline')).toBe(false);
  expect(sideFits('hand', 'both')).toBe(true);
  expect(sideFits('face', 'midline')).toBe(true);
});

it('lets somebody act who holds one of the roles', () => {
  expect(holds(someone('physician', 'manager'), ['manager'])).toBe(true);
  expect(holds(someone('physician'), ['manager', 'coordinator'])).toBe(false);
  expect(holds(someone(), ['manager'])).toBe(false);
});
