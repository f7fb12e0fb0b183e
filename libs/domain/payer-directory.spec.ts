import { ClockSpan, clockWords } from './payer-directory';

it.each<[ClockSpan, string]>([
  [
    { amount: 7, unit: 'calendar_days', starts: 'payer_received' },
    '7 calendar days from when the payer received the request',
  ],
  [
    { amount: 1, unit: 'business_days', starts: 'notice_received' },
    '1 business day from when the notice was received',
  ],
  [
    { amount: 72, unit: 'hours', starts: 'payer_received' },
    '72 hours from when the payer received the request',
  ],
  [
    { amount: 65, unit: 'calendar_days', starts: 'notice_dated' },
    '65 calendar days from the date of the notice',
  ],
  [{ amount: 4, unit: 'months', starts: 'decided' }, '4 months from the decision'],
  [{ amount: 365, unit: 'calendar_days', starts: 'performed' }, '365 calendar days from the treatment'],
])('says %j as “%s”', (span, words) => expect(clockWords(span)).toBe(words));
