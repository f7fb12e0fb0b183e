import type { CaseFacts } from '../case-facts';
import { bodySites, scarCauses, sides } from '../injury';
import { centsTyped } from '../money';
import { aCase, aRecord, aRequest, aWorksheet } from '../testing/a-case';
import { unlistedCodesOf, worksheetRefusals, worksheetsOf } from './case-worksheets';
import { comparatorsFor } from './comparators';
import {
  asItTravels,
  cannotTravel,
  lineDescriptionFlaw,
  lineDescriptionLength,
  suggestedLineDescription,
} from './line-description';
import { WorksheetContent, emptyWorksheet, worksheetFields } from './worksheet';
import { worksheetGaps } from './worksheet-gaps';

const on = '2026-11-23';
const about = { procedureCode: '17999', on };
const gaps = (more: Partial<WorksheetContent>) => worksheetGaps(aWorksheet(more), about);

it('finds nothing missing in a finished one, and everything in an empty one', () => {
  expect(gaps({})).toEqual([]);
  expect(worksheetGaps(emptyWorksheet, about).map(({ field }) => field)).toEqual(worksheetFields);
});

// prettier-ignore
it.each<[Partial<WorksheetContent>, RegExp]>([
  [{ comparatorCode: null },        /Choose a code that has a fee/],
  [{ comparatorCode: '17999' },     /the code itself/],
  [{ comparatorCode: '96999' },     /unlisted too/],
  [{ comparatorCode: '99213' },     /no procedure on the skin/],
  [{ comparatorCode: '97140' },     /manual therapy.*no procedure on the skin/],
  [{ comparatorCode: 'G0460' },     /no procedure on the skin/],
  [{ comparatorCode: '17110' },     /destroys lesions/],
  [{ comparatorCode: '1799' },      /is not a procedure code/],
  [{ comparison: null },            /how this is more or less work/],
  [{ comparison: 'N/A' },           /too little/],
  [{ comparison: 'see letter' },    /too little/],
  [{ minutes: null },               /how many minutes/],
  [{ minutes: 0 },                  /whole minutes/],
  [{ minutes: 601 },                /whole minutes/],
  [{ minutes: 45.5 },               /whole minutes/],
  [{ skill: null },                 /which training/],
  [{ skill: 'MD' },                 /too little/],
  [{ equipment: null },             /device with what cleared it/],
  [{ feeCents: null },              /fee of one session/],
  [{ feeCents: 0 },                 /above zero/],
  [{ feeCents: Number.NaN },        /dollars and cents/],
  [{ feeCents: 1_000_001 },         /up to \$10,000/],
  [{ feeRestsOn: null },            /what the fee rests on/],
  [{ feeBasis: null },              /how the fee comes about/],
  [{ lineDescription: null },       /N350/],
  [{ lineDescription: '17999' },    /what was done, and where/],
  [{ lineDescription: 'UNLISTED PROCEDURE, SKIN' }, /what was done, and where/],
  [{ lineDescription: 'SCAR: HAND*' }, /cannot carry “:”, “\*”/],
  [{ lineDescription: 'X'.repeat(81) }, /80 characters; this has 81/],
])('%j: %s', (more, sentence) => {
  const found = gaps(more);
  expect(found.map(({ field }) => field)).toEqual(Object.keys(more));
  expect(found[0]?.sentence).toMatch(sentence);
});

it('takes the first and the last that fits', () => {
  for (const more of [{ minutes: 1 }, { minutes: 600 }, { feeCents: 1 }, { feeCents: 1_000_000 }])
    expect([more, gaps(more)]).toEqual([more, []]);
});

it('compares with nothing that is not valid on the day of service', () => {
  const after = { procedureCode: '17999', on: '2028-01-01' };
  expect(worksheetGaps(aWorksheet(), after)[0]?.sentence).toContain('not valid on the day of service');
  expect(worksheetGaps(aWorksheet(), { ...after, on: '2027-12-31' })).toEqual([]);
  expect(comparatorsFor('17999', '2028-01-01').map(({ code }) => code)).not.toContain('0479T');
});

it('offers the usual comparators first, and none that it would refuse', () => {
  const choices = comparatorsFor('17999', on);
  expect(choices.slice(0, 3).map(({ code, usual }) => [code, usual])).toEqual([
    ['0479T', true],
    ['15781', true],
    ['0480T', false],
  ]);
  for (const { code } of choices) expect([code, gaps({ comparatorCode: code })]).toEqual([code, []]);
});

it('travels in capital letters, with plain kin for what typewriters do not have', () => {
  expect(asItTravels('  Medical  microneedling – “hand”, Ménière’s ')).toBe(
    `MEDICAL MICRONEEDLING - "HAND", MENIERE'S`,
  );
  expect(cannotTravel(asItTravels('burn~scar ≥ 3 cm²'))).toContain('“~”, “≥”');
  expect(asItTravels('12 cm²')).toBe('12 CM2');
  expect(lineDescriptionFlaw(`MEDICAL NEEDLING ${'A'.repeat(63)}`)).toBeNull();
});

it('suggests what the case says, and always something that does', () => {
  expect(suggestedLineDescription({ cause: 'burn', bodySite: 'hand', side: 'right' })).toBe(
    'MEDICAL MICRONEEDLING OF BURN SCAR, RIGHT HAND',
  );
  expect(suggestedLineDescription({ cause: 'other', bodySite: 'neck', side: 'midline' })).toBe(
    'MEDICAL MICRONEEDLING OF SCAR, NECK, MIDLINE',
  );
  for (const cause of scarCauses)
    for (const bodySite of bodySites)
      for (const side of sides) {
        const words = suggestedLineDescription({ cause, bodySite, side });
        expect([words, lineDescriptionFlaw(words), words.length <= lineDescriptionLength]).toEqual([
          words,
          null,
          true,
        ]);
      }
});

describe('a case', () => {
  const facts = (more: Partial<CaseFacts> = {}) => aCase(more);
  const plain = { case: aRecord({ procedureCode: '0479T' }) };

  it('needs one for each unlisted code of its own and of what it asks for, and for no other', () => {
    expect(unlistedCodesOf(facts())).toEqual(['17999']);
    expect(unlistedCodesOf(facts(plain))).toEqual([]);
    const lines = [
      { procedureCode: '0479T', units: 1 },
      { procedureCode: '96999', units: 1 },
    ];
    expect(unlistedCodesOf(facts({ ...plain, requests: [aRequest({ lines })] }))).toEqual(['96999']);
    const withdrawn = aRequest({ lines, state: 'withdrawn' });
    expect(unlistedCodesOf(facts({ ...plain, requests: [withdrawn] }))).toEqual([]);
  });

  it('says what each lacks on the planned day of service', () => {
    const worksheets = [aWorksheet({ minutes: null })];
    expect(worksheetsOf(facts({ worksheets }))).toMatchObject([
      { procedureCode: '17999', worksheet: { id: 'worksheet-1' }, gaps: [{ field: 'minutes' }] },
    ]);
    const late = aRequest({ fromOn: '2028-01-03', toOn: '2028-06-01' });
    expect(worksheetsOf(facts({ worksheets: [aWorksheet()], requests: [late] }))[0]?.gaps).toMatchObject([
      { field: 'comparatorCode' },
    ]);
  });

  it('sends no request before: each missing field is named in words', () => {
    const of = (code: string, worksheets = [aWorksheet()]) => worksheetRefusals([code, code], worksheets, on);
    expect(of('17999')).toEqual([]);
    expect(of('0479T', [])).toEqual([]);
    expect(of('17999', [])).toMatchObject([{ code: 'worksheet_missing', field: 'lines' }]);
    expect(of('96999')).toMatchObject([{ code: 'worksheet_missing' }]);
    expect(of('17999', [aWorksheet({ minutes: null, feeBasis: null })])).toEqual([
      {
        code: 'worksheet_incomplete',
        sentence: 'Worksheet for 17999, time: say how many minutes a session takes.',
        field: 'minutes',
      },
      {
        code: 'worksheet_incomplete',
        sentence: 'Worksheet for 17999, basis of the fee: say how the fee comes about, with its figures.',
        field: 'feeBasis',
      },
    ]);
  });
});

// prettier-ignore
it.each([
  ['450',       45_000],
  ['450.5',     45_050],
  [' $1,250.00', 125_000],
  ['0.07',      7],
  ['19.99',     1_999],
  ['4,50',      null],
  ['450.005',   null],
  ['-3',        null],
  ['free',      null],
  ['',          null],
])('reads “%s” as %s cents', (typed, cents) => expect(centsTyped(typed)).toBe(cents));
