import { Ground, day } from '../ground';
import { Columns, inOrder, insert, update } from '../sql';
import { Of, event, nowhere, row, step } from './history';

export type Lines = Readonly<Record<string, number>>;

export interface Grant extends Of {
  readonly proofId: string;
  readonly requestId: string | null;
  readonly basis: 'approved' | 'partial' | 'not_required';
  readonly lines: Lines;
  readonly fromDay: number;
  readonly toDay: number;
}

export const firstState = {
  approved: 'in_force',
  partial: 'awaiting_acknowledgement',
  not_required: 'awaiting_confirmation',
} as const;

/** What a payer granted: the row, its event, its terms and their lines, but no clearance yet. */
export function record(
  ground: Ground,
  grant: Grant,
  forged: Columns = {},
  forgedTerms: Columns = {},
): string {
  const state = typeof forged['state'] === 'string' ? forged['state'] : firstState[grant.basis];
  return inOrder(
    row(ground, 'payer_authorization', grant, state, { ...granted(ground, grant), ...forged }),
    event(ground, 'payer_authorization', grant, { seq: 1, from: nowhere, move: 'record', to: state }),
    terms(ground, grant, 1, forgedTerms),
  );
}

export function granted(ground: Ground, grant: Grant): Columns {
  return {
    request_id: grant.requestId,
    basis: grant.basis,
    number: `A-${grant.id}`,
    decided_on: day(ground, 0),
    effective_on: day(ground, grant.fromDay),
    expires_on: day(ground, grant.toDay),
    terms_seq: 1,
    place_of_service: '11',
    channel: 'portal',
    proof_id: grant.proofId,
    payer_words: grant.basis === 'not_required' ? 'None required.' : null,
    entered_by: ground.coordinatorId,
    verified_by: ground.coordinatorId,
  };
}

export function terms(
  ground: Ground,
  grant: Pick<Grant, 'id' | 'lines' | 'fromDay' | 'toDay'>,
  seq: number,
  forged: Columns = {},
): string {
  const key = { clinic_id: ground.clinicId, authorization_id: grant.id, terms_seq: seq };
  return inOrder(
    insert('authorization_terms', {
      ...key,
      effective_on: day(ground, grant.fromDay),
      expires_on: day(ground, grant.toDay),
      ...forged,
    }),
    ...Object.entries(grant.lines).map(([code, units]) => line(ground, grant.id, seq, code, units)),
  );
}

export function line(
  ground: Ground,
  authorizationId: string,
  seq: number,
  code: string,
  units: number | null,
): string {
  return insert('authorization_line', {
    clinic_id: ground.clinicId,
    authorization_id: authorizationId,
    terms_seq: seq,
    procedure_code: code,
    units,
  });
}

/** Other window, other lines: the earlier terms stay on record. Clearances follow the window; their units are set here. */
export function amend(ground: Ground, grant: Grant, seq: number): string {
  const moved = { seq, from: 'in_force', move: 'amend', to: 'in_force' };
  const window = { effective_on: day(ground, grant.fromDay), expires_on: day(ground, grant.toDay) };
  return inOrder(
    terms(ground, grant, seq),
    step(ground, 'payer_authorization', grant, moved, { ...window, terms_seq: seq }),
    ...Object.entries(grant.lines).map(([code, units]) =>
      update(
        'clearance',
        { units },
        { clinic_id: ground.clinicId, authorization_id: grant.id, procedure_code: code },
      ),
    ),
  );
}

export function assent(
  ground: Ground,
  authorizationId: string,
  role: string,
  staffId: string | null,
  forged: Columns = {},
): string {
  return insert('authorization_assent', {
    clinic_id: ground.clinicId,
    authorization_id: authorizationId,
    as_role: role,
    staff_id: staffId,
    ...forged,
  });
}

/** Puts an authorization in force that waited for somebody's assent. */
export function comeIntoForce(
  ground: Ground,
  of: Of,
  basis: 'partial' | 'not_required',
  set: Columns = {},
): string {
  const move = basis === 'partial' ? 'acknowledge' : 'confirm';
  return step(
    ground,
    'payer_authorization',
    of,
    { seq: 2, from: firstState[basis], move, to: 'in_force' },
    set,
  );
}

export interface Key {
  readonly id: string;
  readonly caseId: string;
  readonly authorizationId: string;
  readonly code: string;
  readonly units: number;
  readonly fromDay: number;
  readonly toDay: number;
  readonly active: boolean;
  readonly clinicians: readonly string[];
}

/** Opens a clearance of an authorization and names who may treat. */
export function openKey(ground: Ground, key: Key, forged: Columns = {}): string {
  return inOrder(
    insert('clearance', {
      clinic_id: ground.clinicId,
      id: key.id,
      case_id: key.caseId,
      authorization_id: key.authorizationId,
      terms_seq: 1,
      procedure_code: key.code,
      units: key.units,
      opens_on: day(ground, key.fromDay),
      closes_on: day(ground, key.toDay),
      active: key.active,
      ...forged,
    }),
    ...key.clinicians.map((clinician) => nameClinician(ground, key.id, clinician)),
  );
}

export function nameClinician(ground: Ground, clearanceId: string, clinicianId: string): string {
  return insert('clearance_clinician', {
    clinic_id: ground.clinicId,
    clearance_id: clearanceId,
    clinician_id: clinicianId,
  });
}

/** The whole way: an authorization and its clearance for one code, as the payer's answer opens it. */
export function recordWithKey(
  ground: Ground,
  grant: Grant,
  keyId: string,
  clinicians: readonly string[],
): string {
  const [[code, units] = ['17999', 1]] = Object.entries(grant.lines);
  const active = grant.basis === 'approved';
  return inOrder(
    record(ground, grant),
    openKey(ground, { ...grant, id: keyId, authorizationId: grant.id, code, units, active, clinicians }),
  );
}
