import { Ground, day } from '../ground';
import { Columns, inOrder, insert, json } from '../sql';
import { nameClinician } from './authorization';
import { Of, begin, step } from './history';

const subject = 'self_pay_agreement';

/** What an estimate is about. Its price is beside the point here, so it is one line. */
export function scope(sessions: number): Columns {
  return {
    procedure_code: '17999',
    sessions,
    lines: json([{ description: 'Session', quantity: sessions, unitCents: 45_000 }]),
    total_cents: sessions * 45_000,
  };
}

export function draft(ground: Ground, of: Of, sessions: number, forged: Columns = {}): string {
  return begin(ground, subject, of, { move: 'draft', to: 'draft' }, { ...scope(sessions), ...forged });
}

export function estimate(ground: Ground): Columns {
  return { estimate_on: day(ground, 0), valid_until: day(ground, 90), delivery: 'paper' };
}

export function issue(ground: Ground, of: Of, set: Columns = {}): string {
  const moved = { seq: 2, from: 'draft', move: 'issue_estimate', to: 'estimate_issued' };
  return step(ground, subject, of, moved, { ...estimate(ground), ...set });
}

/** The move alone; the signature is a record of its own. */
export function sign(ground: Ground, of: Of, set: Columns = {}): string {
  const moved = { seq: 3, from: 'estimate_issued', move: 'sign', to: 'signed' };
  return step(ground, subject, of, moved, { covers_from: day(ground, 0), ...set });
}

export function patientSigns(ground: Ground, of: Of, proofId: string | null, forged: Columns = {}): string {
  return insert('patient_signature', {
    clinic_id: ground.clinicId,
    agreement_id: of.id,
    case_id: of.caseId,
    seq: 3,
    signer_name: 'Alpha Testpatient',
    content_hash: '\\x' + '11'.repeat(32),
    witness_id: ground.coordinatorId,
    proof_id: proofId,
    ...forged,
  });
}

/** Opens the clearance of a signed agreement. */
export function openPaidKey(
  ground: Ground,
  of: Of,
  keyId: string,
  sessions: number,
  forged: Columns = {},
): string {
  return insert('clearance', {
    clinic_id: ground.clinicId,
    id: keyId,
    case_id: of.caseId,
    agreement_id: of.id,
    procedure_code: '17999',
    units: sessions,
    opens_on: day(ground, 0),
    closes_on: day(ground, 90),
    active: true,
    ...forged,
  });
}

export interface Signed extends Of {
  readonly keyId: string;
  readonly proofId: string;
  readonly sessions: number;
  readonly clinicians: readonly string[];
}

/** From the estimate to the signed agreement and its clearance. */
export function signedAgreement(ground: Ground, made: Signed): string {
  return inOrder(
    draft(ground, made, made.sessions),
    issue(ground, made),
    sign(ground, made),
    patientSigns(ground, made, made.proofId),
    openPaidKey(ground, made, made.keyId, made.sessions),
    ...made.clinicians.map((clinician) => nameClinician(ground, made.keyId, clinician)),
  );
}

export function withdraw(ground: Ground, of: Of): string {
  const moved = { seq: 4, from: 'signed', move: 'void', to: 'void' };
  return step(ground, subject, of, moved, { end_reason: 'Patient changed their mind' });
}
