import type { DryRunStanding, PolicyVersionView } from '@stipple/contracts';
import { PolicyVersion, blueHeronScar4 } from '@stipple/domain';
import { mustBe } from './browser';
import { Team, today } from './story';

/** How long there is to appeal with its insured plans. */
export const appealClock = {
  lineOfBusiness: 'commercial_insured',
  clock: 'appeal_1_filing',
  amount: 180,
  unit: 'calendar_days',
  starts: 'notice_received',
  source: '29 CFR 2560.503-1',
};

/** What a coordinator has found out about the clinic’s one payer. */
export const payerProfile = ({ clinic }: Team, more: object = {}) => ({
  memberServices: '555-0100',
  verifiedOn: today(clinic.timeZone),
  lines: ['commercial_insured', 'marketplace'],
  channels: [{ channel: 'portal', usedFor: 'requests', address: 'HeronLink' }],
  clocks: [appealClock],
  peerToPeer: { amount: 5, unit: 'business_days', starts: 'notice_received', source: 'Provider manual, 4.2' },
  ...more,
});

export async function draftedPolicy(
  { coordinator, clinic }: Team,
  more: Partial<PolicyVersion> = {},
): Promise<string> {
  const policy = { ...blueHeronScar4, ...more };
  return coordinator.make(`/api/payers/${clinic.payerId}/policy-versions`, { policy });
}

/** Drafted by the coordinator, published by the manager. */
export async function publishedPolicy(team: Team, more: Partial<PolicyVersion> = {}): Promise<string> {
  const id = await draftedPolicy(team, more);
  await team.manager.move(`/api/policy-versions/${id}/publications`, { version: 1 });
  return id;
}

export async function policyView({ coordinator }: Team, id: string): Promise<PolicyVersionView> {
  return mustBe(200, await coordinator.get<PolicyVersionView>(`/api/policy-versions/${id}`));
}

/** Starts a dry run and waits until its job is done. */
export async function dryRun(team: Team, id: string, body: object): Promise<DryRunStanding> {
  const runId = await team.coordinator.make(`/api/policy-versions/${id}/dry-runs`, body);
  for (;;) {
    const run = mustBe(200, await team.coordinator.get<DryRunStanding>(`/api/policy-dry-runs/${runId}`));
    if (run.state !== 'running') return run;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** A policy that asks for more than a case usually has. */
export const askingMore: Partial<PolicyVersion> = {
  documents: [
    ...blueHeronScar4.documents,
    { kind: 'device_clearance', words: 'the clearance of the device', count: 1, when: null },
  ],
};
