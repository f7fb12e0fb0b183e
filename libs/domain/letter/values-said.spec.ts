import { valuesSaid } from './values-said';

const said = (text: string) =>
  valuesSaid(text).map(({ kind, value, unit }) => `${kind} ${value}${unit === null ? '' : ` ${unit}`}`);

it.each([
  ['Flexion reaches 62°.', ['motion flexion', 'number 62 °']],
  ['It reaches 62 degrees, minus 25 degrees and -5°.', ['number 62 °', 'number -25 °', 'number -5 °']],
  [
    'The area is 3.5 cm², 12 mm deep, 1,200 cm2 in all',
    ['number 3.5 cm²', 'number 12 mm', 'number 1200 cm²'],
  ],
  ['a 38-year-old man', ['number 38 years']],
  ['3–6 months of six-month courses', ['number 3', 'number 6 months', 'number 6 months']],
  ['VSS total is 9 of 13 (69%)', ['number 9', 'number 13', 'number 69 %']],
  ['PHQ-9, 5-FU and CO2 laser hold no number', []],
  ['on 3 March 2026 and March 3rd, 2026', ['day 2026-03-03', 'day 2026-03-03']],
  [
    'on 3/4/2026, 2026-03-05 and the 31st of February 2026',
    ['day 2026-03-04', 'day 2026-03-05', 'day 2026-02-31?'],
  ],
  ['in March 2026, in 2024', ['month 2026-03', 'year 2024']],
  [
    'codes L90.5, m24.541, T23301S and 17999, 0479T',
    ['code L90.5', 'code M24.541', 'code T23.301S', 'code 17999', 'code 0479T'],
  ],
  ['policy BH-SCAR-07, member HX-4471', ['identifier bh-scar-07', 'identifier hx-4471']],
  ['cleared as DEN160029', ['identifier den160029']],
  ['The left hand and the right upper arm', ['side left', 'site hand', 'side right', 'site upper arm']],
  ['The burn left her unable to work, right away', []],
  ['Both hands; bilateral scars', ['side both', 'side both']],
  ['scars of hands and fingers', ['site hand', 'site fingers']],
  ['It says “a functional impairment is shown.”', ['quote a functional impairment is shown']],
  ['a “bad” scar', []],
  [
    'one of them, one session, two scars, twice, thirty-five days',
    ['number 1 sessions', 'number 2', 'number 2', 'number 35 days'],
  ],
  [
    'plantar flexion, abduction and internal rotation',
    ['motion plantar flexion', 'motion abduction', 'motion internal rotation'],
  ],
  ['p = 0.012, n = 15', ['number 0.012', 'number 15']],
  ['the 3rd session', ['number 3']],
  ['The scar may hurt. She is seen in May.', []],
])('%s', (text, values) => expect(said(text)).toEqual(values));

it('says where each stands', () => {
  const text = 'At 62° on 3 March 2026.';
  for (const { text: words, at } of valuesSaid(text)) expect(text.slice(at, at + words.length)).toBe(words);
  expect(valuesSaid(text).map(({ at }) => at)).toEqual([3, 10]);
});

it('stays quick on a long text', () => {
  const started = performance.now();
  valuesSaid('1-2/a3 “b 4° '.repeat(3000));
  expect(performance.now() - started).toBeLessThan(3000);
});
