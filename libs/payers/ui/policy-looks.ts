import type { PolicyState } from '@stipple/domain';
import type { IconName, Tone } from '@stipple/ui';

/** How the states of a policy version look. */
export const policyLooks: Readonly<Record<PolicyState, { readonly tone: Tone; readonly icon: IconName }>> = {
  draft: { tone: 'info', icon: 'edit' },
  published: { tone: 'good', icon: 'check' },
  withdrawn: { tone: 'bad', icon: 'ban' },
  discarded: { tone: 'quiet', icon: 'close' },
};
