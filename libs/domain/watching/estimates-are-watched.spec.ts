import { aWatchedCase } from '../testing/a-watched-case';
import { type OwedEstimate, estimatesDue } from './watch-estimates';
import { watchesOf } from './watches-of';

const nothing = { askedOn: null, scheduledOn: null, serviceOn: null };
const said = (owed: Partial<OwedEstimate>, today: string) => {
  const estimate = { agreementId: 'agreement-1', starts: nothing, wasGiven: false, ...owed };
  const estimates = estimatesDue([estimate], 'America/New_York');
  return watchesOf(aWatchedCase({ estimates }), today);
};

// Asked on Wednesday, 25 November 2026: Thanksgiving is no business day (C29, three business days).
const asked = { starts: { ...nothing, askedOn: '2026-11-25' } };

it.each([
  ['2026-11-25', 'soon'],
  ['2026-11-30', 'now'],
  ['2026-12-01', 'now'],
  ['2026-12-02', 'late'],
])('is owed from the day on which the patient asked: on %s it is %s', (today, severity) => {
  const [owed, ...more] = said(asked, today);
  expect(more).toEqual([]);
  expect(owed).toMatchObject({
    key: 'estimate_due:agreement-1',
    taskKind: 'give_estimate',
    forRole: 'coordinator',
    dueOn: '2026-12-01',
    severity,
  });
  expect(owed?.about).toContain('1 December 2026');
});

it('is owed by the day before treatment where it changes what was given', () => {
  const changed = { starts: { ...nothing, serviceOn: '2026-12-07' }, wasGiven: true };
  expect(said(changed, '2026-12-01')).toMatchObject([{ dueOn: '2026-12-04' }]);
});

it.each([
  ['nobody asked and nothing is scheduled', {}],
  [
    'it was scheduled for the day after tomorrow',
    { starts: { ...nothing, scheduledOn: '2026-12-01', serviceOn: '2026-12-03' } },
  ],
])('is not owed where %s', (_, owed) => expect(said(owed, '2026-12-01')).toEqual([]));
