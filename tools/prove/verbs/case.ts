import { Ground, day, paper } from '../ground';
import { Columns, inOrder, insert, json } from '../sql';
import { Of, begin, event, row, step } from './history';

export function openCase(ground: Ground, id: string, number: number, forged: Columns = {}): string {
  return begin(
    ground,
    'treatment_case',
    { caseId: id, id },
    { move: 'open', to: 'open' },
    {
      ...aboutCase(ground, number),
      ...forged,
    },
  );
}

export function aboutCase(ground: Ground, number: number): Columns {
  return {
    case_number: number,
    patient_id: ground.patientId,
    coverage_id: ground.coverageId,
    payer_id: ground.payerId,
    plan_type: 'none',
    cause: 'burn',
    injury_context: 'neither',
    body_site: 'hand',
    side: 'right',
    diagnoses: ['L90.5'],
    procedure_code: '17999',
    planned_sessions: 6,
    physician_id: ground.physicianId,
    next_touch_on: day(ground, 3),
    stage: 'intake',
    acts_next: 'coordinator',
    next_step: 'Call',
  };
}

export function attach(ground: Ground, of: Of): string {
  return begin(
    ground,
    'case_document',
    of,
    { move: 'record', to: 'recorded' },
    {
      kind: 'payer_notice',
      title: 'Notice',
      file_sha256: paper,
    },
  );
}

export type RequestEnd = 'draft' | 'pended' | 'approved' | 'partial' | 'denied';

const answers = { approved: 'approve', partial: 'approve_partly', denied: 'deny' } as const;

/** A request from its draft to what the payer said to it. */
export function request(ground: Ground, of: Of, end: RequestEnd): string {
  const go = (seq: number, from: string, move: string, to: string, set: Columns = {}) =>
    step(ground, 'auth_request', of, { seq, from, move, to }, set);
  const draft = inOrder(
    row(ground, 'auth_request', of, 'draft', asked(ground)),
    event(ground, 'auth_request', of, { seq: 1, from: 'nowhere', move: 'draft', to: 'draft' }),
  );
  if (end === 'draft') return draft;
  const received = inOrder(
    draft,
    go(2, 'draft', 'complete', 'ready'),
    go(3, 'ready', 'submit', 'submitted', { channel: 'portal', submitted_at: day(ground, -1) }),
    go(4, 'submitted', 'acknowledge_receipt', 'received'),
  );
  if (end === 'pended') return inOrder(received, go(5, 'received', 'pend', 'pended'));
  return inOrder(received, go(5, 'received', answers[end], end, end === 'denied' ? denial(ground) : {}));
}

export function asked(ground: Ground): Columns {
  return {
    lines: json([{ procedureCode: '17999', units: 6 }]),
    from_on: day(ground, -5),
    to_on: day(ground, 60),
    urgency: 'standard',
  };
}

function denial(ground: Ground): Columns {
  const today = day(ground, 0);
  return {
    denial_words: 'Not medically necessary',
    denial_kind: 'clinical',
    denied_on: today,
    decided_on: today,
    notice_received_on: today,
  };
}

/** A challenge of a denied request, open or won. Not a clinical one, so that it goes without a physician's signature. */
export function challenge(ground: Ground, of: Of, requestId: string, won: boolean): string {
  const go = (seq: number, from: string, move: string, to: string, set: Columns = {}) =>
    step(ground, 'challenge', of, { seq, from, move, to }, set);
  const open = begin(
    ground,
    'challenge',
    of,
    { move: 'open', to: 'open' },
    {
      kind: 'peer_to_peer',
      request_id: requestId,
      clinical: false,
    },
  );
  if (!won) return open;
  return inOrder(
    open,
    go(2, 'open', 'draft', 'drafted', { body: 'Please look again.' }),
    go(3, 'drafted', 'send', 'sent', { sent_on: day(ground, 0) }),
    go(4, 'sent', 'overturn', 'overturned', { decided_on: day(ground, 0) }),
  );
}

/** What a physician signs: the hash covers exactly these words. */
export const letterHash = (body: string) => `stipple.letter_hash(ARRAY['17999'], '${body}', '[]')`;

export function wording(
  ground: Ground,
  letterId: string,
  version: number,
  body: string,
  wrong: Columns = {},
): string {
  return insert('letter_version', {
    clinic_id: ground.clinicId,
    letter_id: letterId,
    version,
    procedure_codes: ['17999'],
    body,
    author_id: ground.coordinatorId,
    bindings: '[]',
    open_sentences: 0,
    checked_with: 1,
    ...wrong,
  });
}
