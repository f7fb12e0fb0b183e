import { clock } from '../testing/a-case';
import { EnteredStarts, estimateStartRefusals, startsOf } from './estimate-starts';

const refused = (entered: EnteredStarts) =>
  estimateStartRefusals(entered, clock).map(({ code, field }) => `${code} ${field}`);

it.each<[string, EnteredStarts]>([
  ['nothing', {}],
  ['that the patient asked today', { askedOn: '2026-11-23', askedBy: 'patient' }],
  ['that it was scheduled for the same day', { scheduledOn: '2026-11-23', serviceOn: '2026-11-23' }],
])('takes %s', (_, entered) => expect(refused(entered)).toEqual([]));

it.each<[string, EnteredStarts, readonly string[]]>([
  ['asked tomorrow', { askedOn: '2026-11-24', askedBy: 'patient' }, ['in_the_future askedOn']],
  ['asked by nobody', { askedOn: '2026-11-23' }, ['asker_missing askedBy']],
  ['asked on no day', { askedBy: 'patient' }, ['asked_on_missing askedOn']],
  [
    'scheduled tomorrow',
    { scheduledOn: '2026-11-24', serviceOn: '2026-12-01' },
    ['in_the_future scheduledOn'],
  ],
  ['scheduled for no day', { scheduledOn: '2026-11-23' }, ['service_day_missing serviceOn']],
  ['a day that nobody set', { serviceOn: '2026-12-01' }, ['scheduled_on_missing scheduledOn']],
  [
    'a treatment before it',
    { scheduledOn: '2026-11-23', serviceOn: '2026-11-22' },
    ['dates_reversed serviceOn'],
  ],
])('refuses what was %s, by its field', (_, entered, refusals) => expect(refused(entered)).toEqual(refusals));

it('keeps what was not entered as null, never as a guess', () =>
  expect(startsOf({ askedOn: '2026-11-23', askedBy: 'patient' })).toEqual({
    askedOn: '2026-11-23',
    askedBy: 'patient',
    scheduledOn: null,
    serviceOn: null,
  }));
