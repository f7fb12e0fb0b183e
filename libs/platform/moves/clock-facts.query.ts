/**
 * What the clocks need beside the columns of a case's own rows, for the statement that gathers its facts: there the case
 * is `c`, and a request `x`.
 */

/** When the payer last asked: the day of its notice, or else when somebody here recorded it. */
const askedAtSql = /* sql */ `(SELECT coalesce(e.data->>'askedOn', to_json(e.at)#>>'{}') FROM stipple.case_event e
        WHERE (e.clinic_id, e.subject_id, e.move) = (x.clinic_id, x.id, 'request_information') ORDER BY e.seq DESC LIMIT 1)`;

/** When the answer to that question went out, by what was entered; null while it is unanswered. */
const answeredAtSql = /* sql */ `(SELECT e.data->>'sentAt' FROM stipple.case_event e
        WHERE (e.clinic_id, e.subject_id) = (x.clinic_id, x.id) AND e.move IN ('request_information', 'answer_information')
        ORDER BY e.seq DESC LIMIT 1)`;

/** The payer's newest notice that it takes longer; null where it sent none. */
const extensionSql = /* sql */ `(SELECT json_build_object('datedOn', n.dated_on, 'because', n.because) FROM stipple.extension_notice n
        WHERE (n.clinic_id, n.request_id) = (x.clinic_id, x.id) ORDER BY n.recorded_at DESC, n.id DESC LIMIT 1)`;

/** A request as the clocks look at it, as members of a JSON object. */
export const clockedRequestMembers = /* sql */ `'id', x.id, 'state', x.state, 'urgency', x.urgency, 'channel', x.channel, 'submittedAt', x.submitted_at,
      'payerReceivedAt', x.payer_received_at, 'askedAt', ${askedAtSql}, 'answeredAt', ${answeredAtSql}, 'extension', ${extensionSql},
      'decidedOn', x.decided_on, 'noticeDatedOn', x.notice_dated_on, 'noticeReceivedOn', x.notice_received_on`;

/** What managers have set in place of what the rules say, in the order in which they did. */
export const clockOverridesJson = /* sql */ `(SELECT coalesce(json_agg(json_build_object('requestId', o.request_id, 'clock', o.clock, 'dueOn', o.due_on, 'reason', o.reason,
      'by', s.name, 'at', o.recorded_at) ORDER BY o.recorded_at, o.id), '[]')
    FROM stipple.clock_override o JOIN stipple.staff s ON (s.clinic_id, s.id) = (o.clinic_id, o.staff_id) WHERE (o.clinic_id, o.case_id) = (c.clinic_id, c.id))`;

/** The newest profile of the case's payer, as far as the clocks read it. */
export const payerTermsJson = /* sql */ `coalesce((SELECT json_build_object('state', p.state, 'timeZone', p.time_zone,
      'clocks', (SELECT coalesce(json_agg(json_build_object('lineOfBusiness', q.line_of_business, 'clock', q.clock, 'amount', q.amount, 'unit', q.unit,
          'starts', q.starts, 'source', q.source) ORDER BY q.clock), '[]')
        FROM stipple.payer_clock q WHERE (q.clinic_id, q.payer_id, q.version, q.line_of_business) = (p.clinic_id, p.payer_id, p.version, c.plan_type)),
      'peerToPeer', CASE WHEN p.peer_amount IS NOT NULL THEN json_build_object('amount', p.peer_amount, 'unit', p.peer_unit, 'starts', p.peer_starts, 'source', p.peer_source) END)
    FROM stipple.payer_profile p WHERE (p.clinic_id, p.payer_id) = (c.clinic_id, c.payer_id) ORDER BY p.version DESC LIMIT 1), json_build_object('clocks', '[]'::json))`;
