import { askingMore, draftedPolicy, payerProfile, publishedPolicy } from '@stipple/api-e2e/payer-story';
import { payingCase, payment, planOf } from '@stipple/api-e2e/ledger-story';
import { beginImport } from '@stipple/api-e2e/roster-story';
import { caseToPack } from '@stipple/api-e2e/packet-story';
import {
  type Team,
  authorizedCase,
  booking,
  caseWithPayer,
  letterText,
  openCase,
  screeningProposal,
  today,
} from '@stipple/api-e2e/story';
import { Criterion, blueHeronScar3, blueHeronScar4 } from '@stipple/domain';
import { coveredBy, newPatient, overHttp, reportRun } from '../people/over-http';
import { casesOf } from '../people/queue';
import { daysAhead, nextWednesday } from '../schedule-story';
import type { RunningStage } from '../stage';

/** A name that no narrow screen has room for. */
export const family = 'Walk-Featherstonehaugh';

/** What there is to be seen on the pages that are walked. */
export interface Story {
  readonly stage: RunningStage;
  readonly wednesday: string;
  readonly importId: string;
  /** A run of a scheduled report. */
  readonly reportRun: string;
  /** With the payer: something in each of its parts, a note, and a letter that is signed. */
  readonly withPayer: string;
  /** Authorized, and booked on that Wednesday. */
  readonly booked: string;
  /** Denied, with a call and an appeal that are begun. */
  /** Signed by the patient, with a plan and a payment. */
  readonly paying: { readonly caseId: string; readonly agreementId: string };
  readonly denied: { readonly caseId: string; readonly callId: string; readonly appealId: string };
  /** Has versions of a policy, which no other test’s cases are held against. */
  readonly payerId: string;
  /** A draft of a payer’s policy that contradicts itself, beside versions in force. */
  readonly policy: string;
  /** Drafted, under a policy that asks for more than there is. */
  readonly toPack: string;
  /** What waits for the physician. */
  readonly toSign: { readonly caseId: string; readonly letterId: string; readonly screeningId: string };
}

export async function tell(stage: RunningStage): Promise<Story> {
  const { timeZone } = stage.clinic;
  const team = await overHttp(stage);
  const { coordinator } = team;
  const patient = await newPatient(stage, family);
  // A week after the one that the schedule's own tests fill.
  const wednesday = Temporal.PlainDate.from(nextWednesday(timeZone)).add({ days: 7 }).toString();
  const ahead = daysAhead(timeZone, wednesday);

  const { caseId: withPayer } = await caseWithPayer(team, { ...patient, bodySite: 'neck' });
  await coordinator.make(`/api/cases/${withPayer}/billing-notes`, {
    body: 'They ask for the goniometer readings of both hands before they decide.',
  });
  await tellEvidence(team, withPayer);
  const cleared = await authorizedCase(team, { ...patient, bodySite: 'back' });
  await coordinator.make(`/api/cases/${cleared.caseId}/sessions`, booking(team, ahead, 9));

  const toSign = await openCase(team, { ...patient, bodySite: 'wrist' });
  const screeningId = await coordinator.make(`/api/cases/${toSign}/screenings`, screeningProposal);
  const letterId = await coordinator.make(`/api/cases/${toSign}/letters`, letterText);
  await coordinator.move(`/api/letters/${letterId}/signature-requests`, { version: 1 });

  const denied = await caseWithPayer(team, { ...patient, bodySite: 'scalp', side: 'midline' });
  await coordinator.move(`/api/auth-requests/${denied.requestId}/denials`, {
    version: 4,
    words: 'Not medically necessary.',
    code: '50',
    kind: 'clinical',
    decisionOn: today(timeZone),
    noticeReceivedOn: today(timeZone),
  });
  const argue = (kind: string) =>
    coordinator.make(`/api/cases/${denied.caseId}/challenges`, { requestId: denied.requestId, kind });
  const [callId, appealId] = [await argue('peer_to_peer'), await argue('appeal_1')];
  const paying = await payingCase(team, { ...patient, bodySite: 'chest' });
  await coordinator.make(`${paying.path}/payment-plans`, planOf(team, { count: 6 }));
  await coordinator.make(`${paying.path}/payments`, payment(team));
  await casesOf(stage, team, 'Walkrows', 4);
  const importId = await beginImport(coordinator);
  const payerId = await coordinator.make('/api/payers', { name: 'Walkfield Health Plan', phone: '555-0108' });
  const policy = await tellPolicies({ ...team, clinic: { ...team.clinic, payerId } });
  const runId = await reportRun(stage, team);
  const covered = await newPatient(stage, family);
  await coveredBy(stage, covered.coverageId, payerId);
  const { caseId: toPack } = await caseToPack(team, { ...covered, bodySite: 'foot' });
  return {
    stage,
    wednesday,
    importId,
    reportRun: runId,
    payerId,
    policy,
    withPayer,
    toPack,
    booked: cleared.caseId,
    denied: { caseId: denied.caseId, callId, appealId },
    paying,
    toSign: { caseId: toSign, letterId, screeningId },
  };
}

/** Something of each kind that is drawn: a motion over time, a scale that calls the physician, treatments, a correction. */
async function tellEvidence({ physician, coordinator, clinic }: Team, caseId: string): Promise<void> {
  const path = (kind: string) => `/api/cases/${caseId}/evidence/${kind}`;
  const seen = { onDay: today(clinic.timeZone), ratedBy: 'Dr. Pat Physician' };
  const turned = { ...seen, joint: 'neck', motion: 'rotation', side: 'left', mode: 'active' };
  const first = await physician.make(path('motions'), { ...turned, degrees: 52, onDay: '2026-01-05' });
  await physician.make(path('motions'), {
    ...turned,
    degrees: 25,
    onDay: '2026-01-05',
    replacesId: first,
    reason: 'Digits were swapped',
  });
  await physician.make(path('motions'), { ...turned, degrees: 35 });
  await physician.make(path('statements'), {
    ...seen,
    fact: 'functional_impairment',
    says: true,
    words: 'Cannot look over the shoulder.',
  });
  await physician.make(path('scales'), { ...seen, scale: 'vss', items: [2, 1, 3, 1] });
  await coordinator.make(path('scales'), {
    ...seen,
    scale: 'phq9',
    items: [2, 2, 1, 1, 1, 1, 1, 0, 1],
    ratedBy: 'The patient',
  });
  const tried = { ...seen, onDay: '2024-01-05', ratedBy: 'The patient' };
  await coordinator.make(path('treatments'), {
    ...tried,
    treatment: 'silicone',
    toOn: '2024-09-05',
    result: 'failed',
    words: 'Sheets, at night.',
  });
  await coordinator.make(path('treatments'), {
    ...tried,
    onDay: '2025-01-05',
    treatment: 'compression',
    result: 'ongoing',
  });
}

/** Two versions in force with days between on which none is, and a draft of which two rules exclude each other. */
async function tellPolicies(team: Team): Promise<string> {
  const path = `/api/payers/${team.clinic.payerId}/profiles`;
  await team.coordinator.move(path, { version: 0, ...payerProfile(team) });
  await publishedPolicy(team, { ...blueHeronScar3, effectiveTo: '2026-04-30' });
  await publishedPolicy(team, askingMore);
  const opposite: Criterion = {
    id: 'from_surgery',
    label: 'The scar comes from an operation',
    quote: 'The scar follows an operation.',
    role: 'required',
    group: null,
    excludesAs: null,
    condition: {
      all: [
        { fact: 'cause_of_scar', is: 'surgery' },
        { fact: 'months_since_injury', atLeast: 12 },
      ],
    },
  };
  const criteria = [...blueHeronScar4.criteria, opposite];
  return draftedPolicy(team, { version: '5', effectiveFrom: '2031-01-01', criteria });
}
