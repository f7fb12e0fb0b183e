import { Dice } from '../dice';
import { type FirstDecision, type OnRecord, odds, onRecordFor } from './completeness-model';

const many = (payer: string, first: FirstDecision) =>
  Array.from({ length: 40_000 }, (_, index) =>
    onRecordFor(new Dice(`${payer} ${first} ${index}`), payer, first),
  );
const count = (all: readonly OnRecord[], open: boolean, unconvincing: boolean) =>
  all.filter((one) => one.open === open && one.unconvincing === unconvincing).length;

it.each(['heron', 'quarry', 'fernbrook', 'saltmarsh'])(
  'holds its odds at %s, whatever share is denied',
  (payer) => {
    const [denied, granted] = [many(payer, 'denied'), many(payer, 'granted')];
    const oddsOf = (open: boolean, unconvincing: boolean) =>
      count(denied, open, unconvincing) / count(granted, open, unconvincing);
    for (const unconvincing of [true, false])
      expect(oddsOf(true, unconvincing) / oddsOf(false, unconvincing) / odds.open).toBeCloseTo(1, 0);
    for (const open of [true, false])
      expect(oddsOf(open, true) / oddsOf(open, false) / odds.unconvincing).toBeCloseTo(1, 0);
  },
);

it('leaves nothing open where nothing can be', () => {
  expect(many('lantern', 'denied').some(({ open }) => open)).toBe(false);
});
