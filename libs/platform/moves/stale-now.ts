import { Command, Stale } from '@stipple/database';
import { lifecycles } from '@stipple/domain';

interface Event {
  readonly by: string;
  readonly at: string;
  readonly move: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What people edit of each thing, by the names its forms use: the fresh side of the choice between mine and theirs. */
const contentSql: Readonly<Record<string, string>> = {
  treatment_case: `'planType', x.plan_type, 'plannedSessions', x.planned_sessions, 'diagnoses', x.diagnoses, 'ownerId', x.owner_id, 'nextTouchOn', x.next_touch_on`,
  letter: `'body', (SELECT v.body FROM stipple.letter_version v WHERE (v.clinic_id, v.letter_id, v.version) = (x.clinic_id, x.id, x.version)),
    'bindings', (SELECT v.bindings::json FROM stipple.letter_version v WHERE (v.clinic_id, v.letter_id, v.version) = (x.clinic_id, x.id, x.version)),
    'procedureCodes', (SELECT v.procedure_codes FROM stipple.letter_version v WHERE (v.clinic_id, v.letter_id, v.version) = (x.clinic_id, x.id, x.version))`,
  auth_request: `'lines', x.lines, 'fromOn', x.from_on, 'toOn', x.to_on, 'urgency', x.urgency, 'urgencyReason', x.urgency_reason`,
  code_worksheet: `'comparatorCode', x.comparator_code, 'comparison', x.comparison, 'minutes', x.minutes, 'skill', x.skill, 'equipment', x.equipment,
    'feeCents', x.fee_cents, 'feeRestsOn', x.fee_rests_on, 'feeBasis', x.fee_basis, 'lineDescription', x.line_description`,
  self_pay_agreement: `'procedureCode', x.procedure_code, 'sessions', x.sessions, 'lines', x.lines`,
  payer_authorization: `'effectiveOn', x.effective_on, 'expiresOn', x.expires_on,
    'lines', (SELECT json_agg(json_build_object('procedureCode', l.procedure_code, 'units', l.units) ORDER BY l.procedure_code)
      FROM stipple.authorization_line l WHERE (l.clinic_id, l.authorization_id, l.terms_seq) = (x.clinic_id, x.id, x.terms_seq))`,
  treatment_session: `'startsAt', x.starts_at, 'endsAt', x.ends_at, 'roomId', x.room_id, 'clinicianId', x.clinician_id`,
};

/** Fields that an event tells of under another name. */
const toldAs: Readonly<Record<string, readonly string[]>> = {
  ownerId: ['owner'],
  body: ['wording'],
  procedureCodes: ['wording'],
  bindings: ['wording'],
};

/** What to answer when somebody else was quicker: the thing as it is now, what was done to it since, and by whom. */
export async function staleNow(
  { tx, who }: Command,
  name: string,
  subject: { readonly id: string; readonly state: string; readonly seq: number },
  seen: number,
): Promise<Stale> {
  const key = [who.clinicId, subject.id];
  const events: Event[] = await tx.query(
    `SELECT coalesce(s.name, 'The system') AS by, to_json(e.at) AS at, e.move, e.data FROM stipple.case_event e
       LEFT JOIN stipple.staff s ON (s.clinic_id, s.id) = (e.clinic_id, e.actor_id)
      WHERE e.clinic_id = $1 AND e.subject_id = $2 AND e.seq > least($3, $4 - 1) ORDER BY e.seq DESC LIMIT 20`,
    [...key, seen, subject.seq],
  );
  const content = contentSql[name];
  const [row]: { fields: Record<string, unknown> }[] = content
    ? await tx.query(
        `SELECT json_build_object(${content}) AS fields FROM stipple.${name} x WHERE x.clinic_id = $1 AND x.id = $2`,
        key,
      )
    : [];
  const [last] = events;
  return new Stale({
    subject: name,
    id: subject.id,
    state: subject.state,
    version: subject.seq,
    changedBy: last?.by,
    move: last?.move,
    at: last?.at,
    changes: events.map(({ by, at, move }) => ({ by, at, move, words: happened(name, move) })),
    ...(row ? { fields: row.fields, changedFields: changedFields(Object.keys(row.fields), events) } : {}),
  });
}

/** Who changed each field last, and when, as far as the events tell. */
function changedFields(names: readonly string[], events: readonly Event[]): Record<string, object> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const event = events.find(({ data }) => [name, ...(toldAs[name] ?? [])].some((told) => told in data));
      return event ? [[name, { by: event.by, at: event.at }]] : [];
    }),
  );
}

function happened(subject: string, move: string): string {
  const lifecycle = lifecycles.find((candidate) => candidate.subject === subject);
  return lifecycle?.moves.find((rule) => rule.move === move)?.happened ?? move;
}
