import fc from 'fast-check';
import { dueFor } from '../testing/a-clock-question';
import type { ClockQuestion } from './clock-question';

/* Worked cases of clocks that run in hours. On the eve of Thanksgiving 2026, a Wednesday, at half past four. */

type Vector = readonly [title: string, question: Partial<ClockQuestion>, rule: string, ends: string];

const eve = '2026-11-25T16:30:00-05:00';
const received = { request: 'expedited', known: { payerReceivedAt: eve } } as const;
const appealed = {
  clock: 'appeal_1_decision',
  request: 'expedited',
  known: { appealReceivedAt: eve },
} as const;
const advantage = { planType: 'medicare_advantage' } as const;
const managed = { planType: 'medicaid_managed_care' } as const;
const asked = (noticeSentAt: string, answeredAt?: string) => ({
  extension: { noticeSentAt, missingInformation: true, answeredAt },
});
const inThreeDays = '2026-11-28T21:30:00Z';

// prettier-ignore
it.each<Vector>([
  ['C2: 72 hours, no holiday and no weekend left out', { ...advantage, ...received }, 'C2', inThreeDays],
  ['C2: Medicaid fee for service as well', { planType: 'medicaid_fee_for_service', ...received }, 'C2', inThreeDays],
  ['C7: before 2026 as well', { ...advantage, request: 'expedited', known: { payerReceivedAt: '2025-11-25T16:30:00-05:00' } }, 'C7', '2025-11-28T21:30:00Z'],
  ['C7: 14 days more at the same time of day', { ...advantage, ...received, extension: { noticeSentAt: '2026-11-27', missingInformation: false } }, 'C2', '2026-12-12T21:30:00Z'],
  ['C9: an expedited reconsideration', { ...advantage, ...appealed }, 'C9-expedited', inThreeDays],
  ['C10: 72 hours for an employer’s plan', received, 'C10', inThreeDays],
  ['C10: asked within a day, 48 hours from the answer', { ...received, ...asked('2026-11-26T10:00:00-05:00', '2026-11-27T09:00:00-05:00') }, 'C10', '2026-11-29T14:00:00Z'],
  ['C10: an answer after 48 hours counts as given then', { ...received, ...asked('2026-11-26T10:00:00-05:00', '2026-12-02T09:00:00-05:00') }, 'C10', '2026-11-30T15:00:00Z'],
  ['C10: asked after more than a day, the first 72 hours stand', { ...received, ...asked('2026-11-27T10:00:00-05:00') }, 'C10', inThreeDays],
  ['C10: 48 hours to answer', { clock: 'information_answer', request: 'expedited', known: { askedAt: '2026-11-26T10:00:00-05:00' } }, 'C10-answer', '2026-11-28T15:00:00Z'],
  ['C13: an urgent one is told within 24 hours', { ...received, clock: 'defect_notice' }, 'C13-urgent', '2026-11-26T21:30:00Z'],
  ['C14: asked 24 hours before the course ends, 24 hours', { request: 'concurrent', known: { payerReceivedAt: eve, courseEndsAt: '2026-11-26T16:30:00-05:00' } }, 'C14', '2026-11-26T21:30:00Z'],
  ['C14: asked a second later, 72 hours', { request: 'concurrent', known: { payerReceivedAt: '2026-11-25T16:30:01-05:00', courseEndsAt: '2026-11-26T16:30:00-05:00' } }, 'C10', '2026-11-28T21:30:01Z'],
  ['C14: the last moment to ask', { clock: 'extension_request', known: { courseEndsAt: '2026-11-26T16:30:00-05:00' } }, 'C14-send-by', '2026-11-25T21:30:00Z'],
  ['C17: an urgent appeal', appealed, 'C17-urgent', inThreeDays],
  ['C18: an individual plan, urgent', { planType: 'marketplace', ...received }, 'C18-C10', inThreeDays],
  ['C21: an expedited review', { clock: 'external_review_decision', request: 'expedited', known: { reviewerReceivedAt: eve } }, 'C21-expedited', inThreeDays],
  ['C22: expedited, before 2026', { ...managed, request: 'expedited', known: { payerReceivedAt: '2025-11-25T16:30:00-05:00' } }, 'C22-expedited', '2025-11-28T21:30:00Z'],
  ['C23: an expedited appeal', { ...managed, ...appealed }, 'C23-expedited', inThreeDays],
  ['an expedited request of which only the day is known counts from the day’s first moment', { request: 'expedited', known: { payerReceivedAt: '2026-11-25' } }, 'C10', '2026-11-28T05:00:00Z'],
])('%s', (_, question, rule, ends) => {
  const { rule: won, due } = dueFor(question);
  expect([won.key, due.precision, due.ends]).toEqual([rule, 'instant', ends]);
});

it.each([
  ['back', '2026-10-31T12:00:00-04:00', '2026-11-03T11:00:00-05:00'],
  ['forward', '2027-03-13T12:00:00-05:00', '2027-03-16T13:00:00-04:00'],
])('72 hours are 72 hours when the clocks are put %s', (_, payerReceivedAt, ends) =>
  expect(dueFor({ request: 'expedited', known: { payerReceivedAt } }).due.ends).toBe(
    Temporal.Instant.from(ends).toString(),
  ),
);

it('a clock of hours is absolute time, in every zone and on every day', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 * 365 * 24 * 60 }),
      fc.constantFrom('America/New_York', 'America/Los_Angeles', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
      (minutes, timeZone) => {
        const start = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ minutes });
        const { due } = dueFor({
          timeZone,
          request: 'expedited',
          known: { payerReceivedAt: start.toString() },
        });
        expect(start.until(due.ends).total('hours')).toBe(72);
      },
    ),
  ));
