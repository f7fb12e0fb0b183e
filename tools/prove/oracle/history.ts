import { lifecycles, rowsOf } from '@stipple/domain';
import { literal } from '../sql';
import type { Check } from './oracle';

/** The tables whose rows move through states. */
export const subjectTables = [
  'treatment_case',
  'auth_request',
  'payer_authorization',
  'self_pay_agreement',
  'treatment_session',
  'letter',
  'benefit_call',
  'case_document',
  'screening',
  'challenge',
  'claim',
  'task',
  'ledger_entry',
  'payment_plan',
  'dispute',
  'card_transaction',
] as const;

/** The moves of the domain itself, not of the table that PostgreSQL checks against. */
const legalMoves = lifecycles
  .flatMap(rowsOf)
  .map(({ subject, from, move, to }) => `(${[subject, from, move, to].map(literal).join(', ')})`)
  .join(', ');

const keyOfCase = (table: string) => (table === 'treatment_case' ? 'x.id' : 'x.case_id');

const strayRows = subjectTables.map(
  (table) => `SELECT x.id FROM stipple.${table} x WHERE NOT EXISTS (
    SELECT FROM stipple.case_event e WHERE (e.clinic_id, e.subject_id, e.seq, e.case_id, e.subject, e.to_state) = (x.clinic_id, x.id, x.seq, ${keyOfCase(table)}, '${table}', x.state)
       AND NOT EXISTS (SELECT FROM stipple.case_event later WHERE (later.clinic_id, later.subject_id) = (e.clinic_id, e.subject_id) AND later.seq > e.seq))
     OR NOT EXISTS (SELECT FROM stipple.treatment_case c WHERE (c.clinic_id, c.id) = (x.clinic_id, ${keyOfCase(table)}))`,
);
const strayEvents = subjectTables.map(
  (table) => `SELECT e.subject_id FROM stipple.case_event e WHERE e.subject = '${table}' AND NOT EXISTS (
    SELECT FROM stipple.${table} x WHERE (x.clinic_id, x.id) = (e.clinic_id, e.subject_id))`,
);

const identities: readonly (readonly [string, string])[] = [
  ...subjectTables.map((table) => [table, 'id'] as const),
  ['clearance', 'id'],
  ['treatment_record', 'session_id'],
  ['session_unit', 'session_id, slot'],
  ['signature', 'subject_id'],
  ['patient_signature', 'agreement_id'],
  ['authorization_terms', 'authorization_id, terms_seq'],
  ['authorization_line', 'authorization_id, terms_seq, procedure_code'],
  ['authorization_assent', 'authorization_id, as_role'],
  ['clearance_clinician', 'clearance_id, clinician_id'],
  ['letter_version', 'letter_id, version'],
  ['ledger_posting', 'entry_id, account'],
  ['payment_plan_installment', 'plan_id, installment_no'],
  ['case_event', 'subject_id, seq'],
];

export const historyChecks: readonly Check[] = [
  [
    'a history has a gap, a jump, or two subjects',
    `
    SELECT subject_id FROM (SELECT e.*, lag(seq) OVER w AS before_seq, lag(to_state) OVER w AS before_state, lag(subject) OVER w AS before_subject, lag(case_id) OVER w AS before_case, lag(at) OVER w AS before_at
      FROM stipple.case_event e WINDOW w AS (PARTITION BY clinic_id, subject_id ORDER BY seq)) x
     WHERE CASE WHEN before_seq IS NULL THEN seq = 1 AND from_state = 'nowhere'
                ELSE seq = before_seq + 1 AND from_state = before_state AND subject = before_subject AND case_id = before_case AND at >= before_at END IS NOT TRUE`,
  ],
  [
    'a move was made that the domain does not know',
    `
    SELECT e.subject_id FROM stipple.case_event e WHERE NOT EXISTS (
      SELECT FROM (VALUES ${legalMoves}) m (subject, from_state, move, to_state) WHERE (m.subject, m.from_state, m.move, m.to_state) = (e.subject, e.from_state, e.move, e.to_state))`,
  ],
  [
    'the moves in the database are not those of the domain',
    `
    SELECT move FROM ((TABLE stipple.move_allowed EXCEPT VALUES ${legalMoves}) UNION ALL ((VALUES ${legalMoves}) EXCEPT TABLE stipple.move_allowed)) x (subject, from_state, move, to_state)`,
  ],
  ['a row stands elsewhere than its history', strayRows.join('\n    UNION ALL ')],
  ['an event is of no row', strayEvents.join('\n    UNION ALL ')],
  [
    'an event is of nobody, or older than its case',
    `
    SELECT e.subject_id FROM stipple.case_event e LEFT JOIN stipple.case_event o ON (o.clinic_id, o.subject_id, o.seq) = (e.clinic_id, e.case_id, 1)
     WHERE NOT EXISTS (SELECT FROM stipple.staff p WHERE (p.clinic_id, p.id) = (e.clinic_id, e.actor_id)
                       UNION ALL SELECT FROM stipple.task t WHERE e.actor_id IS NULL AND e.subject = 'task' AND (t.clinic_id, t.id) = (e.clinic_id, e.subject_id) AND t.watch_key IS NOT NULL
                       UNION ALL SELECT FROM stipple.clock_change t WHERE e.actor_id IS NULL AND e.subject = 'clock_change' AND (t.clinic_id, t.id) = (e.clinic_id, e.subject_id))
        OR (e.at >= o.at) IS NOT TRUE`,
  ],
  [
    'a row bears another time than its first event',
    `
    SELECT x.id FROM stipple.treatment_case x JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (x.clinic_id, x.id, 1) WHERE x.opened_at IS DISTINCT FROM e.at
    UNION ALL SELECT x.id FROM stipple.treatment_session x JOIN stipple.case_event e ON (e.clinic_id, e.subject_id, e.seq) = (x.clinic_id, x.id, 1) WHERE x.created_at IS DISTINCT FROM e.at`,
  ],
  [
    'two rows bear one key',
    identities
      .map(
        ([table, key]) =>
          `SELECT (min((${key.split(',')[0]})::text))::uuid FROM stipple.${table} GROUP BY clinic_id, ${key} HAVING count(*) > 1`,
      )
      .join('\n    UNION ALL '),
  ],
];
