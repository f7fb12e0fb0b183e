import {
  BookingWish,
  bookingRefusals,
  keyFor,
  lockOf,
  openKeys,
  someKeyFits,
  unitsLeft,
  waysToUnlock,
} from './clearance';
import {
  aCase,
  aClearance,
  aRequest,
  aSelfPayClearance,
  anAuthorization,
  clinician,
  codesOf,
} from './testing/a-case';

const wish = (more: Partial<BookingWish> = {}): BookingWish => ({
  day: '2026-12-01',
  procedureCode: '17999',
  units: 1,
  clinicianId: clinician,
  ...more,
});
const refused = (clearance: ReturnType<typeof aClearance>, more: Partial<BookingWish> = {}) =>
  bookingRefusals(aCase({ clearances: [clearance] }), wish(more));

describe('rule 1: no clearance, no booking', () => {
  it('says why, and names both ways to unlock', () => {
    const [refusal, ...others] = bookingRefusals(aCase(), wish());
    expect(others).toEqual([]);
    expect(refusal?.code).toBe('no_clearance');
    expect(refusal?.sentence).toBe(`Cannot book: nothing clears 17999 for this patient. ${waysToUnlock}`);
    expect(waysToUnlock).toMatch(/payer’s authorization .* signed self-pay agreement/);
  });

  it('has nothing to refuse when a clearance fits', () => expect(refused(aClearance())).toEqual([]));

  it('does not count a clearance that is not in force', () => {
    expect(codesOf(refused(aClearance({ active: false })))).toEqual(['no_clearance']);
    expect(keyFor(aCase({ clearances: [aClearance({ active: false })] }), wish())).toBeNull();
  });

  it('does not count a clearance of another code', () =>
    expect(codesOf(refused(aClearance(), { procedureCode: '0479T' }))).toEqual(['no_clearance']));
});

describe('rule 5: the window includes its first and its last day, and no day beside them', () => {
  it.each([
    ['2026-11-22', ['outside_window']],
    ['2026-11-23', []],
    ['2027-02-21', []],
    ['2027-02-22', ['outside_window']],
  ])('on %s', (day, codes) => expect(codesOf(refused(aClearance(), { day }))).toEqual(codes));

  it('says which days are covered, in words nobody can misread', () =>
    expect(refused(aClearance(), { day: '2027-02-22' })[0]).toEqual({
      code: 'outside_window',
      sentence: `Authorization AUTH-1 covers 23 November 2026 to 21 February 2027, not 22 February 2027. ${waysToUnlock}`,
      field: 'startsAt',
    }));
});

describe('rule 4: units booked and performed never exceed units approved', () => {
  it.each([
    [{ units: 3, held: 0, used: 0 }, 3, []],
    [{ units: 3, held: 1, used: 1 }, 1, []],
    [{ units: 3, held: 1, used: 1 }, 2, ['units_used_up']],
    [{ units: 3, held: 0, used: 3 }, 1, ['units_used_up']],
  ])('with %j and a wish for %i', (state, units, codes) =>
    expect(codesOf(refused(aClearance(state), { units }))).toEqual(codes),
  );

  it('counts what is left', () => expect(unitsLeft({ units: 6, held: 2, used: 3 })).toBe(1));
});

it('refuses a clinician whom the authorization does not name', () =>
  expect(refused(aClearance(), { clinicianId: 'somebody-else' })[0]).toMatchObject({
    code: 'clinician_not_cleared',
    field: 'clinicianId',
  }));

it('says everything that does not fit at once', () =>
  expect(
    codesOf(refused(aClearance({ units: 1, held: 1 }), { day: '2028-01-01', clinicianId: 'x' })),
  ).toEqual(['outside_window', 'units_used_up', 'clinician_not_cleared']));

it('books on the clearance that closes first, so that nothing lapses unused', () => {
  const late = aClearance({ id: 'late', closesOn: '2027-02-21' });
  const soon = aSelfPayClearance({ id: 'soon', closesOn: '2026-12-31' });
  const full = aClearance({ id: 'full', closesOn: '2026-12-05', units: 1, used: 1 });
  const facts = aCase({ clearances: [late, full, soon] });
  expect(keyFor(facts, wish())?.id).toBe('soon');
  expect(keyFor(facts, wish({ day: '2027-01-15' }))?.id).toBe('late');
  expect(openKeys(facts).map((key) => key.id)).toEqual(['soon', 'late']);
});

it('does not add up the units of two clearances for one session', () => {
  const one = aClearance({ id: 'one', units: 1 });
  const other = aClearance({ id: 'other', units: 1 });
  expect(keyFor(aCase({ clearances: [one, other] }), wish({ units: 2 }))).toBeNull();
});

describe('rule 6: an answer that is not an approval in force unlocks nothing', () => {
  it('names the acknowledgement that is open', () => {
    const waiting = anAuthorization({ state: 'awaiting_acknowledgement', basis: 'partial' });
    const facts = aCase({ authorizations: [waiting], clearances: [aClearance({ active: false })] });
    expect(bookingRefusals(facts, wish())).toEqual([
      {
        code: 'assent_open',
        sentence:
          'Cannot book: authorization AUTH-1 differs from what was asked; coordinator and physician acknowledge the difference first.',
      },
    ]);
  });

  it('names the confirmation that is open', () => {
    const waiting = anAuthorization({ state: 'awaiting_confirmation', basis: 'not_required' });
    expect(bookingRefusals(aCase({ authorizations: [waiting] }), wish())[0]?.sentence).toMatch(
      /“not required”\) needs the manager’s and the treating physician’s confirmation/,
    );
  });

  it('asks for the proof of an approval by phone', () => {
    const facts = aCase({ requests: [aRequest({ state: 'approved_unconfirmed' })] });
    expect(codesOf(bookingRefusals(facts, wish()))).toEqual(['approval_unproven']);
  });

  it.each([
    'pended',
    'contact_payer',
    'no_action_required',
    'rejected_unreviewed',
    'denied',
    'approved',
  ] as const)('stays locked for a request that is %s, for only a clearance unlocks', (state) => {
    const facts = aCase({ requests: [aRequest({ state })] });
    expect(codesOf(bookingRefusals(facts, wish()))).toEqual(['no_clearance']);
    expect(lockOf(facts)).toMatchObject({ unlocked: false, by: null });
  });
});

describe('the badge of a case', () => {
  it('says what unlocked it and how much is left', () => {
    expect(lockOf(aCase({ clearances: [aClearance({ held: 1, used: 2 })] }))).toEqual({
      unlocked: true,
      by: 'authorization',
      sentence: 'Authorization AUTH-1: 3 of 6 units left, 23 November 2026 to 21 February 2027.',
    });
    expect(lockOf(aCase({ clearances: [aSelfPayClearance({ units: 3 })] }))).toMatchObject({
      by: 'self_pay',
      sentence: expect.stringMatching(/^The self-pay agreement: 3 of 3 units left/),
    });
  });

  it('tells “all used” from “nothing recorded” and from “run out”', () => {
    const used = aCase({ clearances: [aClearance({ units: 1, used: 1 })] });
    expect(someKeyFits({ facts: used })?.code).toBe('units_used_up');
    expect(lockOf(used)).toMatchObject({
      unlocked: false,
      sentence: expect.stringMatching(/^Every approved session/),
    });
    expect(someKeyFits({ facts: aCase() })?.code).toBe('no_clearance');
    const past = aCase({ clearances: [aClearance({ opensOn: '2026-01-01', closesOn: '2026-11-22' })] });
    expect(lockOf(past)).toMatchObject({
      unlocked: false,
      sentence: expect.stringMatching(/^Cannot book: nothing/),
    });
  });

  it('is open on the last day itself', () =>
    expect(lockOf(aCase({ clearances: [aClearance({ closesOn: '2026-11-23' })] })).unlocked).toBe(true));
});
