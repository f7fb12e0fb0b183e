import { determinationDateRefusals } from './determination-dates';

// Sent at eleven in the evening of 23 November in New York, when it was still eight o'clock in Los Angeles.
const sent = { submittedAt: '2026-11-24T04:00:00Z' };
const around = { today: '2026-12-10', payerZone: 'America/New_York' } as const;
const refused = (dates: Parameters<typeof determinationDateRefusals>[1], more: object = {}) =>
  determinationDateRefusals(sent, dates, { ...around, ...more }).map(({ code, field }) => `${code} ${field}`);

it('takes what happened one after the other, also all on one day and without a dated letter', () => {
  expect(refused({ decidedOn: '2026-11-23' })).toEqual([]);
  expect(
    refused({ decidedOn: '2026-12-01', noticeDatedOn: '2026-12-02', noticeReceivedOn: '2026-12-07' }),
  ).toEqual([]);
  const today = '2026-12-10';
  expect(refused({ decidedOn: today, noticeDatedOn: today, noticeReceivedOn: today })).toEqual([]);
});

it.each([
  ['before it was sent', { decidedOn: '2026-11-22' }, ['decided_before_sent decidedOn']],
  ['tomorrow', { decidedOn: '2026-12-11' }, ['in_the_future decidedOn']],
  [
    'a letter older than its decision',
    { decidedOn: '2026-12-02', noticeDatedOn: '2026-12-01' },
    ['dates_reversed noticeDatedOn'],
  ],
  [
    'a letter of tomorrow',
    { decidedOn: '2026-12-02', noticeDatedOn: '2026-12-11' },
    ['in_the_future noticeDatedOn'],
  ],
  [
    'a letter that came before it was written',
    { decidedOn: '2026-12-01', noticeDatedOn: '2026-12-05', noticeReceivedOn: '2026-12-04' },
    ['dates_reversed noticeReceivedOn'],
  ],
  [
    'one that came before the decision',
    { decidedOn: '2026-12-05', noticeReceivedOn: '2026-12-04' },
    ['dates_reversed noticeReceivedOn'],
  ],
])('refuses %s, and names the field', (_, dates, codes) => expect(refused(dates)).toEqual(codes));

it('counts days where the payer is, and calls the field as the form does', () => {
  expect(
    refused({ decidedOn: '2026-11-22' }, { payerZone: 'Pacific/Honolulu', field: 'decisionOn' }),
  ).toEqual(['decided_before_sent decisionOn']);
  const tokyo = { payerZone: 'Asia/Tokyo' };
  expect(refused({ decidedOn: '2026-11-23' }, tokyo)).toEqual(['decided_before_sent decidedOn']);
});

it('says nothing of the sending where none is on record', () =>
  expect(determinationDateRefusals({ submittedAt: null }, { decidedOn: '2020-01-01' }, around)).toEqual([]));
