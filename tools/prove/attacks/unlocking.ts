import { Bench, grantOf, nextNumber } from '../bench';
import { day } from '../ground';
import { Columns, inOrder, insert } from '../sql';
import * as authorization from '../verbs/authorization';
import { aboutCase, attach } from '../verbs/case';
import { begin, event } from '../verbs/history';
import { spareKey } from './booking';
import { Attack, attack, fresh } from './attack';

type More = Partial<authorization.Grant>;

/** An authorization that would be lawful, but for what is changed about it. */
function recordGrant(b: Bench, more: More = {}, forged: Columns = {}, terms: Columns = {}): string {
  return authorization.record(
    b.ground,
    grantOf(b, 'spareGrant', { id: fresh(), requestId: b.ids.spareRequest, ...more }),
    forged,
    terms,
  );
}

const notRequired = { basis: 'not_required', requestId: null } as const;

/** Recording what no payer granted. */
const grants: readonly Attack[] = [
  attack(
    'record an approval of a denied request',
    ['payer_authorization.authorization_is_the_answer', 'auth_request.auth_request_answer'],
    (b) => recordGrant(b, { requestId: b.ids.deniedRequest }),
  ),
  attack('record an approval of a pended request', 'payer_authorization.authorization_is_the_answer', (b) =>
    recordGrant(b, { requestId: b.ids.pendedRequest }),
  ),
  attack('record a partial approval as a full one', 'payer_authorization.authorization_is_the_answer', (b) =>
    recordGrant(b, { requestId: b.ids.barePartialRequest }),
  ),
  attack('record an approval of no request', 'payer_authorization.approval_names_request', (b) =>
    recordGrant(b, { requestId: null }),
  ),
  attack(
    'record an approval by a challenge that is still open',
    'payer_authorization.authorization_won_by_challenge',
    (b) => recordGrant(b, { requestId: b.ids.deniedRequest }, { challenge_id: b.ids.openChallenge }),
  ),
  attack('record the same answer twice', 'payer_authorization.one_authorization_per_request', (b) =>
    recordGrant(b, { requestId: b.ids.grantRequest }),
  ),
  attack('take what a challenge won twice', 'payer_authorization.one_authorization_per_challenge', (b) => {
    const won = () =>
      recordGrant(
        b,
        { id: fresh(), requestId: b.ids.lostCauseRequest },
        { challenge_id: b.ids.wonChallenge },
      );
    return inOrder(won(), won());
  }),
  attack('record the same number twice', 'payer_authorization.one_authorization_per_number', (b) =>
    recordGrant(b, {}, { number: ` a-${b.ids.grant.toUpperCase()} ` }),
  ),
  attack(
    'name a request of another case',
    ['payer_authorization.authorization_answers_own_request', 'auth_request.auth_request_of_case'],
    (b) => recordGrant(b, { basis: 'not_required', requestId: b.ids.otherDraftRequest }),
  ),
  attack('prove it with a paper of another case', 'payer_authorization.authorization_has_proof', (b) =>
    recordGrant(b, { proofId: b.ids.otherProof }),
  ),
  attack('enter it as nobody', 'payer_authorization.payer_authorization_clinic_id_entered_by_fkey', (b) =>
    recordGrant(b, {}, { entered_by: fresh() }),
  ),
  attack(
    'have it verified by nobody',
    'payer_authorization.payer_authorization_clinic_id_verified_by_fkey',
    (b) => recordGrant(b, {}, { verified_by: fresh() }),
  ),
  attack('record it without a number', 'payer_authorization.payer_authorization_number_check', (b) =>
    recordGrant(b, {}, { number: ' ' }),
  ),
  attack('record it for ever', 'payer_authorization.payer_authorization_expires_on_check', (b) =>
    recordGrant(b, {}, { expires_on: 'infinity' }, { expires_on: 'infinity' }),
  ),
  attack('record it since ever', 'payer_authorization.payer_authorization_effective_on_check', (b) =>
    recordGrant(b, {}, { effective_on: '-infinity' }, { effective_on: '-infinity' }),
  ),
  attack(
    'record a window that runs backwards',
    'payer_authorization.authorization_window_runs_forward',
    (b) => recordGrant(b, { fromDay: 9, toDay: 3 }),
  ),
  attack(
    'record a window that its terms do not have',
    ['payer_authorization.authorization_has_terms', 'authorization_terms.authorization_terms_key'],
    (b) => recordGrant(b, {}, { expires_on: day(b.ground, 300) }),
  ),
  attack('hang its terms on a later event', 'payer_authorization.terms_follow_events', (b) => laterTerms(b)),
  attack('say “not required” for a year', 'payer_authorization.not_required_is_short', (b) =>
    recordGrant(b, { ...notRequired, toDay: 360 }),
  ),
  attack('say “not required” without the payer’s words', 'payer_authorization.not_required_has_words', (b) =>
    recordGrant(b, notRequired, { payer_words: '  ' }),
  ),
  attack('invent a basis', 'payer_authorization.payer_authorization_basis_check', (b) => {
    const grant = grantOf(b, 'spareGrant', {
      id: fresh(),
      requestId: b.ids.lostCauseRequest,
      basis: 'partial',
    });
    return inOrder(
      authorization.record(b.ground, grant, { basis: 'guess', challenge_id: b.ids.wonChallenge }),
      authorization.assent(b.ground, grant.id, 'physician', b.ground.physicianId),
      authorization.comeIntoForce(b.ground, grant, 'partial'),
    );
  }),
  ...[
    'number',
    'proof_id',
    'entered_by',
    'verified_by',
    'effective_on',
    'expires_on',
    'terms_seq',
    'basis',
  ].map((column) =>
    attack(
      `leave out its ${column.replaceAll('_', ' ')}`,
      `payer_authorization.payer_authorization_${column}_not_null`,
      (b) => recordGrant(b, {}, { [column]: null }),
    ),
  ),
  attack(
    'leave open whether the payer named the window',
    'payer_authorization.payer_authorization_payer_named_window_not_null',
    (b) => recordGrant(b, { ...notRequired, toDay: 360 }, { payer_named_window: null }),
  ),
];

function laterTerms(b: Bench): string {
  const grant = grantOf(b, 'spareGrant', {
    id: fresh(),
    basis: 'partial',
    requestId: b.ids.barePartialRequest,
  });
  return inOrder(
    authorization.record(b.ground, grant, { terms_seq: 2 }),
    authorization.assent(b.ground, grant.id, 'coordinator', b.ground.coordinatorId),
    authorization.assent(b.ground, grant.id, 'physician', b.ground.physicianId),
    authorization.comeIntoForce(b.ground, grant, 'partial'),
    authorization.terms(b.ground, { ...grant, toDay: 60 }, 2),
  );
}

const partialBy = (b: Bench, ...roles: readonly (readonly [string, string])[]) =>
  inOrder(
    ...roles.map(([role, staffId]) => authorization.assent(b.ground, b.ids.partial, role, staffId)),
    authorization.comeIntoForce(b.ground, b.of('partial'), 'partial'),
  );
const notRequiredBy = (b: Bench, ...roles: readonly (readonly [string, string])[]) =>
  inOrder(
    ...roles.map(([role, staffId]) => authorization.assent(b.ground, b.ids.notRequired, role, staffId)),
    authorization.comeIntoForce(b.ground, b.of('notRequired'), 'not_required'),
  );

/** Putting in force what somebody has yet to agree to. */
const assents: readonly Attack[] = [
  attack(
    'put a partial approval in force without the coordinator',
    'payer_authorization.coordinator_assented',
    (b) => partialBy(b, ['physician', b.ground.physicianId]),
  ),
  attack(
    'put a partial approval in force without a physician',
    ['payer_authorization.physician_assented', 'authorization_assent.authorization_assent_pkey'],
    (b) => partialBy(b, ['coordinator', b.ground.coordinatorId]),
  ),
  attack('put “not required” in force without the manager', 'payer_authorization.manager_assented', (b) =>
    notRequiredBy(b, ['physician', b.ground.physicianId]),
  ),
  attack('put “not required” in force without a physician', 'payer_authorization.physician_assented', (b) =>
    notRequiredBy(b, ['manager', b.ground.managerId]),
  ),
  attack(
    'confirm “not required” as a physician who does not treat',
    'authorization_assent.confirmed_by_treating_physician',
    (b) => notRequiredBy(b, ['manager', b.ground.managerId], ['physician', b.ground.otherPhysicianId]),
  ),
  attack('assent in a role one does not hold', 'authorization_assent.assent_by_holder_of_role', (b) =>
    partialBy(b, ['coordinator', b.ground.coordinatorId], ['physician', b.ground.coordinatorId]),
  ),
  attack('assent as nobody', 'authorization_assent.authorization_assent_staff_id_not_null', (b) =>
    authorization.assent(b.ground, b.ids.partial, 'coordinator', null),
  ),
  attack(
    'assent to nothing',
    [
      'authorization_assent.authorization_assent_clinic_id_authorization_id_fkey',
      'payer_authorization.payer_authorization_pkey',
    ],
    (b) => authorization.assent(b.ground, fresh(), 'coordinator', b.ground.coordinatorId),
  ),
  attack(
    'leave the treating physician open and let any confirm',
    'treatment_case.treatment_case_physician_id_not_null',
    (b) => caseOfNobody(b),
  ),
  attack(
    'put a partial approval in force and revoke it, while the row waits',
    'payer_authorization.one_move_at_a_time',
    (b) => {
      const of = b.of('partial');
      const pretended = { state: 'awaiting_acknowledgement' };
      return inOrder(
        authorization.comeIntoForce(b.ground, of, 'partial', pretended),
        `UPDATE stipple.payer_authorization SET state = 'revoked', seq = 3, end_reason = 'Pretended' WHERE id = '${of.id}'`,
        event(b.ground, 'payer_authorization', of, {
          seq: 3,
          from: 'in_force',
          move: 'revoke',
          to: 'revoked',
        }),
      );
    },
  ),
];

function caseOfNobody(b: Bench): string {
  const caseId = fresh();
  const proof = { caseId, id: fresh() };
  const grant = { ...grantOf(b, 'notRequired'), ...notRequired, caseId, id: fresh(), proofId: proof.id };
  return inOrder(
    begin(
      b.ground,
      'treatment_case',
      { caseId, id: caseId },
      { move: 'open', to: 'open' },
      { ...aboutCase(b.ground, nextNumber()), physician_id: null },
    ),
    attach(b.ground, proof),
    authorization.record(b.ground, grant),
    authorization.assent(b.ground, grant.id, 'manager', b.ground.managerId),
    authorization.assent(b.ground, grant.id, 'physician', b.ground.otherPhysicianId),
    authorization.comeIntoForce(b.ground, grant, 'not_required'),
  );
}

const open = (b: Bench, forged: Columns = {}) =>
  authorization.openKey(b.ground, spareKey(b, b.clinicians), { terms_seq: 2, ...forged });

/** Opening a clearance that its source does not carry. */
const keys: readonly Attack[] = [
  attack('open a clearance out of nothing', 'clearance.clearance_has_one_source', (b) =>
    open(b, { authorization_id: null, terms_seq: null }),
  ),
  attack(
    'open a clearance of both sources',
    [],
    (b) => open(b, { agreement_id: b.ids.agreement }),
    'clearance_has_one_source',
  ),
  attack(
    'open a clearance with a longer window',
    ['clearance.clearance_follows_authorization', 'payer_authorization.authorization_key'],
    (b) => open(b, { closes_on: day(b.ground, 300) }),
  ),
  attack(
    'open a clearance of a revoked authorization as active',
    [],
    (b) => open(b, { authorization_id: b.ids.ended, terms_seq: 1, procedure_code: '96999' }),
    'clearance_follows_authorization',
  ),
  attack('open a clearance with more units', 'clearance.clearance_units_of_authorization', (b) =>
    open(b, { units: 50 }),
  ),
  attack(
    'open a clearance for a code that was not granted',
    'clearance.clearance_units_of_authorization',
    (b) => open(b, { procedure_code: '96999' }),
  ),
  attack('open a second clearance for one code', 'clearance.one_clearance_per_authorized_code', (b) =>
    open(b, { authorization_id: b.ids.grant, terms_seq: 1, units: 6 }),
  ),
  attack('open two clearances under one id', 'clearance.clearance_pkey', (b) =>
    insert('clearance', {
      clinic_id: b.ground.clinicId,
      id: b.ids.key,
      case_id: b.ids.case,
      authorization_id: b.ids.spareGrant,
      terms_seq: 2,
      procedure_code: '17999',
      units: 2,
      opens_on: day(b.ground, -5),
      closes_on: day(b.ground, 60),
      active: true,
    }),
  ),
  ...['case_id', 'procedure_code', 'units', 'opens_on', 'closes_on', 'active'].map((column) =>
    attack(
      `open a clearance without its ${column.replaceAll('_', ' ')}`,
      `clearance.clearance_${column}_not_null`,
      (b) => open(b, { [column]: null }),
    ),
  ),
  attack('open a clearance of another case', 'clearance.clearance_follows_authorization', (b) =>
    open(b, { case_id: b.ids.otherCase }),
  ),
  attack('record a clearance as if it were of long ago', 'clearance INSERT recorded_at', (b) =>
    open(b, { recorded_at: '2020-01-01' }),
  ),
];

export const unlockingAttacks: readonly Attack[] = [...grants, ...assents, ...keys];
