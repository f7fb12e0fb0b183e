import { type PlainRows, type Row, dayIn, daysFrom, text } from './plain-rows';

/** Day by day: how many days after the receipt, up to the decision, no question of the payer was open. */
export function payerDays(rows: PlainRows, timeZone: string, request: Row): number {
  const received = dayIn(timeZone, request['payer_received_at']);
  const end = text(request['decided_on']);
  const events = rows.case_event
    .filter((event) => event['subject_id'] === request['id'])
    .sort((a, b) => Number(a['seq']) - Number(b['seq']));
  const questions = events.flatMap((event, at) => {
    if (event['move'] !== 'request_information') return [];
    const next = events[at + 1];
    const data = (one: Row | undefined) => (one?.['data'] ?? {}) as Readonly<Record<string, string>>;
    const from = data(event)['askedOn'] ?? dayIn(timeZone, event['at']);
    const answered =
      next?.['move'] === 'answer_information' ? dayIn(timeZone, data(next)['sentAt'] ?? next['at']) : end;
    return [{ from, answered }];
  });
  const all = daysFrom(received, end);
  let waited = 0;
  for (let day = received; day < end; day = Temporal.PlainDate.from(day).add({ days: 1 }).toString())
    if (questions.some(({ from, answered }) => from <= day && day < answered)) waited += 1;
  return all - waited;
}
