import { PhotoDetails, pairToCompare, photoGap, photoRefusals } from './photo';

const clock = { now: '2026-11-29T12:00:00Z', today: '2026-11-29', timeZone: 'America/New_York' };
const good: PhotoDetails = {
  takenOn: '2026-11-20',
  view: 'front',
  showsScale: true,
  consentUses: ['record', 'payer'],
  consentBy: 'patient',
  consentName: null,
  consentOn: '2026-11-20',
};

it.each<[string, Partial<PhotoDetails>, string[]]>([
  ['as it should be', {}, []],
  ['taken today', { takenOn: '2026-11-29' }, []],
  ['taken tomorrow', { takenOn: '2026-11-30' }, ['takenOn']],
  ['taken before birth', { takenOn: '1980-05-04' }, ['takenOn']],
  ['taken on the day of birth', { takenOn: '1980-05-05' }, []],
  ['consent tomorrow', { consentOn: '2026-11-30' }, ['consentOn']],
  ['consent of nobody', { consentBy: null }, ['consentBy']],
  ['consent of a guardian without a name', { consentBy: 'guardian' }, ['consentName']],
  ['consent of a named guardian', { consentBy: 'guardian', consentName: 'Ann Doe' }, []],
  ['consent on no day', { consentOn: null }, ['consentOn']],
  ['no consent at all', { consentUses: [], consentBy: null, consentOn: null }, []],
  [
    'everything wrong at once',
    { takenOn: '2027-01-01', consentBy: null, consentOn: null },
    ['takenOn', 'consentBy', 'consentOn'],
  ],
])('details %s', (_, change, fields) =>
  expect(photoRefusals({ ...good, ...change }, clock, '1980-05-05').map(({ field }) => field)).toEqual(
    fields,
  ),
);

it.each([
  [null, 'not described yet'],
  [good, null],
  [{ ...good, showsScale: false }, 'no scale in the picture'],
  [{ ...good, consentUses: ['record' as const] }, 'no consent to send it to the payer'],
])('says why a photograph does not count: %#', (details, gap) => expect(photoGap(details)).toBe(gap));

const taken = (id: string, view: PhotoDetails['view'], takenOn: string) => ({ id, view, takenOn });

it.each([
  ['nothing', [], null],
  ['one', [taken('a', 'front', '2026-01-01')], null],
  ['two of one day', [taken('a', 'front', '2026-01-01'), taken('b', 'front', '2026-01-01')], null],
  ['two of different views', [taken('a', 'front', '2026-01-01'), taken('b', 'left', '2026-03-01')], null],
  [
    'three of one view',
    [taken('b', 'front', '2026-02-01'), taken('c', 'front', '2026-03-01'), taken('a', 'front', '2026-01-01')],
    ['a', 'c'],
  ],
  [
    'two views, the one photographed last',
    [
      taken('a', 'front', '2020-01-01'),
      taken('b', 'front', '2026-01-01'),
      taken('c', 'left', '2026-01-01'),
      taken('d', 'left', '2026-02-01'),
    ],
    ['c', 'd'],
  ],
])('compares of %s the right two', (_, photos, pair) => expect(pairToCompare(photos)).toEqual(pair));
