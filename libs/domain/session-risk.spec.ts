import { BookingOutlook, sessionRisks } from './session-risk';

const safe: BookingOutlook = {
  day: '2026-12-01',
  blockedBecause: null,
  caseIsOpen: true,
  closesOn: '2027-02-28',
  coverageEndsOn: null,
  clinicianPractices: true,
  roomInUse: true,
  sessionsWithoutUnit: 0,
};
const reasons = (more: Partial<BookingOutlook>) =>
  sessionRisks({ ...safe, ...more }).map(({ sure, reason }) => `${sure ? 'fails' : 'may fail'}: ${reason}`);

it('says nothing of a booking that nothing threatens', () => expect(reasons({})).toEqual([]));

it.each<[Partial<BookingOutlook>, string]>([
  [{ blockedBecause: 'Revoked.' }, 'fails: Blocked: Revoked.'],
  [{ caseIsOpen: false }, 'fails: Its case is closed.'],
  [{ coverageEndsOn: '2026-11-30' }, 'fails: The patient’s coverage ends on 30 November 2026.'],
  [{ clinicianPractices: false }, 'fails: Its clinician no longer treats here.'],
  [{ roomInUse: false }, 'fails: Its room is no longer in use.'],
  [{ closesOn: '2026-12-01' }, 'may fail: It lies on the last day of its window.'],
  [{ closesOn: '2026-12-02' }, 'may fail: Its window closes on 2 December 2026, one day later.'],
  [{ closesOn: '2026-12-07' }, 'may fail: Its window closes on 7 December 2026, 6 days later.'],
  [{ sessionsWithoutUnit: 1 }, 'may fail: One planned session has no unit left.'],
  [{ sessionsWithoutUnit: 3 }, 'may fail: 3 planned sessions have no unit left.'],
])('names the reason: %o', (more, words) => expect(reasons(more)).toEqual([words]));

it.each<Partial<BookingOutlook>>([{ closesOn: '2026-12-08' }, { coverageEndsOn: '2026-12-01' }])(
  'is calm on the day itself and a week before the window closes: %o',
  (more) => expect(reasons(more)).toEqual([]),
);

it('names all reasons at once, each with what to do', () => {
  const risks = sessionRisks({ ...safe, caseIsOpen: false, roomInUse: false, sessionsWithoutUnit: 1 });
  expect(risks).toHaveLength(3);
  for (const { remedy } of risks) expect(remedy).toMatch(/\.$/);
});
