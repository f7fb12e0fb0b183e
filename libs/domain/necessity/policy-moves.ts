import type { Day } from '../calendar';
import { Role, roleWords } from '../people';
import { Refusal, refusal } from '../refusal';

/** Services that policies are kept for. One so far; versions of different services never get in each other's way. */
export const policyServices = ['microneedling'] as const;

export const policyStates = ['draft', 'published', 'withdrawn', 'discarded'] as const;
export type PolicyState = (typeof policyStates)[number];

export const policyStateWords: Record<PolicyState, string> = {
  draft: 'Draft',
  published: 'Published',
  withdrawn: 'Withdrawn',
  discarded: 'Discarded',
};

export type PolicyMove = 'revise' | 'dry_run' | 'publish' | 'withdraw' | 'discard';

interface Rule {
  readonly move: PolicyMove;
  readonly label: string;
  readonly from: readonly PolicyState[];
  readonly roles: readonly Role[];
}

/** Coordinators and administrators read policies and write them down. */
export const policyWriters = ['coordinator', 'administrator'] as const satisfies readonly Role[];
/**
 * From its first day a published version decides how every case of the payer is screened, so it is put in force by who
 * answers for the clinic: a manager or an administrator, never by a coordinator alone.
 */
export const policyPublishers = ['manager', 'administrator'] as const satisfies readonly Role[];

export const policyMoves: readonly Rule[] = [
  { move: 'revise', label: 'Edit', from: ['draft'], roles: policyWriters },
  {
    move: 'dry_run',
    label: 'Try on past cases',
    from: ['draft', 'published'],
    roles: ['coordinator', 'manager', 'administrator'],
  },
  { move: 'publish', label: 'Publish', from: ['draft'], roles: policyPublishers },
  { move: 'withdraw', label: 'Withdraw', from: ['published'], roles: policyPublishers },
  { move: 'discard', label: 'Discard draft', from: ['draft'], roles: policyWriters },
];

const whyNot: Readonly<Record<PolicyState, string>> = {
  draft: 'This is a draft; it has never been published.',
  published: 'This version is published and final. Write a new version instead.',
  withdrawn: 'This version was withdrawn. Write a new version instead.',
  discarded: 'This draft was discarded. Write a new version instead.',
};

/** Every reason against a move by somebody with these roles. */
export function policyRefusals(
  move: PolicyMove,
  state: PolicyState,
  roles: readonly Role[],
): readonly Refusal[] {
  const rule = policyMoves.find((one) => one.move === move);
  return [
    ...(rule?.from.includes(state) ? [] : [refusal(`policy_${state}`, whyNot[state])]),
    ...(rule?.roles.some((role) => roles.includes(role))
      ? []
      : [
          refusal(
            'wrong_role',
            `This is for: ${(rule?.roles ?? []).map((role) => roleWords[role]).join(', ')}.`,
          ),
        ]),
  ];
}

/** A policy is written down after it was read. */
export function readingRefusals(readOn: Day, today: Day): readonly Refusal[] {
  return readOn <= today
    ? []
    : [refusal('in_the_future', 'It cannot have been read in the future.', 'policy.source.readOn')];
}
