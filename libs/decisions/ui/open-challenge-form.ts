import type { CaseView } from '@stipple/contracts';
import {
  type AuthRequestState,
  ChallengeGround,
  ChallengeKind,
  appealRightWords,
  appealRights,
  arguesNothing,
  challengeGroundWords,
  challengeGrounds,
  challengeKindWords,
  challengeKinds,
  groundOfClass,
  isAdverse,
  isPatientsAppeal,
} from '@stipple/domain';
import { Finding, MoveFormMaker, Values, formatDay } from '@stipple/ui';

const groundHints: Readonly<Record<ChallengeGround, string>> = {
  necessity: 'The criteria one by one with their evidence; a physician signs it',
  proof: 'Literature, and what the device is cleared for; a physician signs it',
  plan_language: 'Why the exclusion does not apply',
  correction: 'What was missing, late or wrong is there now',
};

export const open: MoveFormMaker = ({ api, case: view }) => {
  const adverse = view.requests.filter(({ state }) => isAdverse(state as AuthRequestState));
  const requestId = adverse[0]?.id ?? '';
  return {
    title: 'Challenge a decision',
    lead: 'Argue with what the payer decided: in a call between physicians, in writing, or before an independent reviewer; or ask the plan for an exception.',
    submit: 'Begin',
    initial: {
      requestId,
      kind: 'appeal_1',
      argues: usualGround(view, requestId),
      appealsAs: 'representative',
    },
    fields: [
      {
        kind: 'choice',
        name: 'requestId',
        label: 'Decision',
        options: adverse.map(({ id, stateWords, lines, fromOn }) => ({
          value: id,
          label: `${lines.map(({ units, procedureCode }) => `${units} × ${procedureCode}`).join(', ')} from ${formatDay(fromOn)}: ${stateWords}`,
        })),
      },
      {
        kind: 'radio',
        name: 'kind',
        label: 'How',
        options: challengeKinds.map((value) => ({ value, label: challengeKindWords[value] })),
      },
      {
        kind: 'radio',
        name: 'argues',
        label: 'What it argues',
        options: challengeGrounds.map((value) => ({
          value,
          label: challengeGroundWords[value],
          hint: groundHints[value],
        })),
        when: ({ kind }) => !arguesNothing(kind as ChallengeKind),
        findings: (values) => aboutGround(view, values),
      },
      {
        kind: 'radio',
        name: 'appealsAs',
        label: 'In whose right',
        options: appealRights.map((value) => ({ value, label: appealRightWords[value] })),
        hint: 'For the patient it needs their signed form before it goes out.',
        when: ({ kind }) => isPatientsAppeal(kind as ChallengeKind),
      },
      {
        kind: 'area',
        name: 'exhaustedBecause',
        label: 'How the plan broke its own rules',
        hint: 'Only for an external review without the plan’s final decision, such as a deadline it missed.',
        rows: 2,
        optional: true,
        when: ({ kind }) => kind === 'external_review',
      },
    ],
    send: (values) => api.post(`/api/cases/${view.id}/challenges`, values),
  };
};

/** The ground that fits the class of the decision; where less was granted than asked, the need was judged. */
function usualGround(view: CaseView, requestId: unknown): ChallengeGround {
  const request = view.requests.find(({ id }) => id === requestId);
  const denial = request?.denial ?? request?.withheld ?? null;
  return denial === null ? 'necessity' : groundOfClass(denial.denialClass);
}

function aboutGround(view: CaseView, { requestId, argues }: Values): readonly Finding[] {
  const usual = usualGround(view, requestId);
  if (argues === usual) return [];
  return usual === 'plan_language' && argues === 'necessity'
    ? [
        {
          weight: 'before_request',
          sentence:
            'The plan excludes it: an argument of necessity will not move that, and will be neither signed nor sent.',
        },
      ]
    : [
        {
          weight: 'note',
          sentence: `By its codes this decision calls for: ${challengeGroundWords[usual].toLowerCase()}.`,
        },
      ];
}
