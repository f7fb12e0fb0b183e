import type { AuthorizationAnswerView } from '@stipple/contracts';
import { ClinicDatabase, Missing, Principal } from '@stipple/database';
import { authorizationRequired, dayInWords, dayOf, policyKey } from '@stipple/domain';
import { policyInForce } from './policy-in-force';

/** The day a case is planned for: its next session that is booked, else the first day asked for, else today. */
const plannedSql = /* sql */ `
SELECT c.procedure_code AS "procedureCode", y.id AS "payerId", y.name AS payer, t.today::text AS today,
       (SELECT min(s.session_on)::text FROM stipple.treatment_session s
         WHERE (s.clinic_id, s.case_id) = (c.clinic_id, c.id) AND s.state IN ('scheduled', 'checked_in') AND s.session_on >= t.today) AS booked,
       (SELECT r.from_on::text FROM stipple.auth_request r
         WHERE (r.clinic_id, r.case_id) = (c.clinic_id, c.id) AND r.from_on >= t.today ORDER BY r.id DESC LIMIT 1) AS asked,
       (SELECT json_build_object('said', b.authorization_required, 'calledAt', b.called_at, 'representative', b.representative,
           'referenceNumber', b.reference_number) FROM stipple.benefit_call b
         WHERE (b.clinic_id, b.case_id) = (c.clinic_id, c.id) AND b.authorization_required <> 'unknown' AND c.procedure_code = ANY (b.codes_asked)
         ORDER BY b.called_at DESC, b.id DESC LIMIT 1) AS call
  FROM stipple.treatment_case c JOIN stipple.payer y ON (y.clinic_id, y.id) = (c.clinic_id, c.payer_id)
  JOIN stipple.clinic k ON k.id = c.clinic_id CROSS JOIN LATERAL (SELECT (now() AT TIME ZONE k.time_zone)::date AS today) t
 WHERE c.clinic_id = $1 AND c.id = $2`;

interface Planned {
  readonly procedureCode: string;
  readonly payerId: string;
  readonly payer: string;
  readonly today: string;
  readonly booked: string | null;
  readonly asked: string | null;
  readonly call: AuthorizationAnswerView['call'];
}

/**
 * Whether the payer wants an authorization: in the words of its policy, else as it said in the last call about this
 * code, else that somebody has to call and ask.
 */
export async function readAuthorizationRequired(
  db: ClinicDatabase,
  who: Principal,
  caseId: string,
): Promise<AuthorizationAnswerView> {
  const { clinicId } = who;
  const [planned] = await db.read<Planned>(who, {
    name: 'planned_day',
    text: plannedSql,
    values: [clinicId, caseId],
  });
  if (planned === undefined) throw new Missing('case');
  const { procedureCode, payer, payerId, today, booked, asked, call } = planned;
  const on = booked ?? asked ?? today;
  const onWords = booked ? 'the next session' : asked ? 'the first day asked for' : 'today';
  const found = await policyInForce((statement) => db.read(who, statement), { clinicId, caseId }, on);
  const about = { procedureCode, on, onWords, call };
  const day = `on ${dayInWords(on)} (${onWords})`;
  if (found === null)
    return {
      ...about,
      ...asTold(planned, who, `No policy of ${payer} for this plan is on file ${day}`),
      quote: null,
      policy: null,
    };
  const { policy, policyVersionId } = found;
  const { required, quote } = authorizationRequired(policy, procedureCode);
  const key = policyKey(policy);
  const sentences = {
    yes: `${payer} wants an authorization for ${procedureCode} ${day}, by ${key}.`,
    no: `${payer} wants no authorization for ${procedureCode} ${day}, by ${key}. Confirm it in a call before you rely on it.`,
  };
  const { title, source, effectiveFrom, effectiveTo } = policy;
  const silent = `${key} does not say whether ${payer} wants an authorization for ${procedureCode}`;
  return {
    ...about,
    ...(required === 'unknown' ? asTold(planned, who, silent) : { required, sentence: sentences[required] }),
    quote,
    policy: {
      id: policyVersionId,
      key,
      title,
      payerId,
      readAt: source.readAt,
      readBy: source.readBy,
      readOn: source.readOn,
      effectiveFrom,
      effectiveTo,
    },
  };
}

/** What a call answered where no policy does. @param silent why none does, without its full stop */
function asTold(
  { call, payer, procedureCode }: Planned,
  { timeZone }: Principal,
  silent: string,
): Pick<AuthorizationAnswerView, 'required' | 'sentence'> {
  if (call === null) return { required: 'unknown', sentence: `${silent}. Call the payer and ask.` };
  const wants = call.said === 'yes' ? 'wants an authorization' : 'wants no authorization';
  const told = `${call.representative} of ${payer} said in the call of ${dayInWords(dayOf(call.calledAt, timeZone))}`;
  const sentence = `${silent}. ${told}, reference ${call.referenceNumber}, that it ${wants} for ${procedureCode}.`;
  return { required: call.said, sentence };
}
