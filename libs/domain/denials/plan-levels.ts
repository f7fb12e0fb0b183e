import type { PlanType } from '../coverage';
import type { ChallengeRoute, RouteKind } from './route';

/** Whether a plan type has a level at all, and in a sentence what it is called there or why it is not there. */
export type PlanLevel =
  | { readonly has: 'yes'; readonly name: string | null; readonly note: string | null }
  | { readonly has: 'no' | 'not_known'; readonly why: string };

const yes = (name: string | null = null, note: string | null = null): PlanLevel => ({
  has: 'yes',
  name,
  note,
});
const no = (why: string): PlanLevel => ({ has: 'no', why });
const ask = (why: string): PlanLevel => ({ has: 'not_known', why });

type Levels = Readonly<Record<ChallengeRoute | 'exception', PlanLevel>>;

const peer = yes(null, 'The payer sets its window: ask for it in the first call.');
const informal = yes(null, 'Informal: it neither replaces an appeal nor stops its clock.');
const secondOfGroup = ask(
  'Group plans may have a second internal level: look in the notice or the plan documents.',
);
const independent = yes(null, 'The reviewers are independent, and their decision binds the plan.');
const medicareExcludes = no(
  'Medicare excludes cosmetic surgery by law: no plan can make an exception. Argue that the exclusion does not apply.',
);

const medicaidException = ask(
  'Ask the plan or the state agency whether it makes exceptions, and on what ground.',
);

const commercial: Levels = {
  peer_to_peer: peer,
  reconsideration: informal,
  appeal_1: yes(),
  appeal_2: secondOfGroup,
  external_review: independent,
  exception: yes(),
};

const every = (level: PlanLevel): Levels => ({
  peer_to_peer: level,
  reconsideration: level,
  appeal_1: level,
  appeal_2: level,
  external_review: level,
  exception: level,
});

/** Which levels there are, per plan type. Days are not here: the clocks compute them. */
export const planLevels: Readonly<Record<PlanType, Levels>> = {
  commercial_insured: commercial,
  commercial_self_funded: {
    ...commercial,
    exception: yes('Exception by the employer', 'The employer pays for the plan and may grant it.'),
  },
  marketplace: {
    ...commercial,
    appeal_2: no('A plan of the individual market has one internal level: external review comes next.'),
  },
  medicare_advantage: {
    peer_to_peer: peer,
    reconsideration: yes(
      'Reconsideration (first level)',
      'What is upheld goes to the independent review entity by itself: nothing has to be filed for that.',
    ),
    appeal_1: no('In Medicare Advantage the first level is called reconsideration.'),
    appeal_2: no(
      'There is none to file: an upheld reconsideration goes to the independent review entity by itself.',
    ),
    external_review: no(
      'The independent review entity takes its place, and gets an upheld reconsideration by itself.',
    ),
    exception: medicareExcludes,
  },
  original_medicare: {
    peer_to_peer: no('Original Medicare decides through its contractors, which hold no such calls.'),
    reconsideration: no('In Original Medicare that is the name of the second level.'),
    appeal_1: yes('Redetermination'),
    appeal_2: yes('Reconsideration by an independent contractor'),
    external_review: no('After the second level an administrative law judge hears the case.'),
    exception: medicareExcludes,
  },
  medicaid_managed_care: {
    peer_to_peer: peer,
    reconsideration: informal,
    appeal_1: yes('Appeal to the plan'),
    appeal_2: no('After the plan’s appeal comes the state fair hearing.'),
    external_review: no(
      'The state fair hearing takes its place: ask for it after the plan’s appeal, within the time its notice names.',
    ),
    exception: medicaidException,
  },
  medicaid_fee_for_service: {
    peer_to_peer: ask('Ask the state agency whether its reviewers take such calls.'),
    reconsideration: ask('Ask the state agency whether it reconsiders before a hearing.'),
    appeal_1: yes('State fair hearing'),
    appeal_2: no('There is no plan between the patient and the state: the fair hearing is the only level.'),
    external_review: no('The state fair hearing takes its place.'),
    exception: medicaidException,
  },
  workers_compensation: every(
    ask(
      'Workers’ compensation and no-fault have no appeals of a health plan: the state’s own procedure applies, and the notice names it.',
    ),
  ),
  none: every(no('There is no plan whose decision could be argued with.')),
  unknown: every(
    ask('The plan type is not recorded: find it out first, since levels and last days depend on it.'),
  ),
};

/** The level at which a formal appeal of a plan begins; null where there is none that we know. */
export function firstLevelOf(planType: PlanType): RouteKind | null {
  const { appeal_1: first, reconsideration } = planLevels[planType];
  if (first.has === 'yes') return 'appeal_1';
  return planType === 'medicare_advantage' && reconsideration.has === 'yes' ? 'reconsideration' : null;
}
