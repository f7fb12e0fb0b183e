import { Lifecycle, nowhere } from '../lifecycle/lifecycle';
import type { WrittenOnce } from '../moves/record-moves';

/** What a person enters for an appeal because no record says it: words of the plan, a corrected code, an answer, a page. */
export const groundTopics = [
  'payers_words',
  'exclusion',
  'reconstructive',
  'network',
  'correction',
  'criterion',
] as const;
export type GroundTopic = (typeof groundTopics)[number];

export const groundTopicWords: Record<GroundTopic, string> = {
  payers_words: 'Where the payer says it',
  exclusion: 'The plan on the exclusion',
  reconstructive: 'The plan on reconstructive treatment',
  network: 'Why nobody in the network can do it',
  correction: 'The corrected code',
  criterion: 'Answer to a criterion that is not met',
};

/** The clauses of a plan that an appeal of an exclusion is held against. */
export const planClauses = ['exclusion', 'reconstructive'] as const satisfies readonly GroundTopic[];
export type PlanClause = (typeof planClauses)[number];

/** Entered and taken back as often as it takes, each time as a new record; nothing of it once the appeal is signed or sent. */
export const groundLifecycle: Lifecycle<'recorded', WrittenOnce> = {
  subject: 'appeal_ground',
  words: 'what an appeal rests on',
  states: { recorded: 'recorded' },
  terminal: ['recorded'],
  // prettier-ignore
  moves: [
    { move: 'record', label: 'Record what it rests on', happened: 'What the appeal rests on recorded', from: [nowhere], to: ['recorded'], by: ['coordinator', 'physician'], needs: ['topic'], guards: [] },
    { move: 'take_back', label: 'Take back what it rests on', happened: 'What the appeal rested on taken back', from: [nowhere], to: ['recorded'], by: ['coordinator', 'physician'], needs: ['replacesId'], guards: [] },
    { move: 'take_over', label: 'Take over what it rests on', happened: 'What the appeal rests on taken over from the level before', from: [nowhere], to: ['recorded'], by: ['coordinator', 'physician'], needs: ['topic'], guards: [] },
  ],
};
