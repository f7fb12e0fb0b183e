import { Bench, someSlot } from '../bench';
import { inOrder, insert, update } from '../sql';
import { enterClinic } from '../transaction';
import { bookBare, takeUnit } from '../verbs/session';
import { Attack, attack, fresh, newOf, notAllowed, nothingToAttack, onTarget } from './attack';

/** Tables of which every bench holds rows. */
const scoped = [
  'treatment_case',
  'case_event',
  'auth_request',
  'payer_authorization',
  'authorization_terms',
  'authorization_line',
  'authorization_assent',
  'self_pay_agreement',
  'patient_link',
  'patient_signature',
  'clearance',
  'clearance_clinician',
  'treatment_session',
  'session_unit',
  'treatment_record',
  'letter',
  'letter_version',
  'signature',
  'ledger_entry',
  'ledger_posting',
  'payment_plan',
  'payment_plan_installment',
  'dispute',
  'card_transaction',
];

const elsewhere = (b: Bench) => enterClinic(b.foreign.clinicId);

/** From one clinic into another, or from none. */
export const clinicAttacks: readonly Attack[] = [
  ...scoped.map((table) =>
    attack(
      `read another clinic’s ${table.replaceAll('_', ' ')}`,
      `${table} ROW SECURITY`,
      (b) =>
        inOrder(
          elsewhere(b),
          onTarget(`PERFORM FROM stipple.${table} WHERE clinic_id = '${b.ground.clinicId}'`),
        ),
      nothingToAttack,
    ),
  ),
  attack(
    'see another clinic',
    'clinic ROW SECURITY',
    (b) => inOrder(elsewhere(b), onTarget(`PERFORM FROM stipple.clinic WHERE id = '${b.ground.clinicId}'`)),
    nothingToAttack,
  ),
  attack(
    'book for a clinic one is not in',
    [],
    (b) => inOrder(elsewhere(b), bookBare(b.ground, { ...newOf(b), ...someSlot(b) })),
    notAllowed,
  ),
  attack(
    'book for no clinic',
    [],
    (b) => inOrder(enterClinic(''), bookBare(b.ground, { ...newOf(b), ...someSlot(b) })),
    notAllowed,
  ),
  attack(
    'move another clinic’s booking',
    [],
    (b) =>
      inOrder(
        elsewhere(b),
        onTarget(update('treatment_session', { room_id: b.rooms[1] ?? '' }, { id: b.ids.live })),
      ),
    nothingToAttack,
  ),
  attack(
    'book at home on a clearance from elsewhere',
    [],
    (b) => {
      const made = { ...newOf(b), ...someSlot(b) };
      return inOrder(
        bookBare(b.ground, made),
        takeUnit(
          b.ground,
          { sessionId: made.id, clearanceId: b.ids.key, unitNo: 6 },
          { clinic_id: b.foreign.clinicId },
        ),
      );
    },
    notAllowed,
  ),
  attack(
    'open elsewhere a clearance of an authorization here',
    [],
    (b) =>
      inOrder(
        elsewhere(b),
        insert('clearance', {
          clinic_id: b.foreign.clinicId,
          id: fresh(),
          case_id: b.ids.case,
          authorization_id: b.ids.grant,
          terms_seq: 1,
          procedure_code: '17999',
          units: 6,
          opens_on: 'today',
          closes_on: 'tomorrow',
          active: true,
        }),
      ),
    'clearance_follows_authorization',
  ),
  attack(
    'enter a clinic that is no id',
    [],
    () => inOrder(enterClinic('everywhere'), 'SELECT FROM stipple.clearance'),
    '22P02',
  ),
];
