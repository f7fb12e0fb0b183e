import type { PlanType } from '../coverage';
import { lostChallenges, runningChallenges } from '../moves/challenge-moves';
import { ReadClass, isFixable, isJudgement } from './classes';
import type { DenialCodes } from './denial';
import { PlanLevel, firstLevelOf, planLevels } from './plan-levels';
import { readRemark } from './remarks';
import { ChallengeRoute, RouteAnswer, RouteFacts, askFirst, closed, open } from './route';

/** What all routes are judged by. */
export interface RouteCase {
  readonly denial: DenialCodes;
  readonly denialClass: ReadClass;
  readonly planType: PlanType;
  readonly facts: RouteFacts;
}

/** Whether a way of arguing is open: not taken yet, known to this plan, fit for this denial, and its turn. */
export function challengeAnswer(kind: ChallengeRoute, about: RouteCase): RouteAnswer {
  const level = planLevels[about.planType][kind];
  const known = kind === 'appeal_2' ? secondLevel(level, about.facts) : level;
  if (known.has !== 'yes') return { answer: known.has, why: known.why };
  return taken(kind, about) ?? unfit(kind, about) ?? notYet(kind, about) ?? opened(kind, about, known);
}

/** The plan’s documents say more than its type. */
function secondLevel(level: PlanLevel, { secondLevel: has }: RouteFacts): PlanLevel {
  if (level.has !== 'not_known' || has === null) return level;
  return has
    ? { has: 'yes', name: null, note: null }
    : { has: 'no', why: 'The plan’s documents name one internal level only.' };
}

function taken(kind: ChallengeRoute, { facts, planType }: RouteCase): RouteAnswer | null {
  const of = (wanted: string) => facts.challenges.filter((one) => one.kind === wanted);
  const lost = (wanted: string) => of(wanted).some(({ state }) => lostChallenges.includes(state));
  if (of(kind).some(({ state }) => runningChallenges.includes(state)))
    return closed('It is already under way.');
  if (lost(kind))
    return closed('It was decided, and something of the denial is left: the next level follows.');
  const formal = firstLevelOf(planType);
  const before = kind === 'peer_to_peer' || (kind === 'reconsideration' && formal !== kind);
  return before && formal !== null && lost(formal)
    ? closed('It belongs to the first decision; the appeal has gone beyond that.')
    : null;
}

function unfit(kind: ChallengeRoute, about: RouteCase): RouteAnswer | null {
  if (kind === 'peer_to_peer' || kind === 'external_review') return notJudged(kind, about);
  const { code, words } = withoutAppeal(about.denial) ?? {};
  if (code === undefined) return null;
  return code === 'send_new'
    ? closed(`${words}: nothing was decided that could be appealed. Correct it and send it as new.`)
    : askFirst(`${words}, says the payer: hold that against the notice of rights before it is given up.`);
}

/** What a remark says about the right to appeal; `send_new` goes before, since nothing was decided then. */
function withoutAppeal({ remarks }: DenialCodes): { code: 'send_new' | 'denied'; words: string } | null {
  const found = remarks.map(readRemark).flatMap((read) => (read.known ? [read.entry] : []));
  for (const code of ['send_new', 'denied'] as const) {
    const remark = found.find(({ appeal }) => appeal === code);
    if (remark) return { code, words: `${remark.code} (${remark.words.toLowerCase()})` };
  }
  return null;
}

/** A call between physicians and an external review are about judgement; whether an exclusion rests on one, a person says. */
function notJudged(kind: ChallengeRoute, { denialClass, facts }: RouteCase): RouteAnswer | null {
  if (isJudgement(denialClass)) return null;
  const about = kind === 'peer_to_peer' ? 'A call between physicians' : 'External review';
  if (isFixable(denialClass))
    return closed(`${about} is about judgement, and nothing was judged here: something is to be set right.`);
  if (denialClass === 'unclassified')
    return askFirst(`${about} is about judgement: ask the payer first what its decision rests on.`);
  if (facts.exclusionIsJudgement === null)
    return askFirst(
      `${about} is about judgement. “Cosmetic or not” often is one: somebody has to read the letter and say whether it is here.`,
    );
  return facts.exclusionIsJudgement
    ? null
    : closed(`${about} is about judgement; this is the plan’s contract, which no reviewer changes.`);
}

function notYet(kind: ChallengeRoute, { facts, planType }: RouteCase): RouteAnswer | null {
  const decided = (level: string) =>
    facts.challenges.some((one) => one.kind === level && lostChallenges.includes(one.state));
  if (kind === 'appeal_2' && !decided('appeal_1')) return closed('The first level has to be decided first.');
  if (kind !== 'external_review' || facts.challenges.some(({ deemedExhausted }) => deemedExhausted))
    return null;
  const last = facts.secondLevel === true && planType !== 'marketplace' ? 'appeal_2' : 'appeal_1';
  const running = facts.challenges.some(
    ({ kind: one, state }) => (one === 'appeal_1' || one === 'appeal_2') && runningChallenges.includes(state),
  );
  return decided(last) && !running
    ? null
    : closed(
        'It comes after the plan’s final internal decision, or at once where the plan broke its own rules and that is recorded.',
      );
}

const argues: Partial<Record<ReadClass, string>> = {
  clinical: 'the criteria one by one with their evidence, and the letter of medical necessity',
  experimental: 'literature, and what the device is cleared for',
  benefit_exclusion:
    'the plan’s own words, and why the exclusion does not apply; necessity moves nothing here',
  timely_filing: 'the proof of when it was sent',
};

function opened(
  kind: ChallengeRoute,
  about: RouteCase,
  level: Extract<PlanLevel, { has: 'yes' }>,
): RouteAnswer {
  const { denialClass, planType, facts } = about;
  const what = argues[denialClass] ?? 'what was missing or wrong, and its correction';
  const { name } = level;
  const notes = level.note === null ? [] : [level.note];
  const signature = isJudgement(denialClass) ? ['the physician’s signature'] : [];
  if (kind === 'peer_to_peer')
    return open(
      'The treating physician, with the plan’s medical director',
      ['the one-page brief, with the payer’s own words first'],
      { name, notes: [clockNote(facts), ...notes] },
    );
  if (kind === 'reconsideration')
    return firstLevelOf(planType) === kind
      ? open(
          'The patient, or the treating physician for the patient and with notice to them',
          [what, ...signature],
          { name, notes },
        )
      : open('The coordinator or the treating physician', [what], { name, notes });
  const form = facts.representativeOnFile
    ? 'the patient’s form that lets the clinic act for them: on file'
    : 'the patient’s signed form that lets the clinic act for them: not on file';
  const last = kind === 'external_review' ? ['the plan’s final decision'] : [];
  return open(
    'The patient, or the clinic as their authorized representative',
    [form, ...last, what, ...signature],
    { name, notes },
  );
}

function clockNote({ peerStopsAppealClock }: RouteFacts): string {
  return peerStopsAppealClock
    ? 'The payer says in writing that the call stops the clock of the appeal: keep that writing.'
    : 'The call does not stop the clock of the appeal: the payer has not said so in writing.';
}
