import { Ground, day } from '../ground';
import { Columns, inOrder, insert, json, literal, raw } from '../sql';
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
  return {
    estimate_on: day(ground, 0),
    valid_until: day(ground, 90),
    delivery: 'paper',
    estimate_version: 1,
  };
}

/** What the patient is given, as its record. It says the scope that the agreement has at that moment. */
export function writeEstimate(
  ground: Ground,
  of: Of,
  version: number,
  seq: number,
  forged: Columns = {},
): string {
  const ofAgreement = (column: string) =>
    raw(`(SELECT ${column} FROM stipple.self_pay_agreement WHERE id = ${literal(of.id)})`);
  const total = ofAgreement('total_cents');
  return insert('estimate_version', {
    clinic_id: ground.clinicId,
    agreement_id: of.id,
    version,
    case_id: of.caseId,
    seq,
    language: 'en',
    delivery: 'paper',
    procedure_code: ofAgreement('procedure_code'),
    sessions: ofAgreement('sessions'),
    lines: ofAgreement('lines'),
    total_cents: total,
    issued_on: day(ground, 0),
    valid_until: day(ground, 90),
    contents: raw(
      `json_build_object('version', ${version}, 'contents', json_build_object('totalCents', ${total.text}), 'document', json_build_object('sections', '[]'::json))::text`,
    ),
    issued_by: ground.coordinatorId,
    ...forged,
  });
}

export function issue(ground: Ground, of: Of, set: Columns = {}, { version = 1, seq = 2 } = {}): string {
  const moved = { seq, from: 'draft', move: 'issue_estimate', to: 'estimate_issued' };
  const days = { ...estimate(ground), ...set };
  const { estimate_on: issued_on, valid_until } = days;
  return inOrder(
    writeEstimate(ground, of, version, seq, { issued_on, valid_until }),
    step(ground, subject, of, moved, { ...days, estimate_version: version }),
  );
}

/** Other prices than those the patient was given: it is a draft again. */
export function revise(ground: Ground, of: Of, sessions: number): string {
  const moved = { seq: 3, from: 'estimate_issued', move: 'revise', to: 'draft' };
  const nothing = { estimate_on: null, valid_until: null, delivery: null, estimate_version: null };
  return step(ground, subject, of, moved, { ...scope(sessions), ...nothing });
}

/** The move alone; the signature is a record of its own. */
export function sign(ground: Ground, of: Of, set: Columns = {}, seq = 3): string {
  const moved = { seq, from: 'estimate_issued', move: 'sign', to: 'signed' };
  return step(ground, subject, of, moved, { covers_from: day(ground, 0), ...set });
}

/** The hash of what the patient was given, by the database's own reckoning. */
const hashOfEstimate = (of: Of, version: number) =>
  raw(
    `(SELECT content_sha256 FROM stipple.estimate_version WHERE agreement_id = ${literal(of.id)} AND version = ${version})`,
  );

export function patientSigns(ground: Ground, of: Of, proofId: string | null, forged: Columns = {}): string {
  return insert('patient_signature', {
    clinic_id: ground.clinicId,
    agreement_id: of.id,
    case_id: of.caseId,
    seq: 3,
    signer_name: 'Alpha Testpatient',
    estimate_version: 1,
    content_hash: hashOfEstimate(
      of,
      typeof forged['estimate_version'] === 'number' ? forged['estimate_version'] : 1,
    ),
    witness_id: ground.coordinatorId,
    proof_id: proofId,
    ...forged,
  });
}

/** A link for the patient. Nobody has opened it: that takes their date of birth. */
export function makeLink(ground: Ground, of: Of, linkId: string, forged: Columns = {}): string {
  return insert('patient_link', {
    clinic_id: ground.clinicId,
    id: linkId,
    case_id: of.caseId,
    agreement_id: of.id,
    estimate_version: 1,
    token_hash: raw(`sha256(convert_to(${literal(linkId)}, 'UTF8'))`),
    clinician_ids: raw(`ARRAY[${literal(linkId)}]::uuid[]`),
    made_by: ground.coordinatorId,
    expires_at: raw(`now() + interval '7 days'`),
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
