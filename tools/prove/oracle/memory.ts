/*
 * What was once written stays. The oracle keeps a digest of every record that is written once, and of every subject
 * as it stood after its last event; at the next look nothing of it may be gone or changed.
 */
interface Kept {
  readonly kind: string;
  readonly key: string;
  readonly of: string;
  readonly from: string;
}

const wholeRow = (table: string, key: string): Kept => ({
  kind: table,
  key,
  of: 'x::text',
  from: `stipple.${table} x`,
});
const setOf = (kind: string, parent: string, key: string, join: string, of: string): Kept => ({
  kind,
  key,
  of: `(SELECT string_agg(${of}, ',' ORDER BY ${of}) FROM ${join})`,
  from: `stipple.${parent} x`,
});

const kept: readonly Kept[] = [
  wholeRow('case_event', `x.subject_id || ' ' || x.seq`),
  wholeRow('treatment_record', 'x.session_id::text'),
  wholeRow('patient_signature', 'x.agreement_id::text'),
  wholeRow('signature', 'x.subject_id::text'),
  wholeRow('letter_version', `x.letter_id || ' ' || x.version`),
  wholeRow('authorization_assent', `x.authorization_id || ' ' || x.as_role`),
  wholeRow('authorization_terms', `x.authorization_id || ' ' || x.terms_seq`),
  wholeRow('ledger_entry', 'x.id::text'),
  wholeRow('ledger_posting', `x.entry_id || ' ' || x.account`),
  wholeRow('payment_plan_installment', `x.plan_id || ' ' || x.installment_no`),
  {
    kind: 'payment_plan',
    key: 'x.id::text',
    of: 'concat_ws(chr(9), x.case_id, x.agreement_id, x.total_cents, x.installments, x.every)',
    from: 'stipple.payment_plan x',
  },
  {
    kind: 'dispute',
    key: 'x.id::text',
    of: 'concat_ws(chr(9), x.case_id, x.agreement_id, x.estimate_version, x.provider, x.estimated_cents, x.billed_cents, x.billed_on, x.opened_on, x.opened_by)',
    from: 'stipple.dispute x',
  },
  {
    kind: 'card_transaction',
    key: 'x.id::text',
    of: 'concat_ws(chr(9), x.case_id, x.agreement_id, x.kind, x.cents, x.payment_id, x.link_id, x.closes_at, x.words)',
    from: 'stipple.card_transaction x',
  },
  setOf(
    'lines',
    'authorization_terms',
    `x.authorization_id || ' ' || x.terms_seq`,
    'stipple.authorization_line l WHERE (l.clinic_id, l.authorization_id, l.terms_seq) = (x.clinic_id, x.authorization_id, x.terms_seq)',
    `l.procedure_code || ' ' || l.units`,
  ),
  setOf(
    'clinicians',
    'clearance',
    'x.id::text',
    'stipple.clearance_clinician c WHERE (c.clinic_id, c.clearance_id) = (x.clinic_id, x.id)',
    'c.clinician_id::text',
  ),
  {
    kind: 'clearance',
    key: 'x.id::text',
    of: 'concat_ws(chr(9), x.case_id, x.authorization_id, x.agreement_id, x.procedure_code, x.recorded_at)',
    from: 'stipple.clearance x',
  },
  {
    kind: 'session_unit',
    key: `x.session_id || ' ' || x.slot`,
    of: 'concat_ws(chr(9), x.clearance_id, x.booked_at, x.booking_began_at)',
    from: 'stipple.session_unit x',
  },
  {
    kind: 'payer_authorization',
    key: 'x.id::text',
    of: 'concat_ws(chr(9), x.case_id, x.basis, x.number, x.decided_on, x.request_id, x.challenge_id, x.proof_id)',
    from: 'stipple.payer_authorization x',
  },
  {
    kind: 'treatment_case',
    key: 'x.id::text',
    of: 'concat_ws(chr(9), x.patient_id, x.physician_id, x.case_number, x.opened_at)',
    from: 'stipple.treatment_case x',
  },
  { kind: 'clinic', key: 'x.id::text', of: 'x.time_zone', from: 'stipple.clinic x' },
];

/** A subject at one event: this much of it changes only with the next. A final one changes no more at all. */
const standing: readonly (readonly [string, string])[] = [
  [
    'treatment_session',
    `CASE WHEN x.state IN ('billed', 'cancelled', 'no_show') THEN x::text ELSE concat_ws(chr(9), x.case_id, x.starts_at, x.ends_at, x.room_id, x.clinician_id, x.units) END`,
  ],
  [
    'payer_authorization',
    `CASE WHEN x.state IN ('revoked', 'superseded') THEN x::text ELSE concat_ws(chr(9), x.effective_on, x.expires_on, x.terms_seq) END`,
  ],
  [
    'self_pay_agreement',
    `CASE WHEN x.state IN ('completed', 'void') THEN x::text WHEN x.state <> 'draft' THEN concat_ws(chr(9), x.procedure_code, x.sessions, x.lines, x.total_cents, x.estimate_on, x.valid_until, x.covers_from) END`,
  ],
  [
    'auth_request',
    `CASE WHEN x.state IN ('rejected_unreviewed', 'approved', 'partial', 'modified', 'denied', 'cancelled', 'withdrawn') THEN x::text END`,
  ],
  ['dispute', `x::text`],
  ['card_transaction', `x::text`],
  ['letter', `CASE WHEN x.state IN ('signed', 'discarded', 'superseded') THEN x::text END`],
];

export const memory = /* sql */ `
CREATE TABLE prove.remembered (kind text, key text, digest text, PRIMARY KEY (kind, key));
CREATE VIEW prove.present AS
${kept.map(({ kind, key, of, from }) => `SELECT '${kind}' AS kind, ${key} AS key, coalesce(md5(${of}), '') AS digest FROM ${from}`).join('\nUNION ALL ')};
CREATE TABLE prove.stood (kind text, id uuid, seq integer, digest text, PRIMARY KEY (kind, id));
CREATE VIEW prove.stands AS
${standing.map(([table, of]) => `SELECT '${table}' AS kind, x.id, x.seq, coalesce(md5(${of}), '') AS digest FROM stipple.${table} x`).join('\nUNION ALL ')};
`;

export const remember = /* sql */ `
INSERT INTO prove.remembered SELECT DISTINCT ON (kind, key) kind, key, digest FROM prove.present ON CONFLICT DO NOTHING;
INSERT INTO prove.stood SELECT DISTINCT ON (kind, id) kind, id, seq, digest FROM prove.stands WHERE id IS NOT NULL
  ON CONFLICT (kind, id) DO UPDATE SET seq = excluded.seq, digest = excluded.digest WHERE (stood.seq, stood.digest) IS DISTINCT FROM (excluded.seq, excluded.digest)`;

export const forgotten = /* sql */ `
SELECT 'a record that is written once was changed or deleted: ' || r.kind AS violation, r.key AS of
  FROM prove.remembered r LEFT JOIN prove.present p USING (kind, key) WHERE p.digest IS DISTINCT FROM r.digest
UNION ALL
SELECT 'a row changed without an event, or went back: ' || r.kind, r.id::text
  FROM prove.stood r LEFT JOIN prove.stands p USING (kind, id) WHERE p.id IS NULL OR p.seq < r.seq OR (p.seq = r.seq AND p.digest <> r.digest)`;
