import fc from 'fast-check';
import { addDays } from '../calendar';
import { planTypes } from '../coverage';
import { clockUnits, payerClocks } from '../payer-directory';
import { aQuestion, newYork } from '../testing/a-clock-question';
import { answerClock } from './answer-clock';
import { clockNames, requestTypes } from './clock-names';
import type { ClockQuestion } from './clock-question';
import type { ClockRule } from './clock-rule';
import { dayOfMoment, instantOfMoment } from './start-events';

const days = fc.integer({ min: 0, max: 1200 }).map((more) => addDays('2024-06-01', more));
const moments = fc.oneof(
  days,
  fc
    .integer({ min: 0, max: 1200 * 24 * 60 })
    .map((minutes) => Temporal.Instant.from('2024-06-01T00:00:00Z').add({ minutes }).toString()),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const knownDates = fc.record({
  submittedAt: maybe(moments),
  payerReceivedAt: maybe(moments),
  askedAt: maybe(moments),
  decidedOn: maybe(days),
  noticeDatedOn: maybe(days),
  noticeReceivedOn: maybe(days),
  appealReceivedAt: maybe(moments),
  performedOn: maybe(days),
  courseEndsAt: maybe(moments),
  authorizationExpiresOn: maybe(days),
  scheduledOn: maybe(days),
  serviceOn: maybe(days),
  billedOn: maybe(days),
});

const entries = fc.record({
  lineOfBusiness: fc.constantFrom(...planTypes),
  clock: fc.constantFrom(...payerClocks),
  amount: fc.integer({ min: 1, max: 60 }),
  unit: fc.constantFrom(...clockUnits),
  starts: fc.constantFrom(
    'payer_received',
    'notice_received',
    'notice_dated',
    'appeal_received',
    'performed',
  ),
  source: fc.constant('Payer manual'),
});

const extensions = fc.record({
  noticeSentAt: moments,
  missingInformation: fc.boolean(),
  answeredAt: maybe(moments),
});

const questions: fc.Arbitrary<ClockQuestion> = fc.record({
  clock: fc.constantFrom(...clockNames),
  planType: fc.constantFrom(...planTypes),
  request: fc.constantFrom(...requestTypes),
  timeZone: fc.constantFrom(newYork, 'America/Los_Angeles', 'Pacific/Honolulu'),
  known: knownDates,
  extension: maybe(extensions),
  electronic: fc.boolean(),
  state: fc.constantFrom('WA', 'DC', 'AK', null),
  internalLevels: fc.constantFrom(1, 2, null),
  payer: fc.record({ clocks: fc.array(entries, { maxLength: 4 }) }),
});

const rules: fc.Arbitrary<ClockRule> = fc.record({
  key: fc.constant('further'),
  row: fc.constant(null),
  basis: fc.constantFrom('state', 'payer'),
  clock: fc.constantFrom(...clockNames),
  plans: fc.subarray([...planTypes], { minLength: 1 }),
  amount: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom(...clockUnits),
  starts: fc.constantFrom('payer_received', 'notice_received', 'appeal_received', 'performed', 'decided'),
  source: fc.constant('A further rule'),
  sentence: fc.constant('A further rule.'),
});

const runs = { numRuns: 300 };
const ends = ({ due }: { due: { ends: string } }) => Temporal.Instant.from(due.ends).epochMilliseconds;

it('nothing is due before it started, unless it is counted backwards', () =>
  fc.assert(
    fc.property(questions, (question) => {
      const answer = answerClock(question);
      if (answer.kind !== 'due' || answer.rule.counts === 'before') return;
      const start = instantOfMoment(answer.start.moment, question.timeZone);
      expect(Temporal.Instant.compare(start, answer.due.ends)).toBeLessThanOrEqual(0);
      expect(answer.due.day >= dayOfMoment(answer.start.moment, question.timeZone)).toBe(true);
    }),
    runs,
  ));

it('the rule that won ends no later than any that lost', () =>
  fc.assert(
    fc.property(questions, (question) => {
      const answer = answerClock(question);
      if (answer.kind !== 'due') return;
      for (const { due } of answer.others)
        if (due) expect(ends({ due })).toBeGreaterThanOrEqual(ends(answer));
    }),
    runs,
  ));

it('a further rule never makes an end later', () =>
  fc.assert(
    fc.property(questions, rules, (question, rule) => {
      const before = answerClock(question);
      const after = answerClock({ ...question, furtherRules: [{ ...rule, clock: question.clock }] });
      if (before.kind !== 'due') return;
      expect(after.kind).toBe('due');
      if (after.kind === 'due') expect(ends(after)).toBeLessThanOrEqual(ends(before));
    }),
    runs,
  ));

it('waiting for information never shortens a clock that stands still meanwhile', () =>
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: -3, max: 40 }),
      fc.integer({ min: -3, max: 90 }),
      fc.constantFrom('standard' as const, 'post_service' as const),
      fc.array(entries, { maxLength: 4 }),
      (payerReceivedAt, noticeAfter, answerAfter, request, clocks) => {
        const question = aQuestion({ known: { payerReceivedAt }, request, payer: { clocks } });
        const noticeSentAt = addDays(payerReceivedAt, noticeAfter);
        const extension = {
          noticeSentAt,
          missingInformation: true,
          answeredAt: addDays(noticeSentAt, answerAfter),
        };
        const [plain, paused] = [question, { ...question, extension }].map(answerClock);
        if (plain?.kind !== 'due' || paused?.kind !== 'due') throw new Error('no date');
        expect(ends(paused)).toBeGreaterThanOrEqual(ends(plain));
      },
    ),
    runs,
  ));

it('an answer one day later never ends the clock earlier', () =>
  fc.assert(
    fc.property(
      days,
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 80 }),
      (payerReceivedAt, told, later) => {
        const noticeSentAt = addDays(payerReceivedAt, told);
        const [one, other] = [later, later + 1].map((after) =>
          answerClock(
            aQuestion({
              known: { payerReceivedAt },
              extension: { noticeSentAt, missingInformation: true, answeredAt: addDays(noticeSentAt, after) },
            }),
          ),
        );
        if (one?.kind !== 'due' || other?.kind !== 'due') throw new Error('no date');
        expect(ends(other)).toBeGreaterThanOrEqual(ends(one));
      },
    ),
    runs,
  ));

it('never 7 calendar days to decide on a self-funded plan', () =>
  fc.assert(
    fc.property(questions, fc.array(entries, { minLength: 1 }), (question, clocks) => {
      const lines = clocks.map((line) => ({ ...line, lineOfBusiness: 'commercial_self_funded' as const }));
      const seven = {
        ...lines[0]!,
        clock: 'decision_standard' as const,
        amount: 7,
        unit: 'calendar_days' as const,
      };
      const answer = answerClock({
        ...question,
        clock: 'decision_standard',
        planType: 'commercial_self_funded',
        payer: { clocks: [...lines, seven] },
      });
      if (answer.kind === 'due')
        expect([answer.rule.amount, answer.rule.unit]).not.toEqual([7, 'calendar_days']);
    }),
    runs,
  ));

it('an unknown plan type never has a date for what follows from the plan', () =>
  fc.assert(
    fc.property(questions, (question) => {
      const answer = answerClock({ ...question, clock: 'decision_standard', planType: 'unknown' });
      expect(answer.kind).toBe('unknown_plan');
      expect(answer).not.toHaveProperty('due');
    }),
    runs,
  ));

it('the same question has the same answer', () =>
  fc.assert(
    fc.property(questions, (question) =>
      expect(answerClock(structuredClone(question))).toEqual(answerClock(question)),
    ),
    runs,
  ));
