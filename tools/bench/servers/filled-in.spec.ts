import { filledIn } from './filled-in';
import type { Trip } from './trip';

const model = '01a08caf-16c0-712c-b4ec-996524c8e8e2';
const other = '01a15eb8-0282-7173-a490-2b01c18ed717';

const valuesOf = (trip: Trip) => trip.flat().map(({ values }) => values);

it('exchanges a recorded id wherever it stands, also within JSON', () => {
  const trip = [[{ text: 'INSERT', values: [model, `{"id":"${model}"}`, [model, 'open']] }]];
  expect(valuesOf(filledIn(trip, [[model, other]], () => 'unused'))).toEqual([
    [other, `{"id":"${other}"}`, [other, 'open']],
  ]);
});

it('exchanges a number or a short word only where it stands alone', () => {
  const trip = [[{ text: 'UPDATE', values: [61, '61', 'room 61', 610, null] }]];
  expect(valuesOf(filledIn(trip, [['61', '7']], () => 'unused'))).toEqual([[7, '7', 'room 61', 610, null]]);
});

it('exchanges a moment, whether it is one or is written', () => {
  const [from, to] = ['2026-12-09T05:00:00.000Z', '2026-12-10T06:10:00.000Z'];
  const trip = [[{ text: 'INSERT', values: [new Date(from), from, new Date('2026-01-01')] }]];
  expect(valuesOf(filledIn(trip, [[from, to]], () => 'unused'))).toEqual([
    [new Date(to), to, new Date('2026-01-01')],
  ]);
});

it('gives what is new one id of its own throughout, and leaves bytes and texts as they are', () => {
  const bytes = Buffer.from('a hash');
  const trip = [[{ text: `SELECT '${model}'`, values: [model, bytes] }], [{ text: 'COMMIT' }]];
  let made = 0;
  const filled = filledIn(trip, [[model, 'new']], () => `id ${(made += 1)} of this request`);
  expect(filled).toEqual([
    [{ text: `SELECT '${model}'`, values: ['id 1 of this request', bytes] }],
    [{ text: 'COMMIT' }],
  ]);
  expect(made).toBe(1);
});
