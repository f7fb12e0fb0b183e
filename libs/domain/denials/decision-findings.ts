import { Lifecycle, nowhere } from '../lifecycle/lifecycle';
import type { WrittenOnce } from '../moves/record-moves';

/** What only somebody who reads the letter and the plan’s papers can say, and what the ways after a decision hang on. */
export const findingTopics = ['exclusion_is_judgement', 'second_level', 'call_stops_clock'] as const;
export type FindingTopic = (typeof findingTopics)[number];

export const findingTopicWords: Record<FindingTopic, string> = {
  exclusion_is_judgement: 'Whether the exclusion is a judgement',
  second_level: 'Whether there is a second level',
  call_stops_clock: 'Whether a call stops the clock',
};

export const findingQuestions: Record<FindingTopic, string> = {
  exclusion_is_judgement: 'Was the exclusion applied as a judgement, as “cosmetic or not” often is?',
  second_level: 'Does the plan have a second internal level?',
  call_stops_clock: 'Does the payer say in writing that a call stops the appeal’s clock?',
};

export const findingAnswers: Record<FindingTopic, { readonly yes: string; readonly no: string }> = {
  exclusion_is_judgement: {
    yes: 'The exclusion was applied as a judgement',
    no: 'The exclusion is the plan’s contract alone',
  },
  second_level: {
    yes: 'The plan has a second internal level',
    no: 'The plan has one internal level only',
  },
  call_stops_clock: {
    yes: 'The payer says in writing that a call stops the appeal’s clock',
    no: 'Nothing in writing says that a call stops the appeal’s clock',
  },
};

/** Of one decision. Its newest answer stands; the earlier ones stay on record. */
export interface DecisionFinding {
  readonly requestId: string;
  readonly topic: FindingTopic;
  readonly says: boolean;
}

export const findingLifecycle: Lifecycle<'recorded', WrittenOnce> = {
  subject: 'decision_finding',
  words: 'what was found out about a decision',
  states: { recorded: 'recorded' },
  terminal: ['recorded'],
  // prettier-ignore
  moves: [
    { move: 'record', label: 'Record what was found out', happened: 'Found out about the decision', from: [nowhere], to: ['recorded'], by: ['coordinator', 'physician'], needs: ['topic', 'says', 'words'], guards: [] },
  ],
};

/** How many levels a plan has, and whether a call stops its clock, is the same for all decisions of a case. */
const ofThePlan: readonly FindingTopic[] = ['second_level', 'call_stops_clock'];

/** The answer that stands for a decision; null where nobody has found it out. `findings` come oldest first. */
export function foundOut(
  findings: readonly DecisionFinding[],
  topic: FindingTopic,
  requestId: string,
): boolean | null {
  const about = findings.filter(
    (one) => one.topic === topic && (ofThePlan.includes(topic) || one.requestId === requestId),
  );
  return about.at(-1)?.says ?? null;
}
