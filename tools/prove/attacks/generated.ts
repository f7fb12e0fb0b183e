import { Bench, grantOf, nextNumber, someSlot } from '../bench';
import { at, day } from '../ground';
import { Columns, inOrder, raw } from '../sql';
import * as agreement from '../verbs/agreement';
import * as authorization from '../verbs/authorization';
import { aboutCase, asked, letterHash, wording } from '../verbs/case';
import { Of, begin, event, row } from '../verbs/history';
import { asked as asCard } from '../verbs/card';
import { disputed } from '../verbs/dispute';
import * as ledger from '../verbs/ledger';
import { signLetter, signature } from '../verbs/papers';
import { bookBare, booked, checkIn, go, perform, takeUnit, treated, Wish } from '../verbs/session';
import { spareKey } from './booking';
import { signFreshWords } from './papers';
import { Attack, attack, fresh, newOf } from './attack';

// Columns that PostgreSQL fills in by itself. If a person could fill them in, this is what they would say.

const wish = (b: Bench, more: Partial<Wish> = {}): Wish => ({ ...newOf(b), ...someSlot(b), ...more });
const unit = (b: Bench, made: Of, more: Columns = {}, keyId = b.ids.key, unitNo = 6) =>
  takeUnit(b.ground, { sessionId: made.id, clearanceId: keyId, unitNo }, more);

const task = (b: Bench, of: Of) =>
  begin(
    b.ground,
    'task',
    of,
    { move: 'raise', to: 'open' },
    { kind: 'call_payer', about: 'x', for_role: 'coordinator', due_on: day(b.ground, 1) },
  );

/** A row that shows the history of something else: a task under the same id. */
function asTask(b: Bench, table: string, state: string, columns: Columns): string {
  const of = newOf(b);
  return inOrder(task(b, of), row(b.ground, table, of, state, { ...columns, subject: 'task' }));
}

const subjects: readonly Attack[] = [
  attack('give a session the history of a task', 'treatment_session.subject generated', (b) =>
    asTask(b, 'treatment_session', 'open', booked(b.ground, wish(b))),
  ),
  attack('give a request the history of a task', 'auth_request.subject generated', (b) =>
    asTask(b, 'auth_request', 'open', { ...asked(b.ground), channel: 'fax', submitted_at: 'now' }),
  ),
  attack('give an agreement the history of a task', 'self_pay_agreement.subject generated', (b) =>
    asTask(b, 'self_pay_agreement', 'open', { ...agreement.scope(2), ...agreement.estimate(b.ground) }),
  ),
  attack('give a case the history of a task', 'treatment_case.subject generated', (b) => {
    const id = fresh();
    return inOrder(
      row(b.ground, 'treatment_case', { caseId: id, id }, 'open', {
        ...aboutCase(b.ground, nextNumber()),
        subject: 'task',
      }),
      begin(
        b.ground,
        'task',
        { caseId: id, id },
        { move: 'raise', to: 'open' },
        { kind: 'call_payer', about: 'x', for_role: 'coordinator', due_on: day(b.ground, 1) },
      ),
    );
  }),
  attack('give a letter the history of a task', 'letter.subject generated', (b) => {
    const of = newOf(b);
    return inOrder(
      begin(
        b.ground,
        'task',
        of,
        { move: 'raise', to: 'open' },
        { kind: 'call_payer', about: 'x', for_role: 'coordinator', due_on: day(b.ground, 1) },
      ),
      row(b.ground, 'letter', of, 'open', { version: 1, subject: 'task' }),
      wording(b.ground, of.id, 1, 'words'),
    );
  }),
  attack('give an authorization the history of a task', 'payer_authorization.subject generated', (b) => {
    const grant = grantOf(b, 'spareGrant', { id: fresh(), requestId: b.ids.spareRequest });
    return inOrder(
      begin(
        b.ground,
        'task',
        grant,
        { move: 'raise', to: 'open' },
        { kind: 'call_payer', about: 'x', for_role: 'coordinator', due_on: day(b.ground, 1) },
      ),
      row(b.ground, 'payer_authorization', grant, 'open', {
        ...authorization.granted(b.ground, grant),
        subject: 'task',
      }),
      authorization.terms(b.ground, { ...grant, lines: {} }, 1),
    );
  }),
  attack('give a case the history of another case', 'treatment_case.case_id generated', (b) => {
    const id = fresh();
    const as = { caseId: b.ids.otherCase, id };
    return inOrder(
      row(b.ground, 'treatment_case', as, 'open', {
        ...aboutCase(b.ground, nextNumber()),
        case_id: as.caseId,
      }),
      event(b.ground, 'treatment_case', as, { seq: 1, from: 'nowhere', move: 'open', to: 'open' }),
    );
  }),
  attack('give an entry the history of a task', 'ledger_entry.subject generated', (b) => {
    const of = newOf(b);
    const made = {
      ...of,
      agreementId: b.ids.voidAgreement,
      no: 1,
      before: ledger.nothing,
      kind: 'payment',
      cents: 9,
    } as const;
    return inOrder(
      task(b, of),
      row(b.ground, 'ledger_entry', of, 'open', { ...ledger.entered(b.ground, made), subject: 'task' }),
      ledger.postings(b.ground, made),
    );
  }),
  attack('give a dispute the history of a task', 'dispute.subject generated', (b) => {
    const of = newOf(b);
    const columns = { ...disputed(b.ground, b.ids.disputedAgreement), provider: 'Harbor Laboratory' };
    return inOrder(task(b, of), row(b.ground, 'dispute', of, 'open', { ...columns, subject: 'task' }));
  }),
  attack('give a card payment the history of a task', 'card_transaction.subject generated', (b) => {
    const of = newOf(b);
    const made = { ...of, agreementId: b.ids.voidAgreement, kind: 'payment', cents: 9 } as const;
    return inOrder(
      task(b, of),
      row(b.ground, 'card_transaction', of, 'open', { ...asCard(made), provider_ref: 'x', subject: 'task' }),
    );
  }),
  attack('give a plan the history of a task', 'payment_plan.subject generated', (b) => {
    const of = newOf(b);
    const made = { ...of, agreementId: b.ids.voidAgreement, totalCents: 135_000, installments: 1 };
    const columns = {
      agreement_id: made.agreementId,
      total_cents: 135_000,
      installments: 1,
      every: 'week',
      subject: 'task',
    };
    return inOrder(
      task(b, of),
      row(b.ground, 'payment_plan', of, 'open', columns),
      ledger.installment(b.ground, made, 1, [0, 135_000]),
    );
  }),
];

const holds: readonly Attack[] = [
  attack('choose the day of a session', 'treatment_session.session_on generated', (b) => {
    const made = wish(b, { startsAt: at(b.ground, 61, 600) });
    return inOrder(bookBare(b.ground, made, { session_on: day(b.ground, 60) }), unit(b, made));
  }),
  attack('choose to hold nothing', 'treatment_session.hold generated', (b) => {
    const made = wish(b);
    return inOrder(bookBare(b.ground, made, { hold: 'none' }), unit(b, made, {}, b.ids.key, 1));
  }),
  attack('choose to need no unit', 'treatment_session.held_slot generated', (b) =>
    bookBare(b.ground, wish(b), { held_slot: null }),
  ),
  attack('choose to need no record', 'treatment_session.record_id generated', (b) =>
    go(b.ground, b.of('arrived'), 3, perform, { record_id: null }),
  ),
  attack('choose to follow no other unit', 'session_unit.prev_slot generated', (b) => {
    const made = wish(b, { units: 2 });
    return inOrder(
      bookBare(b.ground, made),
      takeUnit(
        b.ground,
        { sessionId: made.id, clearanceId: b.ids.key, slot: 2, unitNo: 6 },
        { prev_slot: null },
      ),
    );
  }),
  attack('choose to need no named clinician', 'session_unit.live_clinician_id generated', (b) => {
    const made = wish(b, { clinicianId: b.stranger });
    return inOrder(bookBare(b.ground, made), unit(b, made, { live_clinician_id: null }));
  }),
  attack('record a booking as a treatment', 'treatment_record.performed_state generated', (b) =>
    treated(b.ground, b.of('arrived'), b.clinicians[0] ?? '', { seq: 2, performed_state: 'checked_in' }),
  ),
  attack('sign a treatment as a manager', 'treatment_record.signer_role generated', (b) =>
    inOrder(
      go(b.ground, b.of('arrived'), 3, perform),
      treated(b.ground, b.of('arrived'), b.clinicians[0] ?? '', {
        signed_by: b.ground.managerId,
        signer_role: 'manager',
      }),
    ),
  ),
  attack('follow no other event', 'case_event.prev_seq generated', (b) =>
    inOrder(
      `UPDATE stipple.treatment_session SET state = 'checked_in', seq = 3 WHERE id = '${b.ids.arrived}'`,
      event(
        b.ground,
        'treatment_session',
        b.of('arrived'),
        { seq: 3, from: checkIn[0], move: checkIn[1], to: checkIn[2] },
        { prev_seq: null },
      ),
    ),
  ),
];

const grant = (b: Bench, more: Partial<authorization.Grant>, forged: Columns) =>
  authorization.record(
    b.ground,
    grantOf(b, 'spareGrant', { id: fresh(), requestId: b.ids.spareRequest, ...more }),
    forged,
  );

const sources: readonly Attack[] = [
  attack('unlock while waiting', 'payer_authorization.unlocks generated', (b) => {
    const waiting = grantOf(b, 'spareGrant', {
      id: fresh(),
      basis: 'partial',
      requestId: b.ids.barePartialRequest,
    });
    const key = { ...spareKey(b, b.clinicians), authorizationId: waiting.id, units: 6 };
    return inOrder(
      authorization.record(b.ground, waiting, { unlocks: true }),
      authorization.openKey(b.ground, key),
    );
  }),
  ...(['coordinator', 'physician'] as const).map((role) =>
    attack(`need no ${role}`, `payer_authorization.needs_${role} generated`, (b) => {
      const waiting = b.of('partial');
      const other =
        role === 'coordinator'
          ? ['physician', b.ground.physicianId]
          : ['coordinator', b.ground.coordinatorId];
      return inOrder(
        authorization.assent(b.ground, waiting.id, other[0] ?? '', other[1] ?? ''),
        authorization.comeIntoForce(b.ground, waiting, 'partial', { [`needs_${role}`]: null }),
      );
    }),
  ),
  attack('need no manager', 'payer_authorization.needs_manager generated', (b) =>
    inOrder(
      authorization.assent(b.ground, b.ids.notRequired, 'physician', b.ground.physicianId),
      authorization.comeIntoForce(b.ground, b.of('notRequired'), 'not_required', { needs_manager: null }),
    ),
  ),
  attack('need no answer', 'payer_authorization.answer generated', (b) =>
    grant(b, { requestId: b.ids.deniedRequest }, { answer: null }),
  ),
  attack(
    'say that an open challenge was lost, and take it',
    'payer_authorization.challenge_won generated',
    (b) =>
      grant(
        b,
        { requestId: b.ids.deniedRequest },
        { challenge_id: b.ids.openChallenge, challenge_won: false },
      ),
  ),
  attack('go on unlocking once void', 'self_pay_agreement.unlocks generated', (b) => {
    const of = newOf(b);
    return inOrder(
      agreement.draft(b.ground, of, 2, { unlocks: false }),
      agreement.issue(b.ground, of),
      agreement.sign(b.ground, of, { unlocks: true }),
      agreement.patientSigns(b.ground, of, b.ids.proof),
      agreement.openPaidKey(b.ground, of, fresh(), 2),
      agreement.withdraw(b.ground, of),
    );
  }),
  attack('need no signature of the patient', 'self_pay_agreement.signature_id generated', (b) =>
    agreement.sign(b.ground, b.of('issuedAgreement'), { signature_id: null }),
  ),
  attack('take the issuing for the signing', 'patient_signature.signed_state generated', (b) =>
    agreement.patientSigns(b.ground, b.of('issuedAgreement'), b.ids.proof, {
      seq: 2,
      signed_state: 'estimate_issued',
    }),
  ),
  attack('need no signature of a physician', 'letter.signature_id generated', (b) =>
    signLetter(b.ground, b.of('readyLetter'), { signature_id: null }),
  ),
  attack('sign a letter that is a draft', 'signature.signed_state generated', (b) =>
    signature(b.ground, b.of('readyLetter'), { seq: 1, signed_state: 'draft' }),
  ),
  attack('sign a letter in the role of a manager', 'signature.signer_role generated', (b) =>
    inOrder(
      signLetter(b.ground, b.of('readyLetter')),
      signature(b.ground, b.of('readyLetter'), { signer_id: b.ground.managerId, signer_role: 'manager' }),
    ),
  ),
  attack('choose the hash of one’s words', 'letter_version.content_hash generated', (b) =>
    signFreshWords(b, { body: 'other words', content_hash: raw(letterHash('second')) }),
  ),
  attack('call one’s sentences bound', 'letter_version.assertions_bound generated', (b) =>
    signFreshWords(b, { open_sentences: 1, assertions_bound: true }),
  ),
];

export const generatedAttacks: readonly Attack[] = [...subjects, ...holds, ...sources];
