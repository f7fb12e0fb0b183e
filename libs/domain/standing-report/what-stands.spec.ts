import { lifecycles } from '../lifecycles';
import {
  ageBandOf,
  ageBandWords,
  ageBands,
  hasPart,
  movesOfKind,
  standingDefinitions,
  standingLists,
  standingPartWords,
  standingParts,
} from './index';

it.each([
  [0, 'to_30'],
  [30, 'to_30'],
  [31, 'to_60'],
  [60, 'to_60'],
  [61, 'to_90'],
  [90, 'to_90'],
  [91, 'to_120'],
  [120, 'to_120'],
  [121, 'beyond'],
  [4000, 'beyond'],
])('puts %i days into the band %s', (days, band) => expect(ageBandOf(days)).toBe(band));

it('says of every band which days it holds', () =>
  expect(ageBands.map((band) => ageBandWords[band])).toEqual([
    '0–30 days',
    '31–60 days',
    '61–90 days',
    '91–120 days',
    'Over 120 days',
  ]));

it('knows every list by a definition, and every part by a word', () => {
  for (const list of standingLists)
    for (const words of Object.values(standingDefinitions[list])) expect(words).not.toBe('');
  for (const part of standingParts) expect(standingPartWords[part]).not.toBe('');
});

it('tells which part belongs to which list', () => {
  expect(hasPart('waiting_requests', 'to_60')).toBe(true);
  expect(hasPart('waiting_requests', 'overdue')).toBe(false);
  expect(hasPart('used_up_authorizations', 'nothing_booked')).toBe(false);
});

it('tells recorded steps apart by moves that there are, each in one kind', () => {
  const known = new Set(
    lifecycles.flatMap(({ subject, moves }) => moves.map(({ move }) => `${subject}.${move}`)),
  );
  const named = Object.values(movesOfKind).flat();
  expect(named.filter((move) => !known.has(move))).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
});

it('counts every move by which a payer’s decision on a request or a challenge is recorded as its answer', () => {
  const ours = ['draft', 'revise', 'complete', 'return_to_draft', 'cancel', 'withdraw', 'open', 'sign'];
  const sent = ['submit', 'answer_information', 'send', 'excuse_lateness', 'excuse_signed'];
  const answers = lifecycles
    .filter(({ subject }) => ['auth_request', 'challenge'].includes(subject))
    .flatMap(({ subject, moves }) =>
      moves.filter(({ move }) => ![...ours, ...sent].includes(move)).map(({ move }) => `${subject}.${move}`),
    );
  expect([...answers, 'treatment_case.record_extension'].sort()).toEqual(
    [...movesOfKind.payer_answers].sort(),
  );
});
