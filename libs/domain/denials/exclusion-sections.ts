import { ask, decision } from './appeal-frame';
import { SectionPlan, each, section } from './appeal-section';

const planWords = section(
  'plan',
  'The plan’s words',
  'The exclusion and the clause on reconstructive treatment, word for word.',
  [
    'On the exclusion the plan says on {exclusion}',
    'On reconstructive treatment the plan says on {reconstructive}',
  ],
);
const origin = section(
  'origin',
  'Where the scar comes from',
  'That it comes from an injury, an operation or a disease.',
  [each('history')],
);
const impairment = section('impairment', 'What it impairs', 'That what is treated is not looks.', [
  each('impairment'),
]);

/** That an exclusion does not apply; need is no argument against a contract. */
export const exclusionSections: readonly SectionPlan[] = [
  decision,
  planWords,
  origin,
  section(
    'judgement',
    'A judgement',
    'That the exclusion was applied as a judgement, which independent reviewers may look at.',
    [each('judgement')],
  ),
  impairment,
  ask(
    'We ask {payer} to find that the exclusion does not apply to a scar of {site}, or to grant an exception, and to set its decision of {decided} aside.',
  ),
];

const askException = ask(
  'We ask {payer} to grant an exception for {request}, its decision of {decided} notwithstanding.',
);
/** An exception asks a plan for more than it owes: it says why, and argues nothing. */
export const exceptionFromExclusion: readonly SectionPlan[] = [
  decision,
  planWords,
  origin,
  impairment,
  askException,
];
export const exceptionFromNetwork: readonly SectionPlan[] = [
  decision,
  section('network', 'The network', 'Why no provider of the network can do it.', [
    'No provider of the network can do it: {network}',
  ]),
  askException,
];
