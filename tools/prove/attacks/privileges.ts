import { Bench, grantOf, someSlot } from '../bench';
import { at } from '../ground';
import { inOrder, insert, raw } from '../sql';
import { assent, comeIntoForce, recordWithKey, terms } from '../verbs/authorization';
import { aboutCase } from '../verbs/case';
import { begin } from '../verbs/history';
import { book, bookBare, plan, takeUnit } from '../verbs/session';
import { nextNumber } from '../bench';
import { Attack, attack, fresh, newOf } from './attack';

// What the application role was never given. Each guard is removed by giving it.

const one = (b: Bench, table: string, key: string, thing: keyof Bench['ids']) =>
  `stipple.${table} WHERE clinic_id = '${b.ground.clinicId}' AND ${key} = '${b.ids[thing]}'`;

/** A row of every table that nothing else points to, so that only the missing right keeps it. */
const deletable: Readonly<Record<string, (b: Bench) => string>> = {
  clearance: (b) => one(b, 'clearance', 'id', 'unusedKey'),
  clearance_clinician: (b) =>
    `${one(b, 'clearance_clinician', 'clearance_id', 'shortKey')} AND clinician_id = '${b.clinicians[1]}'`,
  treatment_session: (b) => one(b, 'treatment_session', 'id', 'planned'),
  session_unit: (b) => one(b, 'session_unit', 'session_id', 'cancelled'),
  payer_authorization: (b) => one(b, 'payer_authorization', 'id', 'spareGrant'),
  authorization_terms: (b) =>
    `${one(b, 'authorization_terms', 'authorization_id', 'spareGrant')} AND terms_seq = 1`,
  authorization_line: (b) => `${one(b, 'authorization_line', 'authorization_id', 'short')} AND terms_seq = 1`,
  authorization_assent: (b) => one(b, 'authorization_assent', 'authorization_id', 'assented'),
  self_pay_agreement: (b) => one(b, 'self_pay_agreement', 'id', 'draftAgreement'),
  patient_signature: (b) => one(b, 'patient_signature', 'agreement_id', 'voidAgreement'),
  letter_version: (b) => `${one(b, 'letter_version', 'letter_id', 'readyLetter')} AND version = 1`,
  signature: (b) => one(b, 'signature', 'subject_id', 'screening'),
  auth_request: (b) => one(b, 'auth_request', 'id', 'draftRequest'),
  move_allowed: () => `stipple.move_allowed WHERE (subject, move) = ('treatment_case', 'reopen')`,
};

/** What somebody would rewrite. */
const changeable: Readonly<Record<string, (b: Bench) => readonly [set: string, where: string]>> = {
  clearance: (b) => [`recorded_at = recorded_at - interval '1 year'`, one(b, 'clearance', 'id', 'unusedKey')],
  clearance_clinician: (b) => [`clinician_id = '${b.stranger}'`, deletable['clearance_clinician']?.(b) ?? ''],
  session_unit: (b) => [
    `booked_at = booked_at - interval '1 day'`,
    one(b, 'session_unit', 'session_id', 'live'),
  ],
  treatment_record: (b) => [`note = 'Nothing was done.'`, one(b, 'treatment_record', 'session_id', 'done')],
  payer_authorization: (b) => [`number = 'Another'`, one(b, 'payer_authorization', 'id', 'otherGrant')],
  authorization_terms: (b) => [
    `effective_on = effective_on - 90`,
    deletable['authorization_terms']?.(b) ?? '',
  ],
  authorization_line: (b) => ['units = 50', deletable['authorization_line']?.(b) ?? ''],
  authorization_assent: (b) => [
    `given_at = given_at - interval '1 minute'`,
    one(b, 'authorization_assent', 'authorization_id', 'assented'),
  ],
  patient_signature: (b) => [
    `signer_name = 'Somebody Else'`,
    one(b, 'patient_signature', 'agreement_id', 'agreement'),
  ],
  case_event: (b) => [
    `data = '{"reason": "another"}'`,
    `${one(b, 'case_event', 'subject_id', 'live')} AND seq = 1`,
  ],
  letter_version: (b) => [`body = 'other words'`, deletable['letter_version']?.(b) ?? ''],
  signature: (b) => [
    `signed_at = signed_at + interval '1 second'`,
    one(b, 'signature', 'subject_id', 'letter'),
  ],
  treatment_case: (b) => [
    `physician_id = '${b.ground.otherPhysicianId}'`,
    one(b, 'treatment_case', 'id', 'case'),
  ],
  move_allowed: () => [`move = 'reopen again'`, deletable['move_allowed']?.({} as Bench) ?? ''],
};

const updateOf = (set: string, place: string) => {
  const [table = '', condition = ''] = place.split(' WHERE ');
  return `UPDATE ${table} SET ${set} WHERE ${condition}`;
};

const words = (table: string) => table.replaceAll('_', ' ');

const rewriting: readonly Attack[] = [
  ...Object.entries(deletable).map(([table, place]) =>
    attack(`delete from ${words(table)}`, `${table} DELETE`, (b) => `DELETE FROM ${place(b)}`),
  ),
  ...Object.entries(changeable).map(([table, change]) =>
    attack(`rewrite ${words(table)}`, `${table} UPDATE`, (b) => updateOf(...change(b))),
  ),
  attack(
    'add a move',
    'move_allowed INSERT',
    () => `INSERT INTO stipple.move_allowed VALUES ('treatment_session', 'planned', 'perform', 'performed')`,
  ),
  attack('change the zone of the clinic', 'clinic UPDATE', (b) =>
    inOrder(
      `SELECT set_config('stipple.clinic', '${b.foreign.clinicId}', true)`,
      `UPDATE stipple.clinic SET time_zone = 'Pacific/Kiritimati' WHERE id = '${b.foreign.clinicId}'`,
    ),
  ),
];

/** Times and transactions that only PostgreSQL may set. */
const backdating: readonly Attack[] = [
  attack(
    'add a clinician as if with the clearance',
    'clearance_clinician INSERT recorded_in',
    (b) =>
      `INSERT INTO stipple.clearance_clinician (clinic_id, clearance_id, clinician_id, recorded_in)
     SELECT clinic_id, id, '${b.stranger}', recorded_in FROM stipple.clearance WHERE id = '${b.ids.key}'`,
  ),
  attack(
    'add a line as if with its terms',
    'authorization_line INSERT recorded_in',
    (b) =>
      `INSERT INTO stipple.authorization_line (clinic_id, authorization_id, terms_seq, procedure_code, units, recorded_in)
     SELECT clinic_id, authorization_id, terms_seq, '96999', 50, recorded_in FROM stipple.authorization_terms WHERE authorization_id = '${b.ids.grant}'`,
  ),
  attack('book in the past as if in time', 'session_unit INSERT booked_at', (b) =>
    book(b.ground, { ...newOf(b), ...someSlot(b), startsAt: at(b.ground, -2, 600) }, b.ids.key, 6, {
      booked_at: at(b.ground, -3, 0),
    }),
  ),
  attack('record and book in one transaction, as if in two', 'session_unit INSERT booking_began_at', (b) => {
    const grant = grantOf(b, 'spareGrant', { id: fresh(), requestId: b.ids.spareRequest });
    const key = fresh();
    const made = { ...newOf(b), ...someSlot(b) };
    return inOrder(
      recordWithKey(b.ground, grant, key, b.clinicians),
      bookBare(b.ground, made),
      takeUnit(
        b.ground,
        { sessionId: made.id, clearanceId: key, unitNo: 1 },
        { booking_began_at: '2099-01-01' },
      ),
    );
  }),
  attack('assent as if long ago', 'authorization_assent INSERT given_at', (b) =>
    inOrder(
      assent(b.ground, b.ids.partial, 'coordinator', b.ground.coordinatorId, { given_at: '2020-01-01' }),
      assent(b.ground, b.ids.partial, 'physician', b.ground.physicianId),
      comeIntoForce(b.ground, b.of('partial'), 'partial'),
    ),
  ),
  attack('plan a session as if long ago', 'treatment_session INSERT created_at', (b) =>
    plan(b.ground, newOf(b), { created_at: '2020-01-01' }),
  ),
  attack('open a case as if long ago', 'treatment_case INSERT opened_at', (b) => {
    const id = fresh();
    return begin(
      b.ground,
      'treatment_case',
      { caseId: id, id },
      { move: 'open', to: 'open' },
      { ...aboutCase(b.ground, nextNumber()), opened_at: '2020-01-01' },
    );
  }),
  attack(
    'choose the place of an event',
    [],
    (b) => plan(b.ground, newOf(b)).replace('actor_id)', 'actor_id, position)').replace(/\)$/, ', 1)'),
    '428C9',
  ),
  attack(
    'write down terms of another transaction',
    [],
    (b) => terms(b.ground, { ...grantOf(b, 'grant'), lines: {} }, 9, { recorded_in: raw(`'1'::xid8`) }),
    '42501',
  ),
  attack(
    'write the audit trail oneself',
    [],
    (b) =>
      insert('audit_entry', {
        clinic_id: b.ground.clinicId,
        seq: 1,
        at: 'now',
        action: 'x',
        subject: 'x',
        detail: '{}',
        hash: '\\x00',
      }),
    '42501',
  ),
];

export const privilegeAttacks: readonly Attack[] = [...rewriting, ...backdating];
