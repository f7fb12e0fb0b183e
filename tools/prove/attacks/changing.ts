import { Bench, grantOf, someSlot } from '../bench';
import { at } from '../ground';
import { Columns, inOrder, literal, raw, update } from '../sql';
import { withdraw } from '../verbs/agreement';
import { amend, line, terms } from '../verbs/authorization';
import { step } from '../verbs/history';
import { cancel, go, reschedule } from '../verbs/session';
import { Attack, attack } from './attack';

const unitColumns =
  'clinic_id, session_id, slot, clearance_id, unit_no, case_id, procedure_code, units, opens_on, closes_on, active, recorded_at, starts_at, session_on, hold, clinician_id';
const law = 'session_unit.no_clearance_no_session';
const grantRow = (b: Bench, set: Columns) =>
  update('payer_authorization', set, { clinic_id: b.ground.clinicId, id: b.ids.grant });
const liveRow = (b: Bench, set: Columns) =>
  update('treatment_session', set, { clinic_id: b.ground.clinicId, id: b.ids.live });

/** Another time for the bench's live session, by a lawful move. */
function moveLive(b: Bench, startsAt: string, more: Columns = {}): string {
  const ends_at = raw(`timestamptz ${literal(startsAt)} + interval '5 minutes'`);
  return go(b.ground, b.of('live'), 2, reschedule, { starts_at: startsAt, ends_at, ...more });
}

/** Pulling the ground from under a booking, or the booking off its ground. */
export const changingAttacks: readonly Attack[] = [
  attack('revoke under a booking', law, (b) => {
    const revoked = { seq: 2, from: 'in_force', move: 'revoke', to: 'revoked' };
    return step(b.ground, 'payer_authorization', b.of('grant'), revoked, { end_reason: 'Under a booking' });
  }),
  attack('revoke without a reason', 'payer_authorization.ended_authorization_has_reason', (b) =>
    step(b.ground, 'payer_authorization', b.of('otherGrant'), {
      seq: 2,
      from: 'in_force',
      move: 'revoke',
      to: 'revoked',
    }),
  ),
  attack('void an agreement under a booking', law, (b) => withdraw(b.ground, b.of('agreement'))),
  attack('shorten the window under a booking', law, (b) =>
    amend(b.ground, grantOf(b, 'grant', { toDay: 9 }), 2),
  ),
  attack('cut the units under a booking', 'session_unit.unit_was_granted', (b) =>
    amend(b.ground, grantOf(b, 'grant', { lines: { '17999': 1 } }), 2),
  ),
  attack(
    'raise the units of a clearance',
    ['clearance.clearance_units_of_authorization', 'authorization_line.authorization_line_units'],
    (b) => update('clearance', { units: 99 }, { id: b.ids.key }),
  ),
  attack(
    'change the window without an amendment',
    [],
    (b) => grantRow(b, { expires_on: '2099-01-01' }),
    'terms_change_by_amendment',
  ),
  attack(
    'take back the wider terms that an amendment replaced',
    'payer_authorization.terms_change_by_amendment',
    (b) =>
      inOrder(
        update(
          'payer_authorization',
          { terms_seq: 1, expires_on: raw(`expires_on + 40`) },
          { id: b.ids.short },
        ),
        update('clearance', { units: 6 }, { id: b.ids.shortKey }),
      ),
  ),
  attack('give one set of terms a second window', 'authorization_terms.authorization_terms_pkey', (b) =>
    terms(b.ground, { ...grantOf(b, 'grant'), lines: {}, toDay: 400 }, 1),
  ),
  attack(
    'prepare terms for a move that was never made',
    ['authorization_terms.terms_have_event', 'case_event.case_event_pkey'],
    (b) => terms(b.ground, { ...grantOf(b, 'grant'), lines: {} }, 9),
  ),
  attack(
    'add a line to a grant on record',
    ['authorization_line.line_recorded_with_terms', 'authorization_terms.authorization_terms_recorded_in'],
    (b) => line(b.ground, b.ids.grant, 1, '96999', 50),
  ),
  attack(
    'list a code twice, the second time with more units',
    'authorization_line.authorization_line_pkey',
    (b) => {
      const grant = grantOf(b, 'short', { toDay: 20, lines: { '17999': 2 } });
      const moved = { seq: 3, from: 'in_force', move: 'amend', to: 'in_force' };
      return inOrder(
        terms(b.ground, grant, 3),
        line(b.ground, grant.id, 3, '17999', 50),
        step(b.ground, 'payer_authorization', grant, moved, { terms_seq: 3 }),
        update('clearance', { units: 50 }, { id: b.ids.shortKey }),
      );
    },
  ),
  attack('move a booking past the window', law, (b) => moveLive(b, at(b.ground, 61, 600))),
  attack('move a booking into the past', 'treatment_session.session_moves_forward', (b) =>
    moveLive(b, at(b.ground, -1, 600)),
  ),
  attack('move a booking without an event', 'treatment_session.session_moves_forward', (b) =>
    liveRow(b, { room_id: b.rooms[1] ?? '' }),
  ),
  attack('move a booking onto a taken room', 'treatment_session.room_is_free', (b) =>
    moveLive(b, at(b.ground, 10, 740), { clinician_id: b.clinicians[1] ?? '' }),
  ),
  attack('move a booking onto a busy clinician', 'treatment_session.clinician_is_free', (b) =>
    moveLive(b, at(b.ground, 10, 740), { room_id: b.rooms[1] ?? '' }),
  ),
  attack(
    'hand a booking to a clinician whom the clearance does not name',
    'session_unit.clinician_was_cleared',
    (b) => moveLive(b, someSlot(b).startsAt, { clinician_id: b.stranger }),
  ),
  attack('move a session that has checked in', 'treatment_session.session_moves_forward', (b) =>
    update(
      'treatment_session',
      { starts_at: at(b.ground, 11, 0), ends_at: at(b.ground, 11, 5) },
      { id: b.ids.arrived },
    ),
  ),
  attack('move a performed session', 'treatment_session.session_moves_forward', (b) =>
    update('treatment_session', { room_id: b.rooms[1] ?? '' }, { id: b.ids.done }),
  ),
  attack(
    'change the code of a booking',
    [],
    (b) => liveRow(b, { procedure_code: '96999' }),
    'session_unit_of_clearance',
  ),
  attack(
    'move a booking to another case',
    [],
    (b) => liveRow(b, { case_id: b.ids.otherCase }),
    'session_unit_of_clearance',
  ),
  attack(
    'change case and code of a performed session',
    [],
    (b) =>
      update('treatment_session', { case_id: b.ids.otherCase, procedure_code: '96999' }, { id: b.ids.done }),
    'session_unit_of_clearance',
  ),
  attack('change the zone of a booking', 'treatment_session.session_in_clinic_time', (b) =>
    liveRow(b, { clinic_time_zone: 'Pacific/Kiritimati' }),
  ),
  attack(
    'move a booking to another clearance',
    [],
    (b) =>
      `UPDATE stipple.session_unit SET clearance_id = '${b.ids.shortKey}' WHERE session_id = '${b.ids.live}'`,
    '42501',
  ),
  attack('cancel without a reason', 'treatment_session.stopped_session_has_reason', (b) =>
    go(b.ground, b.of('live'), 2, cancel),
  ),
  attack('void without a reason', 'self_pay_agreement.voided_agreement_has_reason', (b) =>
    step(b.ground, 'self_pay_agreement', b.of('issuedAgreement'), {
      seq: 3,
      from: 'estimate_issued',
      move: 'void',
      to: 'void',
    }),
  ),
  attack('rewrite a cancelled session', 'treatment_session.final_is_final', (b) =>
    update('treatment_session', { end_reason: 'Something else' }, { id: b.ids.cancelled }),
  ),
  attack('rewrite a revoked authorization', 'payer_authorization.final_is_final', (b) =>
    update('payer_authorization', { end_reason: 'Something else' }, { id: b.ids.ended }),
  ),
  attack(
    'put a revoked authorization back in force',
    [],
    (b) =>
      step(b.ground, 'payer_authorization', b.of('ended'), {
        seq: 3,
        from: 'revoked',
        move: 'acknowledge',
        to: 'in_force',
      }),
    'final_is_final',
  ),
  attack('rewrite a void agreement', 'self_pay_agreement.final_is_final', (b) =>
    update('self_pay_agreement', { end_reason: 'Something else' }, { id: b.ids.voidAgreement }),
  ),
  attack('rewrite a denied request', 'auth_request.final_is_final', (b) =>
    update('auth_request', { denial_words: 'Approved after all' }, { id: b.ids.deniedRequest }),
  ),
  attack('rewrite a letter that was discarded', 'letter.final_is_final', (b) =>
    update('letter', { version: 1 }, { id: b.ids.discardedLetter }),
  ),
  attack(
    'renumber by upsert',
    'session_unit.unit_was_granted',
    (b) =>
      `INSERT INTO stipple.session_unit (${unitColumns}) SELECT ${unitColumns} FROM stipple.session_unit WHERE session_id = '${b.ids.live}'
     ON CONFLICT (clinic_id, session_id, slot) DO UPDATE SET unit_no = 99`,
  ),
  attack(
    'raise a clearance by merge',
    'clearance.clearance_units_of_authorization',
    (b) =>
      `MERGE INTO stipple.clearance k USING (VALUES (99)) v (units) ON k.id = '${b.ids.key}' WHEN MATCHED THEN UPDATE SET units = v.units`,
  ),
  attack(
    'renumber by merge',
    'session_unit.unit_was_granted',
    (b) =>
      `MERGE INTO stipple.session_unit u USING (VALUES (99)) v (n) ON u.session_id = '${b.ids.live}' WHEN MATCHED THEN UPDATE SET unit_no = v.n`,
  ),
];
