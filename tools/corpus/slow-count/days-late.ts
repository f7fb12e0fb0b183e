import { type ClockFacts, type ClockedRequest, decisionTiming } from '@stipple/domain';
import { type PlainRows, type Row, text, textOrNull } from './plain-rows';

/** By how many days a decision missed its last day; the clocks are the domain’s, what they are told is gathered here. */
export function daysLate(rows: PlainRows, timeZone: string, request: Row): number | null {
  if (request['payer_received_at'] === null) return null;
  const own = rows.treatment_case.find((one) => one['id'] === request['case_id']) ?? {};
  const events = rows.case_event
    .filter((event) => event['subject_id'] === request['id'])
    .sort((a, b) => Number(a['seq']) - Number(b['seq']));
  const data = (event: Row | undefined) => (event?.['data'] ?? {}) as Readonly<Record<string, string>>;
  const last = (...moves: readonly string[]) =>
    events.filter((event) => moves.includes(text(event['move']))).at(-1);
  const question = last('request_information');
  const answer = last('request_information', 'answer_information');
  const [notice] = rows.extension_notice
    .filter((one) => one['request_id'] === request['id'])
    .sort((a, b) => text(b['recorded_at']).localeCompare(text(a['recorded_at'])));
  const clocked = {
    id: request['id'],
    state: request['state'],
    urgency: request['urgency'],
    channel: request['channel'],
    submittedAt: request['submitted_at'],
    payerReceivedAt: request['payer_received_at'],
    askedAt: question ? (data(question)['askedOn'] ?? text(question['at'])) : null,
    answeredAt: data(answer)['sentAt'] ?? null,
    extension: notice ? { datedOn: notice['dated_on'], because: notice['because'] } : null,
    decidedOn: request['decided_on'],
    noticeDatedOn: request['notice_dated_on'],
    noticeReceivedOn: request['notice_received_on'],
  } as unknown as ClockedRequest;
  const facts = {
    clock: { timeZone, today: text(request['decided_on']) },
    case: { planType: own['plan_type'] },
    payerTerms: termsOf(rows, own),
    clockOverrides: [],
  } as unknown as ClockFacts & { readonly clock: { readonly timeZone: string; readonly today: string } };
  return decisionTiming(facts, clocked)?.daysLate ?? null;
}

/** The newest profile of the case's payer. */
function termsOf(rows: PlainRows, { payer_id: payerId, plan_type: planType }: Row) {
  const [newest] = rows.payer_profile
    .filter((one) => one['payer_id'] === payerId)
    .sort((a, b) => Number(b['version']) - Number(a['version']));
  if (newest === undefined) return { clocks: [] };
  const clocks = rows.payer_clock
    .filter((one) => one['payer_id'] === payerId && one['version'] === newest['version'])
    .filter((one) => one['line_of_business'] === planType)
    .map(({ line_of_business: lineOfBusiness, clock, amount, unit, starts, source }) => ({
      lineOfBusiness,
      clock,
      amount,
      unit,
      starts,
      source,
    }));
  return { state: textOrNull(newest['state']), timeZone: textOrNull(newest['time_zone']), clocks };
}
