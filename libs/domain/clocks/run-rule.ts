import type { ClockQuestion } from './clock-question';
import type { ClockRule } from './clock-rule';
import { withExtension, withTold } from './extension';
import { Run, plainRun } from './run';

/** What a rule comes to by itself; null where the event that starts it is not on record. */
export function runRule(rule: ClockRule, question: ClockQuestion): Run | null {
  const run = plainRun(rule, question);
  if (run === null) return null;
  if (question.extension) return withTold(run, question.extension, question.timeZone);
  return question.clock === 'decision_extension' && rule.extension
    ? withExtension(run, rule.extension, question.timeZone)
    : run;
}
