import { addDays } from '../calendar';
import { firstDayAfterChange } from './changed-estimate';
import { EstimateStarts, changeClock, estimateClock, isEstimateLate } from './estimate-clock';

const due = (more: Partial<EstimateStarts>) =>
  estimateClock({ scheduledOn: null, serviceOn: null, askedOn: null, ...more }, 'America/New_York');

// prettier-ignore
it.each<[string, Partial<EstimateStarts>, string, string]>([
  ['C27: scheduled 9 business days ahead, Thanksgiving between', { scheduledOn: '2026-11-23', serviceOn: '2026-12-07' }, 'C27', '2026-11-24'],
  ['C27: scheduled exactly 3 business days ahead', { scheduledOn: '2026-11-23', serviceOn: '2026-11-27' }, 'C27', '2026-11-24'],
  ['C28: scheduled 10 business days ahead; the 26th is Thanksgiving', { scheduledOn: '2026-11-23', serviceOn: '2026-12-08' }, 'C28', '2026-11-27'],
  ['C29: the patient asked on a Friday', { askedOn: '2026-11-20' }, 'C29', '2026-11-25'],
  ['the earlier of two: asked after it was scheduled', { scheduledOn: '2026-11-23', serviceOn: '2026-12-07', askedOn: '2026-11-23' }, 'C27', '2026-11-24'],
  ['the earlier of two: asked long before', { scheduledOn: '2026-11-23', serviceOn: '2026-12-08', askedOn: '2026-11-16' }, 'C29', '2026-11-19'],
  ['C29 holds where scheduling is too near for a duty of its own', { scheduledOn: '2026-11-23', serviceOn: '2026-11-25', askedOn: '2026-11-23' }, 'C29', '2026-11-27'],
])('%s', (_, starts, rule, day) => {
  expect(due(starts)).toMatchObject({ kind: 'due', rule, dueOn: day });
});

it('C30: scheduled fewer than 3 business days ahead there is no duty, and the sentence says to offer one', () => {
  const answer = due({ scheduledOn: '2026-11-23', serviceOn: '2026-11-25' });
  expect(answer.kind).toBe('no_duty');
  expect(answer.sentence).toMatch(/offer one all the same/);
});

it('does not run before anything happened', () => expect(due({}).kind).toBe('not_started'));

it('is late the day after its last day, and stays late when it was given then', () => {
  const answer = due({ askedOn: '2026-11-20' });
  const today = (day: string) => ({ today: day });
  expect(isEstimateLate(answer, null, today('2026-11-25'))).toBe(false);
  expect(isEstimateLate(answer, null, today('2026-11-26'))).toBe(true);
  expect(isEstimateLate(answer, '2026-11-25', today('2027-01-01'))).toBe(false);
  expect(isEstimateLate(answer, '2026-11-26', today('2027-01-01'))).toBe(true);
  expect(isEstimateLate(due({}), null, today('2027-01-01'))).toBe(false);
});

it('C32: a change is told one business day before the treatment, where a day is set', () => {
  const change = (serviceOn: string | null) =>
    changeClock({ scheduledOn: null, serviceOn, askedOn: '2026-11-20' }, 'America/New_York');
  expect(change('2026-11-27')).toMatchObject({ kind: 'due', rule: 'C32', dueOn: '2026-11-25' });
  expect(change(null).kind).toBe('not_started');
});

it('C32: after a change the treatment waits for the next business day', () => {
  expect(firstDayAfterChange('2026-11-25')).toBe('2026-11-27');
  expect(firstDayAfterChange('2026-11-27')).toBe('2026-11-30');
});

it('is never due before what set it going, and never on a weekend or a holiday', () => {
  for (let n = 0; n < 400; n++) {
    const askedOn = addDays('2026-01-01', n);
    const answer = due({ askedOn });
    if (answer.kind !== 'due') throw new Error('no day');
    expect(answer.dueOn > askedOn).toBe(true);
    expect([6, 7]).not.toContain(Temporal.PlainDate.from(answer.dueOn).dayOfWeek);
  }
});
