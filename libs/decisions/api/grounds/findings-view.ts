import type { FindingView } from '@stipple/contracts';
import { FindingTopic, findingQuestions } from '@stipple/domain';
import { FindingRow, newestFinding } from './entered';

/** What stands of a question about a decision, and what was said before. `findings` come oldest first. */
export function findingView(
  findings: readonly FindingRow[],
  topic: FindingTopic,
  requestId: string,
): FindingView {
  const newest = newestFinding(findings, topic, requestId);
  // Changed is the answer that was given about this decision; one about another stands until then.
  const own = findings.filter((one) => one.topic === topic && one.requestId === requestId);
  return {
    topic,
    question: findingQuestions[topic],
    newest: newest ? shown(newest) : null,
    replacesId: own.at(-1)?.id ?? null,
    earlier: own.filter((one) => one !== newest).map(shown),
  };
}

const shown = ({ id, says, words, documentId, by, at }: FindingRow) => ({
  id,
  says,
  words,
  documentId,
  by,
  at,
});
