import type { Challenge, ChallengeKind } from '../case-facts';
import { ReadClass, isFixable } from '../denials/classes';
import { foundOut } from '../denials/decision-findings';
import { planLevels } from '../denials/plan-levels';
import { isAboutNetwork } from '../denials/network-reasons';
import { readDenial } from '../denials/read-denial';
import type { Guard, Situation } from '../lifecycle/lifecycle';
import { refusal } from '../refusal';
import { ChallengeState, isAdverse, lostChallenges } from './challenge-states';

/** Only an adverse decision can be challenged: any on file to begin with, and then the one it is about. */
export const aboutDenial: Guard<Challenge> = ({ facts, subject }) =>
  facts.requests.some(
    (request) => isAdverse(request.state) && (subject === null || request.id === subject.requestId),
  )
    ? null
    : refusal(
        'nothing_to_challenge',
        'No adverse decision is on file. A rejection without review is corrected and sent again, never appealed.',
      );

export const levelInOrder: Guard<Challenge> = ({ facts, subject }) => {
  if (subject === null) return null;
  const others = (kinds: readonly ChallengeKind[], states: readonly ChallengeState[]) =>
    facts.challenges.some(
      (other) =>
        other.id !== subject.id &&
        other.requestId === subject.requestId &&
        kinds.includes(other.kind) &&
        states.includes(other.state),
    );
  if (subject.kind === 'appeal_2' && !others(['appeal_1'], lostChallenges))
    return refusal('level_1_undecided', 'A second-level appeal needs the first level to be decided.');
  // With Medicare Advantage the first level is the reconsideration, by whichever of the two names it was recorded.
  if (
    subject.kind === 'independent_review_entity' &&
    !others(['reconsideration', 'appeal_1'], lostChallenges)
  )
    return refusal(
      'reconsideration_undecided',
      'The independent review entity gets what a plan has upheld in its reconsideration, and nothing before.',
    );
  const internal: readonly ChallengeKind[] = ['appeal_1', 'appeal_2'];
  const final = others(internal, lostChallenges) && !others(internal, ['sent', 'received']);
  if (subject.kind === 'external_review' && !subject.deemedExhausted && !final) {
    return refusal(
      'internal_undecided',
      'External review needs the plan’s final internal decision, or a recorded deemed exhaustion.',
    );
  }
  return null;
};

export const signedWhenClinical: Guard<Challenge> = ({ subject }) =>
  (subject?.clinical === true || subject?.argues === 'necessity') && subject.state === 'drafted'
    ? refusal('challenge_unsigned', 'A clinical appeal is sent only after the physician has signed it.')
    : null;

const plansOwn = ['appeal_2', 'external_review', 'exception'] as const;

/** A second level and an external review are not there with every plan; Medicare Advantage passes on by itself. */
export const levelOfPlan: Guard<Challenge> = ({ facts, subject }) => {
  const { planType } = facts.case;
  if (subject?.kind === 'independent_review_entity' && planType !== 'medicare_advantage')
    return refusal(
      'no_such_level',
      'Only Medicare Advantage passes a decision on to the independent review entity.',
    );
  const kind = plansOwn.find((one) => one === subject?.kind);
  const level = kind === undefined ? null : planLevels[planType][kind];
  if (level?.has === 'no') return refusal('no_such_level', level.why);
  return subject?.kind === 'appeal_2' &&
    foundOut(facts.decisionFindings, 'second_level', subject.requestId) === false
    ? refusal('no_such_level', 'The plan’s own papers name one internal level only.')
    : null;
};

/** The class of the denial that a challenge is about; null where less was granted than asked, which has no codes. */
function classOf({ facts, subject }: Situation<Challenge>): ReadClass | null {
  const denial = facts.requests.find(({ id }) => id === subject?.requestId)?.denial ?? null;
  return denial && readDenial(denial).denialClass;
}

/** Whether an exclusion rests on a judgement only a person can say: refused is what is plainly none, and what somebody found to be none. */
export const externalForJudgement: Guard<Challenge> = (situation) => {
  const { facts, subject } = situation;
  const denialClass = classOf(situation);
  if (subject?.kind !== 'external_review' || denialClass === null) return null;
  if (isFixable(denialClass))
    return refusal(
      'nothing_was_judged',
      'External review is for decisions of judgement; this denial is about something missing, late or wrong, which is set right instead.',
    );
  return denialClass === 'benefit_exclusion' &&
    foundOut(facts.decisionFindings, 'exclusion_is_judgement', subject.requestId) === false
    ? refusal(
        'nothing_was_judged',
        'External review is for decisions of judgement; by what was found out this is the plan’s contract alone.',
      )
    : null;
};

/** An exception is asked of what the plan excludes, or of a network that lacks somebody; nothing else is excepted from. */
export const exceptionFits: Guard<Challenge> = ({ facts, subject }) => {
  if (subject?.kind !== 'exception') return null;
  const denial = facts.requests.find(({ id }) => id === subject.requestId)?.denial ?? null;
  const fits =
    denial !== null && (readDenial(denial).denialClass === 'benefit_exclusion' || isAboutNetwork(denial));
  return fits
    ? null
    : refusal(
        'nothing_to_except',
        'An exception asks a plan to cover what it excludes, and this is not excluded: argue with the decision.',
      );
};

export const represented: Guard<Challenge> = ({ subject }) =>
  subject?.representation === 'missing'
    ? refusal(
        'representative_form_missing',
        'The appeal is the patient’s: the clinic needs their signed form that names it as representative.',
      )
    : null;

export const notAsNecessity: Guard<Challenge> = (situation) =>
  situation.subject?.argues === 'necessity' && classOf(situation) === 'benefit_exclusion'
    ? refusal(
        'exclusion_argued_as_necessity',
        'The plan excludes it: an argument of necessity will not move that. Argue that the exclusion does not apply, or ask for an exception.',
      )
    : null;
