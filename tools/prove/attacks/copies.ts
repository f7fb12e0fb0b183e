import { Bench, someSlot } from '../bench';
import { at, day } from '../ground';
import { Columns, inOrder, raw } from '../sql';
import { bookBare, takeUnit, Wish } from '../verbs/session';
import { Attack, attack, newOf } from './attack';

const ofClearance = ['session_unit.session_unit_of_clearance', 'clearance.clearance_key'];
const ofSession = ['session_unit.session_unit_of_session', 'treatment_session.session_key'];

/** A booking whose unit says something else than it should. */
function forge(b: Bench, forged: Columns, wish: Partial<Wish> = {}, keyId = b.ids.key): string {
  const made = { ...newOf(b), ...someSlot(b), ...wish };
  return inOrder(
    bookBare(b.ground, made),
    takeUnit(b.ground, { sessionId: made.id, clearanceId: keyId, unitNo: 6 }, forged),
  );
}

const tooLate = (b: Bench): Partial<Wish> => ({ startsAt: at(b.ground, 61, 600) });

/** A unit that copies other values than its clearance and its session have. */
const forgeries: readonly Attack[] = [
  attack('say that a revoked clearance is active', ofClearance, (b) =>
    forge(b, { active: true }, {}, b.ids.endedKey),
  ),
  attack('say that the window is longer', ofClearance, (b) =>
    forge(b, { closes_on: day(b.ground, 90) }, tooLate(b)),
  ),
  attack('say that the window opens earlier', ofClearance, (b) => forge(b, { opens_on: day(b.ground, -90) })),
  attack('say that more units were granted', ofClearance, (b) => forge(b, { units: 99, unit_no: 50 })),
  attack('say that the clearance was recorded long ago', ofClearance, (b) =>
    forge(b, { recorded_at: '2020-01-01' }),
  ),
  attack(
    'use a clearance nobody knows',
    ofClearance,
    (b) => forge(b, { clearance_id: raw('uuidv7()') }),
    'session_unit_of_clearance',
  ),
  attack('use the clearance of another case', ofClearance, (b) => forge(b, {}, {}, b.ids.otherKey)),
  attack('use the clearance of another code', ofClearance, (b) => forge(b, {}, { code: '96999' })),
  attack('say that the session lies within the window', ofSession, (b) =>
    forge(b, { session_on: day(b.ground, 60) }, tooLate(b)),
  ),
  attack('say that the session starts later than it does', ofSession, (b) =>
    forge(b, { starts_at: at(b.ground, 3, 0) }, { startsAt: at(b.ground, -2, 600) }),
  ),
  attack('say that the session holds nothing', ofSession, (b) => forge(b, { hold: 'none', unit_no: 1 })),
  attack('say that the session is already used', ofSession, (b) =>
    forge(b, { hold: 'used' }, {}, b.ids.endedKey),
  ),
  attack('name a clinician other than the session’s', ofSession, (b) =>
    forge(b, { clinician_id: b.clinicians[0] ?? '' }, { clinicianId: b.stranger }),
  ),
];

/** With one copied value missing, a composite foreign key looks at none of them. What could then be said at will: */
const unchecked: Readonly<
  Record<string, (b: Bench) => readonly [forged: Columns, wish?: Partial<Wish>, keyId?: string]>
> = {
  clearance_id: () => [{ units: 99, unit_no: 50 }],
  case_id: () => [{ units: 99, unit_no: 50 }],
  procedure_code: () => [{ units: 99, unit_no: 50 }],
  units: () => [{ unit_no: 50 }],
  opens_on: (b) => [{ closes_on: day(b.ground, 90) }, tooLate(b)],
  closes_on: (b) => [{}, tooLate(b)],
  active: (b) => [{}, {}, b.ids.endedKey],
  recorded_at: (b) => [{ active: true }, {}, b.ids.endedKey],
  starts_at: (b) => [{}, { startsAt: at(b.ground, -2, 600) }],
  session_on: (b) => [{}, tooLate(b)],
  hold: () => [{ unit_no: 1 }],
  clinician_id: (b) => [{ session_on: day(b.ground, 60) }, { ...tooLate(b), clinicianId: b.stranger }],
};

const withoutValue: readonly Attack[] = Object.entries(unchecked).map(([column, ways]) =>
  attack(
    `leave out the ${column.replaceAll('_', ' ')} of a unit, so that nothing else is compared`,
    `session_unit.session_unit_${column}_not_null`,
    (b) => {
      const [forged, wish, keyId] = ways(b);
      return forge(b, { ...forged, [column]: null }, wish, keyId);
    },
  ),
);

export const copyAttacks: readonly Attack[] = [...forgeries, ...withoutValue];
