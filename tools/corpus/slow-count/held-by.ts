import { type PlainRows, type Row, text } from './plain-rows';

const payers: Readonly<Record<string, readonly string[]>> = {
  auth_request: ['submitted', 'received', 'pended'],
  challenge: ['sent', 'received'],
};

/** Walks through a case from event to event; of each stretch between two, asks in which state everything was then. */
export function heldBy(rows: PlainRows, caseId: unknown) {
  const events = rows.case_event
    .filter((event) => event['case_id'] === caseId)
    .map((event) => ({ ...event, second: secondOf(event['at']) }) as Row & { readonly second: number });
  const seconds = [...new Set(events.map(({ second }) => second))].sort((a, b) => a - b);
  const held = { open: 0, payer: 0, clinic: 0 };
  seconds.forEach((second, index) => {
    const length = (seconds[index + 1] ?? second) - second;
    const states = new Map<unknown, Row>();
    for (const event of events.filter((one) => one.second <= second))
      if (Number(states.get(event['subject_id'])?.['seq'] ?? 0) < Number(event['seq']))
        states.set(event['subject_id'], event);
    const now = [...states.values()];
    if (!now.some((one) => one['subject'] === 'treatment_case' && one['to_state'] === 'open')) return;
    held.open += length;
    const isPayers = now.some((one) => payers[text(one['subject'])]?.includes(text(one['to_state'])));
    held[isPayers ? 'payer' : 'clinic'] += length;
  });
  return held;
}

function secondOf(instant: unknown): number {
  return Math.floor(Temporal.Instant.from(text(instant)).epochMilliseconds / 1000);
}
