import {
  AuthorizationTerms,
  differencesOf,
  fullApprovalRefusals,
  linesRefusals,
  notRequiredRefusals,
  termsRefusals,
  widenedRefusals,
} from './authorization-terms';
import { aRequest, anAuthorization, codesOf } from './testing/a-case';

const terms = (more: Partial<AuthorizationTerms> = {}): AuthorizationTerms => ({
  effectiveOn: '2026-11-23',
  expiresOn: '2027-02-21',
  lines: [{ procedureCode: '17999', units: 6 }],
  ...more,
});
const line = (procedureCode: string, units: number) => ({ procedureCode, units });

describe('rule 7: what differs from what was asked is shown code by code', () => {
  it('has no difference when all of it is granted', () =>
    expect(differencesOf([line('17999', 6)], [line('17999', 6)])).toEqual([]));

  it('shows fewer units, a code left out and a code never asked for', () =>
    expect(differencesOf([line('17999', 6), line('0479T', 1)], [line('17999', 3), line('0480T', 2)])).toEqual(
      [
        { procedureCode: '17999', asked: 6, granted: 3 },
        { procedureCode: '0479T', asked: 1, granted: 0 },
        { procedureCode: '0480T', asked: 0, granted: 2 },
      ],
    ));

  it.each([
    ['all of it', terms(), []],
    [
      'more units and a longer window',
      terms({ effectiveOn: '2026-11-01', expiresOn: '2027-06-30', lines: [line('17999', 8)] }),
      [],
    ],
    ['fewer units', terms({ lines: [line('17999', 5)] }), ['approval_is_partial']],
    ['another code', terms({ lines: [line('17999', 6), line('0479T', 1)] }), ['approval_is_modified']],
    ['a window that begins later', terms({ effectiveOn: '2026-11-24' }), ['approval_is_modified']],
    ['a window that ends earlier', terms({ expiresOn: '2027-02-20' }), ['approval_is_modified']],
    [
      'another code instead',
      terms({ lines: [line('0479T', 6)] }),
      ['approval_is_partial', 'approval_is_modified'],
    ],
  ])('records as a full approval %s', (_, granted, refused) =>
    expect(codesOf(fullApprovalRefusals(aRequest(), granted))).toEqual(refused),
  );

  it('says how many were asked and how many granted', () =>
    expect(fullApprovalRefusals(aRequest(), terms({ lines: [line('17999', 3)] }))[0]?.sentence).toBe(
      '6 units of 17999 were asked, 3 granted: record a partial approval.',
    ));
});

describe('terms', () => {
  it('may cover a single day', () => expect(termsRefusals(terms({ expiresOn: '2026-11-23' }))).toEqual([]));
  it.each([
    ['end before they begin', terms({ expiresOn: '2026-11-22' }), ['window_reversed']],
    ['grant nothing', terms({ lines: [] }), ['units_missing']],
    ['name a code twice', terms({ lines: [line('17999', 1), line('17999', 2)] }), ['code_twice']],
    ['do both', terms({ expiresOn: '2026-01-01', lines: [] }), ['window_reversed', 'units_missing']],
  ])('are refused when they %s', (_, wrong, codes) => expect(codesOf(termsRefusals(wrong))).toEqual(codes));
  it('are also not asked for with a code on two lines', () =>
    expect(codesOf(linesRefusals([line('17999', 1), line('17999', 2)]))).toEqual(['code_twice']));
});

describe('“no authorization required”', () => {
  const ninetyDays = terms({ expiresOn: '2027-02-21' });
  const ninetyOneDays = terms({ expiresOn: '2027-02-22' });

  it('opens at most 90 days unless the payer names a window', () => {
    expect(notRequiredRefusals(ninetyDays, false)).toEqual([]);
    expect(codesOf(notRequiredRefusals(ninetyOneDays, false))).toEqual(['window_too_long']);
    expect(notRequiredRefusals(ninetyOneDays, true)).toEqual([]);
  });

  it('may shrink after two people confirmed it, but not grow', () => {
    const confirmed = anAuthorization({ basis: 'not_required' });
    expect(widenedRefusals(confirmed, terms({ expiresOn: '2027-01-01', lines: [line('17999', 2)] }))).toEqual(
      [],
    );
    for (const wider of [
      terms({ effectiveOn: '2026-11-22' }),
      terms({ expiresOn: '2027-02-22' }),
      terms({ lines: [line('17999', 7)] }),
      terms({ lines: [line('17999', 6), line('0479T', 1)] }),
    ])
      expect(codesOf(widenedRefusals(confirmed, wider))).toEqual(['wider_than_confirmed']);
  });

  it('leaves an approval, which the payer itself extends, alone', () =>
    expect(widenedRefusals(anAuthorization(), terms({ lines: [line('17999', 9)] }))).toEqual([]));
});
