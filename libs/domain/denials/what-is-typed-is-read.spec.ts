import fc from 'fast-check';
import { adjustmentReasons } from './adjustment-reasons';
import { groupCodes } from './groups';
import { readReason } from './read-reason';
import { remarkCodes } from './remarks';

const short = (text: string) => {
  const { group, code, remarks: found, unread } = readReason(text);
  return [group, code?.raw ?? null, found.map(({ raw }) => raw).join('+'), unread.map((one) => one.code)];
};

it.each`
  typed                     | group   | code    | remarks        | unread
  ${'CO-50'}                | ${'CO'} | ${'50'} | ${''}          | ${[]}
  ${'50'}                   | ${null} | ${'50'} | ${''}          | ${[]}
  ${'PR 1'}                 | ${'PR'} | ${'1'}  | ${''}          | ${[]}
  ${'N383'}                 | ${null} | ${null} | ${'N383'}      | ${[]}
  ${' co50 '}               | ${'CO'} | ${'50'} | ${''}          | ${[]}
  ${'CO–96 / n383, N130'}   | ${'CO'} | ${'96'} | ${'N383+N130'} | ${[]}
  ${'CARC 16 RARC MA130'}   | ${null} | ${'16'} | ${'MA130'}     | ${[]}
  ${'PIB7'}                 | ${'PI'} | ${'B7'} | ${''}          | ${[]}
  ${'050'}                  | ${null} | ${'50'} | ${''}          | ${[]}
  ${'50 50 N383 N383'}      | ${null} | ${'50'} | ${'N383'}      | ${[]}
  ${'Q7'}                   | ${null} | ${'Q7'} | ${''}          | ${[]}
  ${''}                     | ${null} | ${null} | ${''}          | ${[]}
  ${'CO'}                   | ${'CO'} | ${null} | ${''}          | ${['reason_without_code']}
  ${'cosmetic'}             | ${null} | ${null} | ${''}          | ${['reason_unreadable']}
  ${'50 96'}                | ${null} | ${'50'} | ${''}          | ${['reason_twice']}
  ${'CO PR 1'}              | ${'CO'} | ${'1'}  | ${''}          | ${['reason_twice']}
  ${'CO-50 not necessary!'} | ${'CO'} | ${'50'} | ${''}          | ${['reason_unreadable', 'reason_unreadable']}
`('reads “$typed”', ({ typed, group, code, remarks: found, unread }) =>
  expect(short(typed)).toEqual([group, code, found, unread]),
);

it('keeps a code that is in no list as it is and gives it no meaning', () => {
  expect(readReason('CO Q7 N9999').code).toEqual({ raw: 'Q7', known: false });
  expect(readReason('CO Q7 N9999').remarks).toEqual([{ raw: 'N9999', known: false }]);
});

it('names what it cannot read', () =>
  expect(readReason('CO-50 whatever').unread[0]?.sentence).toBe(
    '“WHATEVER” is neither a group, a reason nor a remark code.',
  ));

it('reads every group, reason and remark of the lists, however they are put together', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...groupCodes),
      fc.constantFrom(...adjustmentReasons),
      fc.subarray([...remarkCodes], { maxLength: 3 }),
      fc.constantFrom(' ', '-', ', ', ' / ', '\u2013', '\u00a0'),
      (group, reason, some, between) => {
        const typed = [group, reason.code, ...some.map(({ code }) => code)].join(between);
        const read = readReason(typed.toLowerCase());
        expect(read).toMatchObject({ group, code: { known: true, entry: reason }, unread: [] });
        expect(read.remarks.map(({ raw }) => raw)).toEqual(some.map(({ code }) => code));
      },
    ),
  ));

it('never throws, and reads again what it made of any text', () =>
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      const { group, code, remarks: found } = readReason(text);
      const again = [group, code?.raw, ...found.map(({ raw }) => raw)].filter(Boolean).join(' ');
      expect(readReason(again)).toMatchObject({ group, code, remarks: found });
    }),
  ));
