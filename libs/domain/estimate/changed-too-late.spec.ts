import { refusalsFor } from '../lifecycle/lifecycle';
import { sessionLifecycle } from '../moves/session-moves';
import { aCase, aSelfPayClearance, aSession, anAgreement, clock, codesOf, someone } from '../testing/a-case';
import { changesEarlierEstimate } from './changed-estimate';

const given = (more: Parameters<typeof anAgreement>[0] = {}) =>
  anAgreement({ state: 'signed', estimateOn: clock.today, estimateVersion: 2, ...more });

/** Checking in today, on a session of an agreement whose estimate was changed. */
const checkIn = (agreements: readonly ReturnType<typeof anAgreement>[], move = 'check_in') =>
  codesOf(
    refusalsFor(sessionLifecycle, move, {
      facts: aCase({ agreements, clearances: [aSelfPayClearance()] }),
      subject: aSession({
        day: clock.today,
        selfPay: true,
        state: move === 'perform' ? 'checked_in' : 'scheduled',
      }),
      actor: someone('coordinator', 'physician'),
    }),
  );

it.each(['check_in', 'perform'])('C32: no %s on the day on which the estimate was changed', (move) =>
  expect(checkIn([given()], move)).toEqual(['estimate_changed_too_late']),
);

it('treats one business day after the change', () =>
  expect(checkIn([given({ estimateOn: '2026-11-20' })])).toEqual([]));

it('treats on the day of a first estimate: nothing was changed', () =>
  expect(checkIn([given({ estimateVersion: 1 })])).toEqual([]));

it('takes a new agreement in the place of a withdrawn one for a change', () => {
  const first = given({ estimateVersion: 1 });
  const withdrawn = anAgreement({ id: 'agreement-0', state: 'void', estimateOn: '2026-11-16' });
  expect(checkIn([withdrawn, first])).toEqual(['estimate_changed_too_late']);
  expect(changesEarlierEstimate(first, [{ ...withdrawn, estimateOn: null }, first])).toBe(false);
  expect(changesEarlierEstimate(first, [{ ...withdrawn, validUntil: '2026-11-20' }, first])).toBe(false);
  expect(changesEarlierEstimate(first, [{ ...withdrawn, state: 'completed' }, first])).toBe(false);
});

it('leaves sessions of an authorization alone', () =>
  expect(
    codesOf(
      refusalsFor(sessionLifecycle, 'check_in', {
        facts: aCase({
          agreements: [given()],
          clearances: [{ ...aSelfPayClearance(), agreementId: null, authorizationId: 'a' }],
        }),
        subject: aSession({ day: clock.today }),
        actor: someone('coordinator'),
      }),
    ),
  ).toEqual([]));
