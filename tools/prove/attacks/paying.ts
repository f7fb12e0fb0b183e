import type { Bench } from '../bench';
import { day } from '../ground';
import { Columns, inOrder, json, update } from '../sql';
import * as agreement from '../verbs/agreement';
import { step } from '../verbs/history';
import { Attack, attack, fresh, newOf } from './attack';

const signed = (b: Bench, set: Columns) =>
  update('self_pay_agreement', set, { clinic_id: b.ground.clinicId, id: b.ids.agreement });

/** The patient signs the issued estimate of the bench, with something wrong about it. */
function signIssued(
  b: Bench,
  set: Columns = {},
  signature: Columns = {},
  proofId: string | null = b.ids.proof,
): string {
  const of = b.of('issuedAgreement');
  return inOrder(agreement.sign(b.ground, of, set), agreement.patientSigns(b.ground, of, proofId, signature));
}

/** The patient signs on screen, by a link that is made on the spot. */
function signOnScreen(b: Bench, link: Columns = {}, signature: Columns = {}): string {
  const of = b.of('issuedAgreement');
  const linkId = fresh();
  const onScreen = { witness_id: null, proof_id: null, link_id: linkId, ...signature };
  return inOrder(
    agreement.makeLink(b.ground, of, linkId, link),
    agreement.sign(b.ground, of),
    agreement.patientSigns(b.ground, of, null, onScreen),
  );
}

/** A new estimate with something wrong about it, taken as far as issued. */
function issueNew(b: Bench, set: Columns): string {
  const of = newOf(b);
  return inOrder(agreement.draft(b.ground, of, 2), agreement.issue(b.ground, of, set));
}

export const payingAttacks: readonly Attack[] = [
  attack(
    'sign without the patient’s signature',
    ['self_pay_agreement.signed_agreement_has_signature', 'patient_signature.patient_signature_pkey'],
    (b) => agreement.sign(b.ground, b.of('issuedAgreement')),
  ),
  attack(
    'sign without a signature and withdraw in one go',
    'self_pay_agreement.signed_agreement_never_changes',
    (b) =>
      inOrder(
        agreement.sign(b.ground, b.of('issuedAgreement')),
        agreement.withdraw(b.ground, b.of('issuedAgreement')),
      ),
    'signed_agreement_has_signature',
  ),
  attack(
    'open a clearance of a draft',
    [],
    (b) => agreement.openPaidKey(b.ground, b.of('draftAgreement'), fresh(), 3),
    'clearance_follows_agreement',
  ),
  attack(
    'open a clearance of an estimate that is not signed',
    ['clearance.clearance_follows_agreement', 'self_pay_agreement.agreement_key'],
    (b) => agreement.openPaidKey(b.ground, b.of('issuedAgreement'), fresh(), 3),
  ),
  attack('open a clearance of an agreement of another case', 'clearance.clearance_follows_agreement', (b) =>
    agreement.openPaidKey(b.ground, { caseId: b.ids.otherCase, id: b.ids.agreement }, fresh(), 3, {
      procedure_code: '96999',
    }),
  ),
  attack('open a second clearance of one agreement', 'clearance.one_clearance_per_agreement', (b) =>
    agreement.openPaidKey(b.ground, b.of('agreement'), fresh(), 3),
  ),
  attack(
    'open a clearance for what the patient did not sign',
    ['clearance.clearance_units_of_agreement', 'self_pay_agreement.agreement_scope'],
    (b) => agreement.openPaidKey(b.ground, b.of('agreement'), fresh(), 9, { procedure_code: '96999' }),
  ),
  attack('prepare a clearance before the signature', 'self_pay_agreement.signed_after_estimate', (b) =>
    update('self_pay_agreement', { covers_from: day(b.ground, 0) }, { id: b.ids.issuedAgreement }),
  ),
  attack('let it cover days after the estimate ends', 'self_pay_agreement.signed_after_estimate', (b) =>
    signIssued(b, { covers_from: day(b.ground, 200) }),
  ),
  attack('prolong a signed agreement', 'self_pay_agreement.signed_agreement_never_changes', (b) =>
    signed(b, { valid_until: day(b.ground, 300) }),
  ),
  attack(
    'let a signed agreement cover earlier days',
    'self_pay_agreement.signed_agreement_never_changes',
    (b) => signed(b, { covers_from: day(b.ground, 1) }),
  ),
  attack(
    'raise the sessions of a signed agreement',
    [],
    (b) => signed(b, { ...agreement.scope(20) }),
    'signed_agreement_never_changes',
  ),
  attack(
    'change the price while the patient signs',
    'self_pay_agreement.signed_agreement_never_changes',
    (b) => signIssued(b, agreement.scope(20)),
  ),
  attack('issue an estimate without its dates', 'self_pay_agreement.estimate_is_dated', (b) =>
    issueNew(b, { delivery: null }),
  ),
  attack('issue an estimate for years', 'self_pay_agreement.estimate_lasts_a_year', (b) =>
    issueNew(b, { valid_until: day(b.ground, 2000) }),
  ),
  attack('issue an estimate for ever', 'self_pay_agreement.self_pay_agreement_estimate_on_check', (b) => {
    const of = newOf(b);
    const forever = { estimate_on: 'infinity', valid_until: 'infinity' };
    return inOrder(
      agreement.draft(b.ground, of, 2),
      agreement.issue(b.ground, of, forever),
      agreement.sign(b.ground, of, { covers_from: 'infinity' }),
      agreement.patientSigns(b.ground, of, b.ids.proof),
    );
  }),
  attack('sign over other words', 'patient_signature.signature_over_estimate', (b) =>
    signIssued(b, {}, { content_hash: '\\x' + '22'.repeat(32) }),
  ),
  attack('sign without saying which estimate', 'patient_signature.signature_names_estimate', (b) =>
    signIssued(b, {}, { estimate_version: null }),
  ),
  attack(
    'sign an estimate that was replaced by another',
    ['patient_signature.signature_of_current_estimate', 'self_pay_agreement.agreement_estimate'],
    (b) => {
      const of = newOf(b);
      return inOrder(
        agreement.draft(b.ground, of, 2),
        agreement.issue(b.ground, of),
        agreement.revise(b.ground, of, 3),
        agreement.issue(b.ground, of, {}, { version: 2, seq: 4 }),
        agreement.sign(b.ground, of, {}, 5),
        agreement.patientSigns(b.ground, of, b.ids.proof, { seq: 5, estimate_version: 1 }),
      );
    },
  ),
  attack('issue another price than the paper says', 'self_pay_agreement.issued_as_written', (b) => {
    const of = newOf(b);
    const moved = { seq: 2, from: 'draft', move: 'issue_estimate', to: 'estimate_issued' };
    return inOrder(
      agreement.draft(b.ground, of, 2),
      agreement.writeEstimate(b.ground, of, 1, 2),
      step(b.ground, 'self_pay_agreement', of, moved, {
        ...agreement.scope(3),
        ...agreement.estimate(b.ground),
      }),
    );
  }),
  attack(
    'attach a waiver of another case',
    'self_pay_agreement.self_pay_agreement_clinic_id_waiver_id_case_id_fkey',
    (b) => update('self_pay_agreement', { waiver_id: b.ids.otherProof }, { id: b.ids.agreement }),
  ),
  attack(
    'sign on behalf of the patient before the estimate',
    'patient_signature.patient_signature_has_event',
    (b) => agreement.patientSigns(b.ground, b.of('issuedAgreement'), b.ids.proof, { seq: 2 }),
  ),
  attack(
    'sign with nobody to witness',
    'patient_signature.patient_signature_clinic_id_witness_id_fkey',
    (b) => signIssued(b, {}, { witness_id: fresh() }),
  ),
  attack(
    'sign with a paper of another case as proof',
    'patient_signature.patient_signature_clinic_id_proof_id_case_id_fkey',
    (b) => signIssued(b, {}, {}, b.ids.otherProof),
  ),
  ...['witness_id', 'proof_id'].map((column) =>
    attack(
      `sign on paper without ${column.replaceAll('_', ' ')}`,
      'patient_signature.signature_on_paper_or_screen',
      (b) => signIssued(b, {}, { [column]: null }),
    ),
  ),
  attack(
    'sign on screen by a link that the patient never opened',
    ['patient_signature.signature_by_opened_link', 'patient_link.patient_link_as_opened'],
    (b) => signOnScreen(b),
  ),
  attack('sign by a link that nobody knows', 'patient_signature.signature_by_opened_link', (b) =>
    signIssued(b, {}, { witness_id: null, proof_id: null, link_id: fresh() }),
  ),
  attack('sign by a link that leads to the case', 'patient_signature.signature_by_opened_link', (b) =>
    signOnScreen(b, { agreement_id: null, estimate_version: null, clinician_ids: null }),
  ),
  attack('say that a link was opened', 'patient_link.opened generated', (b) =>
    signOnScreen(b, { opened: true }),
  ),
  attack('say that no link need be opened', 'patient_signature.link_opened generated', (b) =>
    signOnScreen(b, {}, { link_opened: null }),
  ),
  ...['signer_name', 'content_hash'].map((column) =>
    attack(
      `sign without ${column.replaceAll('_', ' ')}`,
      `patient_signature.patient_signature_${column}_not_null`,
      (b) => signIssued(b, {}, { [column]: null }),
    ),
  ),
  ...['case_id', 'seq'].map((column) =>
    attack(
      `sign in advance, leaving out the ${column.replaceAll('_', ' ')}`,
      `patient_signature.patient_signature_${column}_not_null`,
      (b) => agreement.patientSigns(b.ground, b.of('issuedAgreement'), b.ids.proof, { [column]: null }),
    ),
  ),
  attack('sign as if it were long ago', 'patient_signature INSERT signed_at', (b) =>
    signIssued(b, {}, { signed_at: '2020-01-01' }),
  ),
  attack(
    'revive a void agreement',
    [],
    (b) =>
      step(b.ground, 'self_pay_agreement', b.of('voidAgreement'), {
        seq: 5,
        from: 'void',
        move: 'sign',
        to: 'signed',
      }),
    'final_is_final',
  ),
  attack(
    'lower a price so that the total no longer fits',
    [],
    (b) =>
      update(
        'self_pay_agreement',
        { lines: json([{ description: 'Session', quantity: 1, unitCents: 1 }]) },
        { id: b.ids.draftAgreement },
      ),
    'total_is_sum_of_lines',
  ),
];
